using Croisee.Library;

namespace Croisee.Tests.Library;

/// <summary>The same answers by the plainest means: every sheet is read again for each question, and scored in full.</summary>
sealed class BruteSearch(IEnumerable<SearchedSheet> all)
{
    readonly List<(SearchedSheet Sheet, Dictionary<string, int> Weights, int Length)> sheets = [.. all.Where(s => s.Shown).Select(Read)];

    static (SearchedSheet, Dictionary<string, int>, int) Read(SearchedSheet sheet)
    {
        var (title, text) = (FrenchAnalyser.Terms(sheet.Title), FrenchAnalyser.Terms(sheet.Text));
        var weights = new Dictionary<string, int>();
        foreach (var term in title) weights[term] = weights.GetValueOrDefault(term) + 4;
        foreach (var term in text) weights[term] = weights.GetValueOrDefault(term) + 1;
        return (sheet, weights, title.Count * 4 + text.Count);
    }

    /// <summary>Words are whole; a word ending with * is a beginning.</summary>
    public (int Total, List<(Guid Id, double Score)> Ranked) Ask(string[] words, bool any, IReadOnlyDictionary<string, IReadOnlySet<string>> filters)
    {
        var parts = words.Select(TermsOf).ToList();
        var matched = sheets.Where(s => any ? parts.Any(p => Has(s.Weights, p)) : parts.All(p => Has(s.Weights, p))).ToList();
        if (matched.Count == 0 && words.Length > 1) matched = [.. sheets.Where(s => parts.Any(p => Has(s.Weights, p)))];
        var found = matched.Where(s => filters.All(f => Holds(s.Sheet, f.Key, f.Value))).ToList();
        foreach (var (word, i) in words.Select((w, i) => (w, i)))
            if (word.EndsWith('*')) parts.Add([FrenchAnalyser.Term(word.AsSpan(..^1))]);
        return (found.Count, [.. found.Select(s => (s.Sheet.Id, parts.Sum(p => Score(s.Weights, s.Length, p)))).OrderByDescending(s => s.Item2)]);
    }

    public int Count(string[] words, IReadOnlyDictionary<string, IReadOnlySet<string>> filters, string field, string code) =>
        Ask(words, false, filters.Where(f => f.Key != field).Append(new(field, new HashSet<string> { code })).ToDictionary(f => f.Key, f => f.Value)).Total;

    HashSet<string> TermsOf(string word) => word.EndsWith('*')
        ? [FrenchAnalyser.Term(word.AsSpan(..^1)), .. Words().Where(w => FrenchAnalyser.Fold(w).StartsWith(FrenchAnalyser.Fold(word.AsSpan(..^1)), StringComparison.Ordinal)).Select(w => FrenchAnalyser.Term(w))]
        : [FrenchAnalyser.Term(word)];

    IEnumerable<string> Words() => sheets.SelectMany(s => $"{s.Sheet.Title} {s.Sheet.Text}".ToLowerInvariant().Split(' ')).Distinct();

    static bool Has(Dictionary<string, int> weights, HashSet<string> part) => part.Any(weights.ContainsKey);

    static bool Holds(SearchedSheet sheet, string field, IReadOnlySet<string> codes) =>
        codes.Any(code => sheet.Codes.Split(' ').Contains($"{field}:{code}"));

    double Score(Dictionary<string, int> weights, int length, HashSet<string> part)
    {
        double weight = part.Sum(t => weights.GetValueOrDefault(t));
        if (weight == 0) return 0;
        var holding = sheets.Count(s => Has(s.Weights, part));
        var idf = Math.Log(1 + (sheets.Count - holding + 0.5) / (holding + 0.5));
        return idf * weight * 2.2 / (weight + 1.2 * (0.25 + 0.75 * length / sheets.Average(s => s.Length)));
    }
}
