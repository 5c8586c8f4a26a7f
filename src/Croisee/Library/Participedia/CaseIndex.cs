using Croisee.Framework;

namespace Croisee.Library.Participedia;

/// <summary>One case as a list needs it: where it is told, and its values by field.</summary>
public sealed record CaseEntry(Guid Id, IReadOnlyDictionary<string, IReadOnlyList<string>> Codes);

/// <summary>What was found of the cases: which ones in the order of the list, and for each field how many say what, the other choices held.</summary>
public sealed record FoundCases(IReadOnlyList<Guid> Ids, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Counts);

/// <summary>
/// The words and values of the imported cases. They come in several languages, so no root is taken: each word asked must begin a word of the case,
/// whatever its accents.
/// </summary>
public sealed class CaseIndex
{
    const int CodeMax = 80;
    readonly List<CaseEntry> entries = [];
    readonly Dictionary<string, List<int>> holding = new(StringComparer.Ordinal);
    string[] words = [];

    /// <summary>The fields that a list is narrowed by: each that stands beside one of ours, texts and addresses apart, which are read and not chosen.</summary>
    public static IReadOnlyList<Crosswalks.CaseField> Fields { get; } = [.. Crosswalks.Participedia.Where(f => f is { Ours: not null, Translated: false, Name: not ("links" or "evaluation_links") })];

    public int Total => entries.Count;

    public void Take(ImportedCase one)
    {
        var content = one.Read();
        foreach (var word in content.Texts.Values.SelectMany(t => t.Values).Concat(content.Values.Where(v => v.Key is not ("links" or "evaluation_links")).SelectMany(v => v.Value)).SelectMany(WordsOf).ToHashSet())
        {
            if (!holding.TryGetValue(word, out var places)) holding[word] = places = [];
            places.Add(entries.Count);
        }
        entries.Add(new(one.Id, Fields.Where(f => content.Values.ContainsKey(f.Name)).ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[.. content.Values[f.Name].Select(v => CodeOf(f.Name, v)).OfType<string>().Distinct()])));
    }

    /// <summary>After the last case: words in their order, so that a beginning finds them all.</summary>
    public void End()
    {
        words = [.. holding.Keys];
        Array.Sort(words, StringComparer.Ordinal);
    }

    /// <summary>A date counts by its year; a sentence is nothing to choose.</summary>
    static string? CodeOf(string field, string said)
    {
        said = said.Trim();
        if (field is not ("start_date" or "end_date")) return said.Length is 0 or > CodeMax ? null : said;
        return said.Length >= 4 && said[..4].All(char.IsAsciiDigit) ? said[..4] : null;
    }

    public FoundCases Find(string text, IReadOnlyDictionary<string, string> asked)
    {
        var (found, counts) = (new List<Guid>(), Fields.ToDictionary(f => f.Name, _ => new Dictionary<string, int>(StringComparer.Ordinal)));
        var told = Telling(text);
        for (var place = 0; place < entries.Count; place++)
        {
            if (told is not null && !told.Contains(place)) continue;
            var entry = entries[place];
            var missed = asked.Where(a => !entry.Codes.GetValueOrDefault(a.Key, []).Contains(a.Value)).Select(a => a.Key).Take(2).ToList();
            if (missed.Count == 0) found.Add(entry.Id);
            // What would be found with another choice in this field counts there, and nowhere else.
            if (missed.Count <= 1)
                foreach (var (field, codes) in entry.Codes)
                    if (missed.Count == 0 || missed[0] == field)
                        foreach (var code in codes) counts[field][code] = counts[field].GetValueOrDefault(code) + 1;
        }
        return new(found, counts.ToDictionary(c => c.Key, c => (IReadOnlyDictionary<string, int>)c.Value));
    }

    /// <summary>The places of the cases that tell each word; null when no word is asked.</summary>
    HashSet<int>? Telling(string text)
    {
        HashSet<int>? all = null;
        foreach (var word in WordsOf(text).Distinct())
        {
            var these = new HashSet<int>();
            var at = Array.BinarySearch(words, word, StringComparer.Ordinal);
            for (at = at < 0 ? ~at : at; at < words.Length && words[at].StartsWith(word, StringComparison.Ordinal); at++) these.UnionWith(holding[words[at]]);
            if (all is null) all = these; else all.IntersectWith(these);
        }
        return all;
    }

    static IEnumerable<string> WordsOf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var from = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            if (i > from) yield return FrenchAnalyser.Fold(text.AsSpan(from, i - from));
        }
    }
}
