namespace Croisee.Review.Evidence;

/// <summary>
/// Krippendorff's alpha (« Computing Krippendorff's Alpha-Reliability », 2011): agreement beyond chance for any number of readers, some of whom said nothing of some units.
/// 1 is the same everywhere, 0 is what chance gives, below 0 they contradict each other. Null when there is nothing to compare or nobody varied.
/// </summary>
public static class Alpha
{
    /// <summary>What a difference of sums leaves where exact numbers would leave nothing.</summary>
    const double Least = 1e-9;

    /// <param name="units">For each unit, the category each reader gave, without the readers who said nothing.</param>
    public static double? Nominal(IReadOnlyCollection<IReadOnlyList<int>> units) => Of(units, (a, b) => a == b ? 0 : 1);

    /// <summary>Categories in an order: two far apart differ more, the more so as many values lie between them.</summary>
    public static double? Ordinal(IReadOnlyCollection<IReadOnlyList<int>> units)
    {
        var counts = new SortedDictionary<int, int>(Compared(units).SelectMany(u => u).CountBy(v => v).ToDictionary());
        return Of(units, (a, b) =>
        {
            // Twice the distance, so that it stays a whole number: the scale of the distances does not matter.
            var (low, high) = (Math.Min(a, b), Math.Max(a, b));
            double between = 2 * counts.Where(c => c.Key >= low && c.Key <= high).Sum(c => c.Value) - counts[low] - counts[high];
            return between * between;
        });
    }

    /// <param name="distance">0 for the same, growing as two values differ; the same both ways.</param>
    public static double? Of<TValue>(IReadOnlyCollection<IReadOnlyList<TValue>> units, Func<TValue, TValue, double> distance) where TValue : notnull
    {
        var compared = Compared(units).ToList();
        var values = compared.SelectMany(u => u).CountBy(v => v).ToList();
        var total = values.Sum(v => v.Value);
        if (total == 0) return null;
        var expected = values.Sum(a => values.Sum(b => distance(a.Key, b.Key) * a.Value * b.Value)) / (total - 1);
        var observed = compared.Sum(u => u.Sum(a => u.Sum(b => distance(a, b))) / (u.Count - 1));
        return expected == 0 ? null : 1 - observed / expected;
    }

    /// <summary>The same without each unit in turn, for <see cref="Interval.Jackknife"/>. What one unit brings is taken away from the sums, not counted again.</summary>
    public static IReadOnlyList<double?> Without<TValue>(IReadOnlyCollection<IReadOnlyList<TValue>> units, Func<TValue, TValue, double> distance) where TValue : notnull
    {
        var compared = Compared(units).ToList();
        var values = compared.SelectMany(u => u).CountBy(v => v).ToList();
        var apart = values.ToDictionary(a => a.Key, a => values.Sum(b => distance(a.Key, b.Key) * b.Value));
        var within = compared.Select(u => u.Sum(a => u.Sum(b => distance(a, b)))).ToList();
        var (total, expected, observed) = (values.Sum(v => v.Value), values.Sum(v => apart[v.Key] * v.Value), compared.Zip(within, (u, w) => w / (u.Count - 1)).Sum());
        return [.. compared.Zip(within, (unit, own) =>
        {
            var (readings, chance) = (total - unit.Count, expected - 2 * unit.Sum(v => apart[v]) + own);
            return readings == 0 || chance < Least ? (double?)null : 1 - (readings - 1) * (observed - own / (unit.Count - 1)) / chance;
        })];
    }

    public static IReadOnlyList<double?> NominalWithout(IReadOnlyCollection<IReadOnlyList<int>> units) => Without(units, (a, b) => a == b ? 0 : 1);

    /// <summary>Here the distances change with what is left: counted again each time, over a handful of categories.</summary>
    public static IReadOnlyList<double?> OrdinalWithout(IReadOnlyCollection<IReadOnlyList<int>> units)
    {
        var compared = Compared(units).ToList();
        return [.. compared.Select((_, i) => Ordinal([.. compared.Where((_, j) => j != i)]))];
    }

    /// <summary>A unit of which one reader alone spoke compares nothing.</summary>
    static IEnumerable<IReadOnlyList<TValue>> Compared<TValue>(IEnumerable<IReadOnlyList<TValue>> units) => units.Where(u => u.Count > 1);
}
