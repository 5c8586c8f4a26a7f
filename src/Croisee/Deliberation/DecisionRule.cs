namespace Croisee.Deliberation;

/// <summary>How ballots by college become a result: a closed set, each member one pure function in <see cref="Decide"/>.</summary>
public enum DecisionRule
{
    /// <summary>Each college must have its own majority: neither side can decide alone, nor be outvoted.</summary>
    DoubleMajority,

    /// <summary>One majority over all colleges together.</summary>
    SimpleMajority,

    /// <summary>Adopted unless somebody brings a reasoned objection.</summary>
    Consent,

    /// <summary>The group says what it thinks; somebody else decides, and owes an answer.</summary>
    Advisory,
}

public enum Result
{
    Adopted,
    Rejected,

    /// <summary>Too few ballots in at least one college: nothing was decided.</summary>
    NoQuorum,

    /// <summary>A tie stands in the way: nothing was decided, the question can be taken up again.</summary>
    Undecided,

    /// <summary>What the question was about was taken back before the end: nothing is counted any more (EXP-R10).</summary>
    Withdrawn,

    /// <summary>The announced end of the work came before the end of the question: nothing is counted, and what was said is erased.</summary>
    Lapsed,

    /// <summary>Whoever conducts ended a question that led nowhere: nothing is counted, the reason is read, and it may be put again.</summary>
    Dropped,
}

/// <summary>
/// From ballots by college to a result. Majority = strictly more yes than no among expressed ballots; abstentions count for the
/// quorum and not for the majority; a tie is not a majority. Whatever the rule, each college must first reach its quorum.
/// </summary>
public static class Decide
{
    /// <param name="reasonedObjections">Ballots « non » that give a motive, all colleges together.</param>
    public static Result By(DecisionRule rule, IReadOnlyList<CollegeTally> colleges, int reasonedObjections)
    {
        if (colleges.Count == 0 || colleges.Any(c => !c.QuorumReached)) return Result.NoQuorum;
        return rule switch
        {
            DecisionRule.DoubleMajority => InEachCollege(colleges),
            DecisionRule.SimpleMajority or DecisionRule.Advisory => Together(colleges),
            DecisionRule.Consent => reasonedObjections == 0 ? Result.Adopted : Result.Rejected,
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
    }

    /// <summary>One college against is enough to reject; without any, one tied college leaves the question undecided.</summary>
    static Result InEachCollege(IReadOnlyList<CollegeTally> colleges) =>
        colleges.All(c => c.HasMajority) ? Result.Adopted
        : colleges.Any(c => c.IsAgainst) ? Result.Rejected
        : Result.Undecided;

    static Result Together(IReadOnlyList<CollegeTally> colleges) => (colleges.Sum(c => c.Yes) - colleges.Sum(c => c.No)) switch
    {
        > 0 => Result.Adopted,
        < 0 => Result.Rejected,
        0 => Result.Undecided,
    };
}
