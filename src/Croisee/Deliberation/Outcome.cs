using Croisee.Groups;

namespace Croisee.Deliberation;

/// <summary>A reason given with a ballot. It is attributed to a college, not to a person.</summary>
public sealed record Motive(College College, Vote Vote, string Text);

/// <summary>
/// What a group answered: a reasoned choice, never a score (EXP-R9). The same voices give the same outcome in any order.
/// </summary>
/// <param name="Divergence">
/// How differently the colleges answered: the greatest difference between their shares of yes among expressed ballots, 0 (same) to
/// 1 (opposite); null when fewer than two colleges said yes or no.
/// </param>
/// <param name="Motives">All reasons given, in an order that does not tell who voted first.</param>
public sealed record Outcome(DecisionRule Rule, Result Result, IReadOnlyList<CollegeTally> Colleges, double? Divergence, IReadOnlyList<Motive> Motives)
{
    public static Outcome Of(DecisionRule rule, Quorum quorum, IEnumerable<College> colleges, IEnumerable<CountedSeat> voices)
    {
        var heard = voices.ToList();
        var tallies = colleges.Distinct().Order().Select(c => CollegeTally.Of(c, quorum, heard)).ToList();
        var motives = heard
            .Where(v => v.Vote is not null && !string.IsNullOrWhiteSpace(v.Motive))
            .Select(v => new Motive(v.College, v.Vote!.Value, v.Motive!.Trim()))
            .OrderBy(m => m.Vote).ThenBy(m => m.College).ThenBy(m => m.Text, StringComparer.Ordinal)
            .ToList();
        var result = Decide.By(rule, tallies, motives.Count(m => m.Vote == Vote.No));
        return new(rule, result, tallies, DivergenceOf(tallies), motives);
    }

    /// <summary>The answer that prevailed; null when nothing was decided.</summary>
    public Vote? PrevailingVote => Result switch
    {
        Result.Adopted => Vote.Yes,
        Result.Rejected => Vote.No,
        _ => null,
    };

    /// <summary>Reasons that ballots give for the result.</summary>
    public IReadOnlyList<Motive> Reasons => [.. Motives.Where(m => m.Vote == PrevailingVote)];

    /// <summary>The answer that did not prevail; null when nothing was decided, since then no answer is a minority's.</summary>
    public Vote? MinorityVote => Result switch
    {
        Result.Adopted => Vote.No,
        Result.Rejected => Vote.Yes,
        _ => null,
    };

    /// <summary>Reasons of those who answered otherwise than the result: shown at equal rank with the others.</summary>
    public IReadOnlyList<Motive> MinorityOpinions => [.. Motives.Where(m => m.Vote == MinorityVote)];

    /// <summary>Ballots, with or without a motive, that answered otherwise than the result.</summary>
    public int MinorityVoices => MinorityVote is { } choice ? Colleges.Sum(c => c.CountOf(choice)) : 0;

    public bool QuorumReached => Colleges.Count > 0 && Colleges.All(c => c.QuorumReached);

    /// <summary>One college has a majority for, another a majority against.</summary>
    public bool CollegesAreOpposed => Colleges.Any(c => c.HasMajority) && Colleges.Any(c => c.IsAgainst);

    static double? DivergenceOf(IReadOnlyList<CollegeTally> colleges)
    {
        var shares = colleges.Where(c => c.Expressed > 0).Select(c => c.ShareOfYes!.Value).ToList();
        return shares.Count < 2 ? null : shares.Max() - shares.Min();
    }
}
