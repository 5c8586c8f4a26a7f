using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Croisee.Library;

/// <summary>
/// Answers to choices and maps, kept until a sheet comes, changes or goes: the library changes some times a day and is read all day, so a question
/// already asked costs the same whatever the number of sheets. Words that somebody typed are never kept. The caller holds the index's lock, to
/// read for <see cref="Of"/>, to write for <see cref="Forget"/>: no answer outlives what it was counted on.
/// </summary>
sealed class SearchKept
{
    // Some 8 kB each, and two halves of them: a stranger who asks everything fills 4 MB, no more.
    const int Most = 256;

    ConcurrentDictionary<string, object> young = new(), old = new();

    /// <param name="map">The fields of a map, or nothing for a list.</param>
    public T Of<T>(SearchQuestion question, string map, Func<T> answer) where T : class
    {
        if (!string.IsNullOrWhiteSpace(question.Text)) return answer();
        var key = KeyOf(question, map);
        if (young.TryGetValue(key, out var kept)) return (T)kept;
        if (!old.TryGetValue(key, out kept)) kept = answer();
        if (young.Count >= Most) (old, young) = (young, new());
        young[key] = kept;
        return (T)kept;
    }

    public void Forget()
    {
        if (!young.IsEmpty) young = new();
        if (!old.IsEmpty) old = new();
    }

    // Lengths before values: no code that a stranger makes up can look like the end of another.
    static string KeyOf(SearchQuestion question, string map)
    {
        var key = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{map}|{question.Sort}|{question.Page}|{question.PageSize}");
        foreach (var (field, codes) in (question.Filters ?? new Dictionary<string, IReadOnlySet<string>>()).Where(f => f.Value.Count > 0).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            key.Append(CultureInfo.InvariantCulture, $"|{field.Length}:{field}={codes.Count}");
            foreach (var code in codes.Order(StringComparer.Ordinal)) key.Append(CultureInfo.InvariantCulture, $",{code.Length}:{code}");
        }
        return key.ToString();
    }
}
