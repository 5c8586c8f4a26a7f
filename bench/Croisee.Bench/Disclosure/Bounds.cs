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
        var solver = unknowns.Solver;
        List<Breach> found = [];
        solver.Minimize(new LinearExpr());
        if (solver.Solve() is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
            return new(targets.Count, [new("bornes", seed, name, "tout", 0, "les figures se contredisent : quelqu’un est parti")]);
        foreach (var group in Lowest(unknowns, targets)) found.Add(new("bornes", seed, name, groups.Name(group.Key), groups.All[group.Key].Persons.Count, $"au moins {Math.Ceiling(group.Value - Exact)}"));
        foreach (var group in Highest(unknowns, targets)) found.Add(new("bornes", seed, name, groups.Name(group.Key), groups.All[group.Key].Persons.Count, $"au plus {Math.Floor(group.Value + Exact)}"));
        if (book.Question is not null)
            foreach (var target in targets.Take(AnswersTried))
                foreach (var choice in groups.All[target].Persons.SelectMany(book.Chosen).Distinct().Take(1))
                    if (Narrower(unknowns, groups, target, choice) is { } most) found.Add(new("bornes", seed, name, groups.Name(target), groups.All[target].Persons.Count, $"au plus {most} ont répondu {book.Question.Counted[choice].Code}"));
        return new(targets.Count, found);
    }

    /// <summary>Most groups can be empty at once; only those that never are in some rounds are asked alone.</summary>
    static Dictionary<int, double> Lowest(Unknowns unknowns, List<int> targets)
    {
        List<int> left = [.. targets];
        for (var round = 0; round < Rounds && left.Count > 0; round++)
        {
            unknowns.Solver.Minimize(new SumVarArray([.. left.Select(t => unknowns.Persons[t])]));
            unknowns.Solver.Solve();
            if (left.RemoveAll(t => unknowns.Persons[t].SolutionValue() <= Exact) == 0) break;
        }
        return Alone(unknowns, left, maximise: false).Where(t => Math.Ceiling(t.Value - Exact) >= 1).ToDictionary();
    }

    static Dictionary<int, double> Highest(Unknowns unknowns, List<int> targets)
    {
        var solver = unknowns.Solver;
        var capped = targets.ToDictionary(t => t, _ => solver.MakeNumVar(0, Top, ""));
        foreach (var (target, cap) in capped) solver.Add(cap <= unknowns.Persons[target]);
        List<int> left = [.. targets];
        for (var round = 0; round < Rounds && left.Count > 0; round++)
        {
            solver.Maximize(new SumVarArray([.. left.Select(t => capped[t])]));
            solver.Solve();
            if (left.RemoveAll(t => unknowns.Persons[t].SolutionValue() >= Top - Exact) == 0) break;
        }
        return Alone(unknowns, left, maximise: true).Where(t => Math.Floor(t.Value + Exact) < Top).ToDictionary();
    }

    static Dictionary<int, double> Alone(Unknowns unknowns, List<int> targets, bool maximise) => targets.ToDictionary(t => t, t => Most(unknowns, unknowns.Persons[t], maximise));

    static double Most(Unknowns unknowns, LinearExpr expression, bool maximise)
    {
        if (maximise) unknowns.Solver.Maximize(expression);
        else unknowns.Solver.Minimize(expression);
        var status = unknowns.Solver.Solve();
        return status == Solver.ResultStatus.OPTIMAL ? unknowns.Solver.Objective().Value() : maximise ? double.PositiveInfinity : 0;
    }

    /// <summary>
    /// The arrival, every figure that counts the group, and what is left of a population beside the parts shown, are ten persons or more by the
    /// rule. What is bounded of them is bounded of all of their persons alike; a bound that only the group has is a breach.
    /// </summary>
    static double? Narrower(Unknowns unknowns, Groups groups, int target, int choice)
    {
        var most = Math.Floor(Most(unknowns, unknowns.Answers[target][choice], maximise: true) + Exact);
        if (most >= Top) return null;
        // Cheap first: what the tables say each by itself; then what all equations say of the arrival and of each figure.
        List<Seen> counting = [.. groups.Figures.Where(f => f.Figures.Shares.Count > 0 && groups.Of(f).Contains(target))];
        if (counting.Exists(f => most >= Seen.Whole(f.Figures.Shares[choice], f.Figures.Answers).High)) return null;
        IEnumerable<IEnumerable<int>> wholes = [groups.In(groups.All[target].Arrival), .. counting.DistinctBy(f => (f.Table.Population, f.Table.Value, f.Covers.Count)).Select(groups.Of), .. Rests(groups, target)];
        return wholes.Any(w => most >= Math.Floor(Most(unknowns, new SumVarArray([.. w.Select(g => unknowns.Answers[g][choice])]), maximise: true) + Exact)) ? null : most;
    }

    static IEnumerable<IEnumerable<int>> Rests(Groups groups, int target) =>
        from whole in groups.Figures.Where(f => f.Cut is null).DistinctBy(f => (f.Table.Population, f.Covers.Count))
        from cut in Enumerable.Range(0, World.Cuts.Count)
        let rest = groups.Of(whole).Except(groups.Figures.Where(f => f.Cut == cut && f.Table.Population == whole.Table.Population).SelectMany(groups.Of)).ToList()
        where rest.Contains(target)
        select rest;
}
