namespace Croisee.Library.Survival;

/// <summary>How long one was followed, in whole units, and whether it ended then; if not, it was still alive when last heard of (censored).</summary>
public readonly record struct Lifetime(int Time, bool Ended);

/// <summary>What happens at one time: how many were still followed just before, how many ended, how many are heard of for the last time.</summary>
/// <param name="Survival">Share still alive after it.</param>
/// <param name="Error">Greenwood's standard error of that share.</param>
public sealed record SurvivalStep(int Time, int AtRisk, int Ended, int Censored, double Survival, double Error)
{
    /// <summary>95 %, on the log-minus-log scale so that the bounds never leave 0 and 1; none while nothing ended, nor once all have.</summary>
    public (double Low, double High)? Interval => Survival is <= 0 or >= 1 ? null : Bounds();

    (double, double) Bounds()
    {
        // Kalbfleisch and Prentice: S^exp(±z·se/(S·|ln S|)).
        var width = Math.Exp(KaplanMeier.Z * Error / (Survival * -Math.Log(Survival)));
        return (Math.Pow(Survival, width), Math.Pow(Survival, 1 / width));
    }
}

/// <summary>
/// The product-limit estimate of survival (Kaplan and Meier, J. Am. Stat. Assoc. 53, 1958, 457-481) with the standard error of Greenwood (1926). At the
/// same time, ends come before last hearings: whoever is heard of at a time was at risk at that time.
/// </summary>
public sealed class KaplanMeier
{
    internal const double Z = 1.959963984540054;

    KaplanMeier(int count, IReadOnlyList<SurvivalStep> steps) => (Count, Steps) = (count, steps);

    public int Count { get; }
    /// <summary>One for each time at which something is known, in order.</summary>
    public IReadOnlyList<SurvivalStep> Steps { get; }
    public int Ended => Steps.Sum(s => s.Ended);
    /// <summary>The last time anybody was followed; nothing is known after it.</summary>
    public int Last => Steps.Count == 0 ? 0 : Steps[^1].Time;
    /// <summary>The first time at which half or fewer are alive; null when that has not been seen.</summary>
    public int? Median => Steps.FirstOrDefault(s => s.Survival <= 0.5 + 1e-12)?.Time;

    public static KaplanMeier Of(IEnumerable<Lifetime> lifetimes)
    {
        var known = lifetimes.ToList();
        var (left, survival, sum) = (known.Count, 1.0, 0.0);
        var steps = new List<SurvivalStep>();
        foreach (var at in known.GroupBy(l => l.Time).OrderBy(g => g.Key))
        {
            var (ended, censored) = (at.Count(l => l.Ended), at.Count(l => !l.Ended));
            survival *= (double)(left - ended) / left;
            if (ended > 0 && ended < left) sum += (double)ended / ((double)left * (left - ended));
            steps.Add(new(at.Key, left, ended, censored, survival, survival == 0 ? 0 : survival * Math.Sqrt(sum)));
            left -= ended + censored;
        }
        return new(known.Count, steps);
    }

    /// <summary>How many are still followed at this time: neither ended before nor heard of for the last time before.</summary>
    public int AtRisk(int time) => Steps.FirstOrDefault(s => s.Time >= time)?.AtRisk ?? 0;

    /// <summary>What is known at this time: the last step before or at it. Null once nobody is followed any more, or before anything happened (all alive).</summary>
    public SurvivalStep? At(int time) => time > Last ? null : Steps.LastOrDefault(s => s.Time <= time) ?? new(time, Count, 0, 0, 1, 0);
}
