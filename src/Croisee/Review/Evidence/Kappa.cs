namespace Croisee.Review.Evidence;

/// <summary>
/// Agreement of two readers over the same units, beyond chance: Cohen (1960), and Cohen (1968) where some disagreements are graver than others.
/// Null when chance alone would give the same everywhere: nobody varied, and the question has no answer.
/// </summary>
public static class Kappa
{
    /// <param name="pairs">What the first and the second said of each unit, as the position of the category in its order.</param>
    public static double? Of(IReadOnlyCollection<(int First, int Second)> pairs) => Weighted(pairs, (a, b) => a == b ? 0 : 1);

    /// <summary>A disagreement weighs as many steps as there are between both (Cicchetti and Allison).</summary>
    public static double? Linear(IReadOnlyCollection<(int First, int Second)> pairs) => Weighted(pairs, (a, b) => Math.Abs(a - b));

    /// <summary>A disagreement weighs the square of its steps (Fleiss and Cohen).</summary>
    public static double? Quadratic(IReadOnlyCollection<(int First, int Second)> pairs) => Weighted(pairs, (a, b) => (a - b) * (a - b));

    /// <param name="weight">How grave a disagreement is; 0 for the same category. Whole numbers, so that only the last division rounds.</param>
    public static double? Weighted(IReadOnlyCollection<(int First, int Second)> pairs, Func<int, int, long> weight)
    {
        var (first, second) = (pairs.CountBy(p => p.First).ToList(), pairs.CountBy(p => p.Second).ToList());
        var observed = pairs.Sum(p => weight(p.First, p.Second));
        var expected = first.Sum(f => second.Sum(s => weight(f.Key, s.Key) * f.Value * s.Value));
        return expected == 0 ? null : 1 - (double)observed * pairs.Count / expected;
    }

    public static Interval? Around(IReadOnlyCollection<(int First, int Second)> pairs) => Around(pairs, (a, b) => a == b ? 0 : 1);

    /// <summary>The standard error of a large sample: Fleiss, Cohen and Everitt (1969), who count agreement from 0 to 1 where the coefficient above counts how grave a disagreement is.</summary>
    public static Interval? Around(IReadOnlyCollection<(int First, int Second)> pairs, Func<int, int, long> weight)
    {
        if (Weighted(pairs, weight) is not { } kappa) return null;
        double n = pairs.Count;
        var (first, second) = (pairs.CountBy(p => p.First).ToList(), pairs.CountBy(p => p.Second).ToList());
        double worst = first.Max(f => second.Max(s => weight(f.Key, s.Key)));
        double Agrees(int a, int b) => 1 - weight(a, b) / worst;
        var byFirst = first.ToDictionary(f => f.Key, f => second.Sum(s => s.Value / n * Agrees(f.Key, s.Key)));
        var bySecond = second.ToDictionary(s => s.Key, s => first.Sum(f => f.Value / n * Agrees(f.Key, s.Key)));
        var chance = first.Sum(f => f.Value / n * byFirst[f.Key]);
        var spread = pairs.CountBy(p => p).Sum(p => p.Value / n * Math.Pow(Agrees(p.Key.First, p.Key.Second) - (byFirst[p.Key.First] + bySecond[p.Key.Second]) * (1 - kappa), 2));
        return Interval.Of(kappa, Math.Sqrt(Math.Max(0, spread - Math.Pow(kappa - chance * (1 - kappa), 2)) / n) / (1 - chance));
    }
}
