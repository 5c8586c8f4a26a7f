namespace Croisee.Bench.Disclosure;

/// <summary>
/// Somebody is known to have answered on a given day. The attacker knows his establishment, age and way of answering, which arrival that day fell in,
/// and compares the figures before and after it. Does he guess the answer more often than by reading the last figures as everybody does?
/// </summary>
public sealed class Membership(Random chance)
{
    const int PerBook = 40;

    /// <summary>How much the arrival's own estimated answers count against the last figures: several attackers, the best one is kept.</summary>
    static readonly double[] Weights = [0.1, 0.3, 1, 3];

    /// <summary>By world: guesses that were right, minus those of the reader, a person; one column for each attacker.</summary>
    public List<double[]> Gains { get; } = [];

    public int Persons { get; private set; }

    /// <summary>What any published statistic tells of those it counts: right guesses, less those about a like person whom it does not count.</summary>
    public List<double> OwnPresence { get; } = [];

    public void Run(Campaign campaign)
    {
        var (gains, own, persons) = (new double[Weights.Length], 0.0, 0);
        foreach (var book in campaign.Books.Where(b => b.Question is { Several: false }))
        {
            var figures = book.Figures.Where(f => f.Cut is null).ToLookup(f => f.Table.Population);
            var last = book.Figures.GroupBy(f => (f.Table.Population, f.Table.Cut, f.Table.Value)).ToDictionary(g => g.Key, g => g.Last());
            var known = book.Arrivals.SelectMany(a => a.People.Select(p => (Arrival: a, Person: p))).OrderBy(_ => chance.Next()).Take(PerBook);
            foreach (var (arrival, person) in known)
            {
                var population = Place(campaign, arrival.Population);
                if (!last.TryGetValue((population, null, null), out var whole)) continue;
                var (answer, read) = (book.Chosen(person)[0], Read(last, population, person) ?? Shares(whole));
                var (reader, likely) = (Best(read), person.Likely[book.Question!.Code]);
                var before = figures[population].LastOrDefault(f => f.Day < arrival.Day && !f.Covers.ContainsKey(arrival.Number));
                var after = figures[population].FirstOrDefault(f => f.Covers.ContainsKey(arrival.Number));
                if (after is null) continue;
                persons++;
                own += (reader == answer ? 1 : 0) - likely[reader];
                var came = Came(before, after);
                for (var w = 0; w < Weights.Length; w++)
                {
                    var guess = Best([.. read.Select((r, i) => r + (Weights[w] * came[i]))]);
                    gains[w] += (guess == answer ? 1 : 0) - (reader == answer ? 1 : 0);
                }
            }
        }
        if (persons == 0) return;
        Persons += persons;
        Gains.Add([.. gains.Select(g => g / persons)]);
        OwnPresence.Add(own / persons);
    }

    /// <summary>The best attacker's mean gain over worlds, and the upper end of its 95 % interval.</summary>
    public (double Mean, double Upper) Advantage() =>
        Enumerable.Range(0, Weights.Length).Select(w => Mean([.. Gains.Select(g => g[w])])).MaxBy(a => a.Upper);

    public static (double Mean, double Upper) Mean(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return (double.NaN, double.NaN);
        var mean = values.Average();
        return (mean, mean + (1.96 * Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1) / values.Count)));
    }

    static string Place(Campaign campaign, string population) => campaign.World.PlaceOn(World.LastDay, population);

    /// <summary>The narrowest table that counts the person.</summary>
    static double[]? Read(Dictionary<(string, string?, string?), Seen> last, string population, Person person) =>
        person.Row.Attributes.Select(a => last.GetValueOrDefault((population, a.Key, a.Value))).OfType<Seen>().OrderBy(f => f.Figures.Answers.Low).Select(Shares).FirstOrDefault();

    static double[] Shares(Seen figure) => [.. figure.Figures.Shares.Select(s => Seen.Window(s) is var (low, high) ? (low + Math.Min(1, high)) / 2 : 0)];

    /// <summary>The answers that came with the arrival, as shares, from the middles of what was shown before and after.</summary>
    static double[] Came(Seen? before, Seen after)
    {
        var now = Shares(after).Select(s => s * Middle(after)).ToArray();
        var came = before is null ? now : [.. Shares(before).Select((s, i) => Math.Max(0, now[i] - (s * Middle(before))))];
        var sum = came.Sum();
        return sum == 0 ? came : [.. came.Select(c => c / sum)];
    }

    static double Middle(Seen figure) => (figure.Figures.Answers.Low + figure.Figures.Answers.High) / 2.0;

    static int Best(double[] shares) => shares.Index().MaxBy(s => s.Item).Index;
}
