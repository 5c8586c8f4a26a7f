namespace Croisee.Deliberation;

/// <summary>What a ballot says. Abstaining is taking part: it counts for the quorum, not for the majority.</summary>
public enum Vote
{
    Yes,
    No,
    Abstain,
}

public static class VoteWords
{
    public static string French(this Vote choice) => choice switch
    {
        Vote.Yes => "Oui",
        Vote.No => "Non",
        Vote.Abstain => "Abstention",
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };
}
