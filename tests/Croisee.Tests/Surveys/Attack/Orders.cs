namespace Croisee.Tests.Surveys.Attack;

/// <summary>What an order of things found somewhere says of the order in which persons came: three ways to ask, each with its bound of chance.</summary>
static class Orders
{
    /// <summary>Four standard deviations for forty persons: 1 / sqrt(39) each.</summary>
    public const double CorrelationMax = 0.65;
    /// <summary>Right guesses when the k-th found is said to be the k-th who came: chance gives one on average, and seven or more once in 12,000.</summary>
    public const int MatchesMax = 6;
    /// <summary>Standard deviations of the pairs that stand in the same page of the file in the order of arrival.</summary>
    public const double PagesMax = 4.5;

    /// <summary>Rank correlation between place and arrival.</summary>
    public static double Correlation(IReadOnlyList<int> found)
    {
        double n = found.Count, sum = 0;
        var ranks = found.Order().Select((arrival, rank) => (arrival, rank)).ToDictionary(p => p.arrival, p => p.rank);
        for (var i = 0; i < found.Count; i++) sum += Math.Pow(i - ranks[found[i]], 2);
        return 1 - (6 * sum / (n * ((n * n) - 1)));
    }

    public static int Matches(IReadOnlyList<int> found) => found.Where((arrival, i) => arrival == i).Count();

    /// <param name="found">Arrivals with the page each stands in, in the order of the file.</param>
    public static double InPages(IEnumerable<(long Page, int Arrival)> found)
    {
        double sum = 0, variance = 0;
        foreach (var page in found.GroupBy(f => f.Page).Select(g => g.Select(f => f.Arrival).ToList()))
        {
            double n = page.Count;
            for (var i = 0; i < page.Count; i++) for (var j = i + 1; j < page.Count; j++) sum += Math.Sign(page[j] - page[i]);
            variance += n * (n - 1) * ((2 * n) + 5) / 18;
        }
        return variance == 0 ? 0 : sum / Math.Sqrt(variance);
    }

    /// <summary>Null when this order says nothing, else what it says.</summary>
    public static string? Says(string where, IReadOnlyList<int> found)
    {
        if (found.Count < 10) return null;
        var (correlation, matches) = (Correlation(found), Math.Max(Matches(found), Matches([.. found.Reverse()])));
        return Math.Abs(correlation) > CorrelationMax || matches > MatchesMax ? $"{where}: correlation {correlation:0.00}, {matches} of {found.Count} named" : null;
    }
}
