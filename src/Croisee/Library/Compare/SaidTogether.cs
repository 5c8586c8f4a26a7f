namespace Croisee.Library.Compare;

/// <summary>What several sheets say on one landmark, told as people would: what all say, what some say, what one alone says, who says nothing.</summary>
public static class SaidTogether
{
    /// <typeparam name="T">What is equal is the same thing said; it is written as its <c>ToString</c>.</typeparam>
    /// <param name="letters">The sheets as the page names them: A, B…</param>
    /// <param name="said">What each says; empty when it says nothing.</param>
    /// <param name="single">One answer at most is possible: two sheets then disagree rather than say more.</param>
    public static IReadOnlyList<string> Sentences<T>(IReadOnlyList<string> letters, IReadOnlyList<IReadOnlyCollection<T>> said, bool single = false)
    {
        if (letters.Count < 2) return [];
        if (said.All(s => s.Count == 0)) return [$"{All(letters.Count)} n’en disent rien."];
        if (IsSame(said)) return [$"{All(letters.Count)} disent la même chose."];
        var groups = said.SelectMany(s => s).Distinct().Select(value => (Value: value, Holders: letters.Where((_, i) => said[i].Contains(value)).ToList()))
            .GroupBy(v => string.Concat(v.Holders)).OrderByDescending(g => g.First().Holders.Count).ThenBy(g => g.Key, StringComparer.Ordinal);
        var sentences = groups.Select(g => $"{Who(g.First().Holders, letters.Count, single)} : {string.Join(" ; ", g.Select(v => v.Value))}.").ToList();
        var silent = letters.Where((_, i) => said[i].Count == 0).ToList();
        if (silent.Count > 0) sentences.Add(silent.Count == 1 ? $"{silent[0]} ne le dit pas." : $"{And(silent)} ne le disent pas.");
        return sentences;
    }

    public static bool IsSame<T>(IReadOnlyList<IReadOnlyCollection<T>> said) => said.All(s => s.Count == said[0].Count && s.All(said[0].Contains));

    static string Who(IReadOnlyList<string> holders, int sheets, bool single) =>
        holders.Count == sheets ? All(sheets) : holders.Count > 1 ? And(holders) : single ? holders[0] : $"Seule {holders[0]}";

    public static string All(int sheets) => sheets switch { 2 => "Les deux", 3 => "Les trois", _ => "Les quatre" };

    public static string And(IReadOnlyList<string> letters) => letters.Count == 1 ? letters[0] : $"{string.Join(", ", letters.Take(letters.Count - 1))} et {letters[^1]}";
}
