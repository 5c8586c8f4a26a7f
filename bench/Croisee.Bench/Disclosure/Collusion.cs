using Croisee.Surveys.Disclosure;

namespace Croisee.Bench.Disclosure;

/// <summary>
/// All but one of those whom a table counts (ten or more) lay their answers together. They know that one more answered, not that there is only one.
/// Is the answer of the last one certain, whatever the others outside could have said?
/// </summary>
public static class Collusion
{
    const int MostOthers = 60;

    /// <returns>Last persons tried, and those whose answer became certain.</returns>
    public static (int Tried, int Certain) Run(Follow book, Random chance)
    {
        if (book.Question is not { Several: false }) return (0, 0);
        int tried = 0, certain = 0;
        foreach (var figure in book.Figures.GroupBy(f => (f.Table.Population, f.Table.Value)).Select(g => g.Last()))
        {
            var persons = figure.Covers.SelectMany(c => book.Arrivals[c.Key].People.Where(p => figure.Cut is not { } cut || ((c.Value >> Follow.ValueOf(cut, p)) & 1) == 1)).ToList();
            if (figure.Covers.Keys.Any(a => book.Arrivals[a].Left) || persons.Count < Thresholds.LeastBatch) continue;
            var last = persons[chance.Next(persons.Count)];
            var known = new int[figure.Figures.Shares.Count];
            foreach (var person in persons) if (person != last) known[book.Chosen(person)[0]]++;
            tried++;
            if (!Enumerable.Range(0, known.Length).Any(other => other != book.Chosen(last)[0] && Possible(figure.Figures, known, other))) certain++;
        }
        return (tried, certain);
    }

    /// <summary>Whether some number of persons besides them, one of whom gave this answer, agrees with the table.</summary>
    static bool Possible(ShownFigures figures, int[] known, int answer)
    {
        var together = known.Sum();
        for (var n = Math.Max(together + 1, figures.Answers.Low); n <= Math.Min(figures.Answers.High, together + MostOthers); n++)
        {
            var counts = figures.Shares.Select((s, i) => Seen.Whole(s, n) is var w ? (Low: Math.Max(w.Low - known[i], i == answer ? 1 : 0), High: w.High - known[i]) : default).ToList();
            if (counts.TrueForAll(c => c.Low <= c.High) && counts.Sum(c => c.Low) <= n - together && counts.Sum(c => c.High) >= n - together) return true;
        }
        return false;
    }
}
