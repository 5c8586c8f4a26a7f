namespace Croisee.Deliberation;

public enum QuorumKind
{
    MoreThanHalf,

    /// <summary>At least a share of the seats, in percent, 1 to 100.</summary>
    Percent,

    /// <summary>At least a number of seats, 1 or more, however many sit.</summary>
    Seats,
}

/// <summary>
/// How many seats of each college must have cast a ballot, abstentions included, for the question to be decided at all.
/// The base is the seats that sit on the question: recused seats and seats set aside have left it.
/// </summary>
/// <param name="Value">Percent or seats; ignored for <see cref="QuorumKind.MoreThanHalf"/>.</param>
public readonly record struct Quorum(QuorumKind Kind, int Value = 0)
{
    /// <summary>The default: strictly more than half of the sitting seats of each college.</summary>
    public static readonly Quorum MoreThanHalf = new(QuorumKind.MoreThanHalf);

    /// <summary>Ballots needed in a college of <paramref name="sitting"/> seats: never fewer than one, so that an empty college decides nothing.</summary>
    public int Needed(int sitting) => Kind switch
    {
        QuorumKind.MoreThanHalf => (sitting / 2) + 1,
        QuorumKind.Percent => Math.Max(1, ((sitting * Value) + 99) / 100),
        QuorumKind.Seats => Math.Max(1, Value),
        _ => throw new ArgumentOutOfRangeException(nameof(sitting)),
    };

    public string French => Kind switch
    {
        QuorumKind.MoreThanHalf => "plus de la moitié des sièges de chaque collège",
        QuorumKind.Percent => $"au moins {Value}\u00A0% des sièges de chaque collège",
        QuorumKind.Seats => $"au moins {Value} siège{(Value > 1 ? "s" : "")} dans chaque collège",
        _ => "",
    };
}
