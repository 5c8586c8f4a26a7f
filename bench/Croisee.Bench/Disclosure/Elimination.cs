namespace Croisee.Bench.Disclosure;

/// <summary>
/// Exact elimination: as if every number behind every figure were known to the unit, are there sums and differences of them that leave one
/// to four persons? Harder on the gate than the figures are: bands and rounding do not help it here.
/// </summary>
public static class Elimination
{
    const long Prime = 2_147_483_647;

    public static Findings Run(int seed, Follow book, IReadOnlyList<int> cuts)
    {
        var groups = new Groups(book, cuts, book.Figures);
        var names = groups.All.Count;
        var rows = groups.Figures.Select(f => Row(book, groups, f)).DistinctBy(r => string.Join(',', r.OrderBy(c => c.Key))).ToList();
        var reduced = Reduce(rows);
        List<Breach> found = [];
        foreach (var row in reduced)
        {
            var factor = row.First().Value;
            if (row.Any(c => c.Value != factor)) continue;
            var size = row.Sum(c => c.Key < names ? groups.All[c.Key].Persons.Count : book.Departures[c.Key - names].Persons);
            if (size is >= 1 and <= 4) found.Add(new("élimination", seed, book.Question?.Code ?? "réponses", Name(book, groups, names, row.Keys.First()), size, $"isolées, avec {row.Count - 1} groupes vides"));
        }
        return new(groups.All.Count(g => g.IsTarget) + book.Departures.Count, found);
    }

    static Dictionary<int, long> Row(Follow book, Groups groups, Seen figure)
    {
        var row = groups.Of(figure).ToDictionary(g => g, _ => 1L);
        var populations = figure.Covers.Keys.Select(a => book.Arrivals[a].Population).ToHashSet();
        for (var d = 0; d < book.Departures.Count; d++)
            if (figure.Cut is null && book.Departures[d].Day <= figure.Day && populations.Contains(book.Departures[d].Population)) row[groups.All.Count + d] = Prime - 1;
        return row;
    }

    static string Name(Follow book, Groups groups, int names, int column) =>
        column < names ? groups.Name(column) : $"{book.Departures[column - names].Population}, retrait du jour {book.Departures[column - names].Day}";

    /// <summary>Gauss and Jordan over a prime field; rows stay sparse because figures are nested.</summary>
    static List<Dictionary<int, long>> Reduce(List<Dictionary<int, long>> rows)
    {
        var pivots = new Dictionary<int, Dictionary<int, long>>();
        foreach (var row in rows.OrderBy(r => r.Count))
        {
            foreach (var column in row.Keys.Where(pivots.ContainsKey).ToList()) if (row.TryGetValue(column, out var times)) Subtract(row, pivots[column], times);
            if (row.Count == 0) continue;
            var pivot = row.Keys.Min();
            var inverse = Power(row[pivot], Prime - 2);
            foreach (var column in row.Keys.ToList()) row[column] = row[column] * inverse % Prime;
            foreach (var other in pivots.Values) if (other.TryGetValue(pivot, out var times)) Subtract(other, row, times);
            pivots[pivot] = row;
        }
        return [.. pivots.Values];
    }

    static void Subtract(Dictionary<int, long> row, Dictionary<int, long> other, long times)
    {
        foreach (var (column, value) in other)
        {
            var left = (row.GetValueOrDefault(column) + ((Prime - times) * value % Prime)) % Prime;
            if (left == 0) row.Remove(column);
            else row[column] = left;
        }
    }

    static long Power(long number, long exponent)
    {
        var result = 1L;
        for (; exponent > 0; exponent >>= 1, number = number * number % Prime) if ((exponent & 1) == 1) result = result * number % Prime;
        return result;
    }
}
