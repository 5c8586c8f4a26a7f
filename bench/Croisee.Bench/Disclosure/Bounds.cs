using Croisee.Surveys.Disclosure;
using Google.OrTools.LinearSolver;

namespace Croisee.Bench.Disclosure;

/// <summary>
/// Whole-number bounds by linear programming: for each group of one to four persons, the fewest and the most that agree with everything published.
/// Narrower than 0 to 4 is a breach; so is an answer of the group bounded more narrowly than the arrival it came with.
/// </summary>
public static class Bounds
{
    const int Top = Thresholds.Floor - 1, Rounds = 4, AnswersTried = 6;
    const double Exact = 1e-6;

    public static Findings Run(int seed, Follow book, IReadOnlyList<int> cuts, IEnumerable<Seen> figures)
    {
        var groups = new Groups(book, cuts, figures);
        var targets = groups.All.Index().Where(g => g.Item.IsTarget).Select(g => g.Index).ToList();
        var name = book.Question?.Code ?? "réponses";
        if (targets.Count == 0) return new(0, []);
        using var unknowns = new Unknowns(groups, book.Question);
        List<Breach> found = [];
        var consistent = unknowns.Solve(new LinearExpr(), maximise: false);
        if (consistent == Solver.ResultStatus.INFEASIBLE) return new(targets.Count, [new("bornes", seed, name, "tout", 0, "les figures se contredisent : quelqu’un est parti")]);
        if (consistent != Solver.ResultStatus.OPTIMAL) return new(0, [], targets.Count);
        var (lowest, highest) = (Lowest(unknowns, targets), Highest(unknowns, targets));
        var unsolved = lowest.Concat(highest).Where(b => b.Value is null).Select(b => b.Key).Distinct().Count();
        foreach (var (group, least) in lowest) if (least is { } low && Math.Ceiling(low - Exact) >= 1) found.Add(new("bornes", seed, name, groups.Name(group), groups.All[group].Persons.Count, $"au moins {Math.Ceiling(low - Exact)}"));
        foreach (var (group, most) in highest) if (most is { } high && Math.Floor(high + Exact) < Top) found.Add(new("bornes", seed, name, groups.Name(group), groups.All[group].Persons.Count, $"au plus {Math.Floor(high + Exact)}"));
        if (book.Question is not null)
            foreach (var target in targets.Take(AnswersTried))
                foreach (var choice in groups.All[target].Persons.SelectMany(book.Chosen).Distinct().Take(1))
                    if (Narrower(unknowns, groups, target, choice) is { } most) found.Add(new("bornes", seed, name, groups.Name(target), groups.All[target].Persons.Count, $"au plus {most} ont répondu {book.Question.Counted[choice].Code}"));
        return new(targets.Count - unsolved, found, unsolved);
    }

    /// <summary>Most groups can be empty at once; only those that never are in some rounds are asked alone.</summary>
    static Dictionary<int, double?> Lowest(Unknowns unknowns, List<int> targets)
    {
        List<int> left = [.. targets];
        for (var round = 0; round < Rounds && left.Count > 0; round++)
        {
            if (unknowns.Solve(new SumVarArray([.. left.Select(t => unknowns.Persons[t])]), maximise: false) != Solver.ResultStatus.OPTIMAL) break;
            if (left.RemoveAll(t => unknowns.Persons[t].SolutionValue() <= Exact) == 0) break;
        }
        return Alone(unknowns, left, maximise: false);
    }

    static Dictionary<int, double?> Highest(Unknowns unknowns, List<int> targets)
    {
        var solver = unknowns.Solver;
        var capped = targets.ToDictionary(t => t, _ => solver.MakeNumVar(0, Top, ""));
        foreach (var (target, cap) in capped) solver.Add(cap <= unknowns.Persons[target]);
        List<int> left = [.. targets];
        for (var round = 0; round < Rounds && left.Count > 0; round++)
        {
            if (unknowns.Solve(new SumVarArray([.. left.Select(t => capped[t])]), maximise: true) != Solver.ResultStatus.OPTIMAL) break;
            if (left.RemoveAll(t => unknowns.Persons[t].SolutionValue() >= Top - Exact) == 0) break;
        }
        return Alone(unknowns, left, maximise: true);
    }

    static Dictionary<int, double?> Alone(Unknowns unknowns, List<int> targets, bool maximise) => targets.ToDictionary(t => t, t => Most(unknowns, unknowns.Persons[t], maximise));

    /// <returns>Null when the solver gives up.</returns>
    static double? Most(Unknowns unknowns, LinearExpr expression, bool maximise) => unknowns.Solve(expression, maximise) switch
    {
        Solver.ResultStatus.OPTIMAL => unknowns.Solver.Objective().Value(),
        Solver.ResultStatus.UNBOUNDED => double.PositiveInfinity,
        _ => null,
    };

    /// <summary>
    /// The arrival, every figure that counts the group, and what is left of a population beside the parts shown, are ten persons or more by the
    /// rule. What is bounded of them is bounded of all of their persons alike; a bound that only the group has is a breach.
    /// </summary>
    static double? Narrower(Unknowns unknowns, Groups groups, int target, int choice)
    {
        if (Most(unknowns, unknowns.Answers[target][choice], maximise: true) is not { } highest || Math.Floor(highest + Exact) is var most && most >= Top) return null;
        // Cheap first: what the tables say each by itself; then what all equations say of the arrival and of each figure.
        List<Seen> counting = [.. groups.Figures.Where(f => f.Figures.Shares.Count > 0 && groups.Of(f).Contains(target))];
        if (counting.Exists(f => most >= Seen.Whole(f.Figures.Shares[choice], f.Figures.Answers).High)) return null;
        IEnumerable<IEnumerable<int>> wholes = [groups.In(groups.All[target].Arrival), .. counting.DistinctBy(f => (f.Table.Population, f.Table.Value, f.Covers.Count)).Select(groups.Of), .. Rests(groups, target)];
        return wholes.Any(w => Most(unknowns, new SumVarArray([.. w.Select(g => unknowns.Answers[g][choice])]), maximise: true) is { } same && most >= Math.Floor(same + Exact)) ? null : most;
    }

    static IEnumerable<IEnumerable<int>> Rests(Groups groups, int target) =>
        from whole in groups.Figures.Where(f => f.Cut is null).DistinctBy(f => (f.Table.Population, f.Covers.Count))
        from cut in Enumerable.Range(0, World.Cuts.Count)
        let rest = groups.Of(whole).Except(groups.Figures.Where(f => f.Cut == cut && f.Table.Population == whole.Table.Population).SelectMany(groups.Of)).ToList()
        where rest.Contains(target)
        select rest;
}
