namespace Croisee.Review.Evidence;

/// <summary>
/// Krippendorff's alpha (« Computing Krippendorff's Alpha-Reliability », 2011): agreement beyond chance for any number of readers, some of whom said nothing of some units.
/// 1 is the same everywhere, 0 is what chance gives, below 0 they contradict each other. Null when there is nothing to compare or nobody varied.
/// </summary>
public static class Alpha
{
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

    /// <summary>A unit of which one reader alone spoke compares nothing.</summary>
    static IEnumerable<IReadOnlyList<TValue>> Compared<TValue>(IEnumerable<IReadOnlyList<TValue>> units) => units.Where(u => u.Count > 1);
}
