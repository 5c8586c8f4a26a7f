namespace Croisee.Bench.Measure;

/// <summary>Lengths and counts of windows (quality.md D.6: at least three, of ten seconds).</summary>
/// <param name="FirstWarmUp">Left out of every figure (quality.md D.7), and long: what runs often is compiled again twice before it is as fast as it will stay.</param>
public sealed record Pace(int Pairs, TimeSpan Window, TimeSpan FirstWarmUp, TimeSpan WarmUp)
{
    public static readonly Pace Full = new(3, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));
    public static readonly Pace Quick = new(3, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(0.5)) { Worlds = 20 };

    /// <summary>Of what is drawn at random: printed, and given with --seed, so that nobody can choose it in silence.</summary>
    public int Seed { get; init; } = 20_270_104;

    /// <summary>Campaigns that `disclosure` draws and attacks.</summary>
    public int Worlds { get; init; } = 200;
}

/// <summary>
/// Windows taken in turn, ours then the ceiling's, so that a neighbour or a clock change falls on both. A pair that
/// others disturbed is taken again, at most as many times as there are pairs; if the machine never becomes quiet, all
/// pairs are used and the result says so.
/// </summary>
public sealed class Interleaved(Pace pace, Action<string> log)
{
    public Comparison Run(Side ours, Side ceiling)
    {
        var pairs = new List<(Window Ours, Window Ceiling)>();
        var quiet = 0;
        while (quiet < pace.Pairs && pairs.Count < 2 * pace.Pairs)
        {
            var warmUp = pairs.Count == 0 ? pace.FirstWarmUp : pace.WarmUp;
            var pair = (Take(ours, ceiling, warmUp), Take(ceiling, ours, warmUp));
            pairs.Add(pair);
            if (pair.Item1.Quiet && pair.Item2.Quiet) quiet++;
        }
        var kept = quiet >= pace.Pairs ? pairs.Where(p => p.Ours.Quiet && p.Ceiling.Quiet).ToList() : pairs;
        return new Comparison(
            [.. kept.Select(p => p.Ours)], [.. kept.Select(p => p.Ceiling)],
            WithoutFault: pairs.TrueForAll(p => Clean(p.Ours) && Clean(p.Ceiling)),
            Quiet: quiet >= pace.Pairs);
    }

    private static bool Clean(Window window) => window.Load is { Operations: > 0, Errors: 0, Wrong: 0 };

    private Window Take(Side side, Side other, TimeSpan warmUp)
    {
        var window = Window.Take(side, [other.Server], warmUp, pace.Window);
        var load = window.Load;
        log($"    {side.Name,-8} {load.Rate,9:n0} op/s  p50 {window.P50Ms,7:0.00} ms  p99 {window.P99Ms,7:0.00} ms  {window.CpuMsPerOperation:0.000} ms CPU/op  "
            + $"serveur {window.ServerShare:p0}, client {window.ClientShare:p0}, autres {window.OthersShare:p0}{(window.Quiet ? "" : " (machine occupée)")}"
            + (load.Errors + load.Wrong == 0 ? "" : $"  ERREURS {load.Errors}, FAUX {load.Wrong} : {load.FirstFailure}"));
        return window;
    }
}

/// <param name="WithoutFault">No window, kept or not, saw an error or a wrong answer.</param>
/// <param name="Quiet">Enough pairs of windows were left alone by the rest of the machine.</param>
public sealed record Comparison(IReadOnlyList<Window> Ours, IReadOnlyList<Window> Ceiling, bool WithoutFault, bool Quiet)
{
    public double OursRate => Ours.Select(w => w.Load.Rate).Median();

    public double CeilingRate => Ceiling.Select(w => w.Load.Rate).Median();
}
