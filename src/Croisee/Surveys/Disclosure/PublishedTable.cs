namespace Croisee.Surveys.Disclosure;

public enum WhyNotShown
{
    /// <summary>« Effectif trop petit » (R2, R3, R5).</summary>
    TooFew,

    /// <summary>R7: fewer than three establishments, or one of them holds 85 % of the answers.</summary>
    TooFewEstablishments,

    /// <summary>R5, R6: the verification found that the figures would say more than they show.</summary>
    WouldTell,
}

/// <summary>One table as everybody may see it, for ever. Either it has figures, or it says why not.</summary>
/// <param name="Question">Null for how many answered at all.</param>
/// <param name="Cut">The attribute, with <paramref name="Value"/>; null for the population as a whole.</param>
/// <param name="Rate">CMP-R6, when the eligible persons are declared: only for the population as a whole, all questions together.</param>
public sealed record PublishedTable(string Population, string? Question, string? Cut, string? Value, DateOnly On, ShownFigures? Figures, WhyNotShown? Why, ResponseRate? Rate = null)
{
    /// <summary>Of everybody but those with this value: a free filter, which R3 forbids; only the simulator, with R3 taken away, ever sees one.</summary>
    internal bool AllBut { get; init; }
}

/// <summary>What one publication says, and the rows that now count. Tables that it does not name stay as they were.</summary>
public sealed record SurveyPublication(DateOnly On, IReadOnlyList<JoinedRow> Joined, IReadOnlyList<PublishedTable> Tables);
