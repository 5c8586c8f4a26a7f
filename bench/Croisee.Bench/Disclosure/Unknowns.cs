using Croisee.Surveys.Disclosure;
using Google.OrTools.LinearSolver;

namespace Croisee.Bench.Disclosure;

/// <summary>
/// Everything published about one question, as linear equations over the persons and the answers of each group, with the intervals that
/// rounding leaves. Whole-number bounds are taken where one table alone gives them.
/// </summary>
public sealed class Unknowns : IDisposable
{
    /// <summary>A share is below its upper end: in whole persons, by one two-hundredth at least.</summary>
    const double Below = 1.0 / 200;

    readonly Groups groups;
    readonly Dictionary<(string, string?, bool), List<(HashSet<int> Groups, Variable[] Sums)>> chains = [];
    readonly int choices;

    public Unknowns(Groups groups, ClosedQuestion? question)
    {
        this.groups = groups;
        choices = question?.Counted.Count ?? 0;
        Solver = Solver.CreateSolver("GLOP");
        Persons = [.. groups.All.Select(_ => Solver.MakeNumVar(0, double.PositiveInfinity, ""))];
        Answers = [.. groups.All.Select(_ => Enumerable.Range(0, choices).Select(_ => Solver.MakeNumVar(0, double.PositiveInfinity, "")).ToArray())];
        for (var g = 0; g < Persons.Count && question is not null; g++)
        {
            if (question.Several) foreach (var chose in Answers[g]) Solver.Add(chose <= Persons[g]);
            else Solver.Add(new SumVarArray(Answers[g]) == Persons[g]);
        }
        foreach (var figure in groups.Figures.OrderBy(f => f.Day)) Tell(figure);
    }

    public Solver Solver { get; }

    /// <summary>How many persons each group holds.</summary>
    public IReadOnlyList<Variable> Persons { get; }

    /// <summary>By group and choice.</summary>
    public IReadOnlyList<Variable[]> Answers { get; }

    /// <summary>Solves for an objective: warm, then cold, then by the dual simplex. A bound that none of them finds must not pass for one that holds.</summary>
    public Solver.ResultStatus Solve(LinearExpr objective, bool maximise)
    {
        if (maximise) Solver.Maximize(objective);
        else Solver.Minimize(objective);
        var status = Solver.Solve();
        if (status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.INFEASIBLE or Solver.ResultStatus.UNBOUNDED) return status;
        Solver.Reset();
        status = Solver.Solve();
        if (status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.INFEASIBLE or Solver.ResultStatus.UNBOUNDED) return status;
        using var dual = new MPSolverParameters();
        dual.SetIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM, (int)MPSolverParameters.LpAlgorithmValues.DUAL);
        dual.SetIntegerParam(MPSolverParameters.IntegerParam.INCREMENTALITY, (int)MPSolverParameters.IncrementalityValues.INCREMENTALITY_OFF);
        return Solver.Solve(dual);
    }

    void Tell(Seen figure)
    {
        var key = (figure.Table.Population, figure.Table.Value, figure.Table.AllBut);
        if (!chains.TryGetValue(key, out var chain)) chains[key] = chain = [];
        HashSet<int> about = [.. groups.Of(figure)];
        if (chain.Exists(c => c.Groups.SetEquals(about))) return;
        // Written as what the last figure of the same kind counted, and what came since: the equations stay short.
        var before = chain.LastOrDefault(c => c.Groups.IsSubsetOf(about));
        var added = before.Groups is null ? about : [.. about.Except(before.Groups)];
        var sums = new Variable[choices + 1];
        for (var i = 0; i <= choices; i++)
        {
            sums[i] = Solver.MakeNumVar(0, double.PositiveInfinity, "");
            var terms = added.Select(g => i == 0 ? Persons[g] : Answers[g][i - 1]).ToList();
            if (before.Groups is not null) terms.Add(before.Sums[i]);
            Solver.Add(new SumVarArray([.. terms]) == sums[i]);
        }
        chain.Add((about, sums));
        Bound(figure, sums);
    }

    void Bound(Seen figure, Variable[] sums)
    {
        var band = figure.Figures.Answers;
        sums[0].SetBounds(band.Low, band.High);
        for (var choice = 0; choice < figure.Figures.Shares.Count; choice++)
            Share(sums[0], sums[choice + 1], figure.Figures.Shares[choice], band);
        if (figure.Figures.Favourable is not { } favourable) return;
        var sum = Solver.MakeNumVar(0, double.PositiveInfinity, "");
        var kinds = World.Questions.First(q => q.Code == figure.Table.Question).Counted;
        Solver.Add(new SumVarArray([.. kinds.Index().Where(k => k.Item.Favourable).Select(k => sums[k.Index + 1])]) == sum);
        Share(sums[0], sum, favourable, band);
    }

    void Share(Variable all, Variable chose, ShownShare share, SizeBand band)
    {
        var (low, high) = Seen.Window(share);
        var whole = Seen.Whole(share, band);
        chose.SetBounds(whole.Low, whole.High == int.MaxValue ? double.PositiveInfinity : whole.High);
        Solver.Add(chose >= low * all);
        if (high <= 1) Solver.Add(chose <= (high * all) - (share.Step >= 1 ? Below : 0));
    }

    public void Dispose() => Solver.Dispose();
}
