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
}
