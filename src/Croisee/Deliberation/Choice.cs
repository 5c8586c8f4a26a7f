namespace Croisee.Deliberation;

/// <summary>What a ballot says. Abstaining is taking part: it counts for the quorum, not for the majority.</summary>
public enum Choice
{
    Yes,
    No,
    Abstain,
}

public static class ChoiceWords
{
    public static string French(this Choice choice) => choice switch
    {
        Choice.Yes => "Oui",
        Choice.No => "Non",
        Choice.Abstain => "Abstention",
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };
}
