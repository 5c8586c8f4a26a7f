using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Croisee.Library;

/// <summary>
/// Answers to choices, maps and near sheets, kept until a sheet comes, changes or goes: the library changes some times a day and is read all day, so
/// a question already asked costs the same whatever the number of sheets. Words that somebody typed are never kept. The caller holds the index's
/// lock, to read for <see cref="Of"/>, to write for <see cref="Forget"/>: no answer outlives what it was counted on.
/// </summary>
sealed class SearchKept
{
    // Some 8 kB each at the most, and two halves of them: a stranger who asks everything fills 8 MB, no more.
    const int Most = 512;

    ConcurrentDictionary<string, object> young = new(), old = new();

    /// <param name="key">Null for what is not kept.</param>
    public T Of<T>(string? key, Func<T> answer) where T : class
    {
        if (key is null) return answer();
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

    /// <param name="map">The fields of a map, or nothing for a list.</param>
    public static string? KeyOf(SearchQuestion question, string map = "")
    {
        if (!string.IsNullOrWhiteSpace(question.Text) || question.Among is not null) return null;
        var key = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{map}|{question.Sort}|{question.Page}|{question.PageSize}");
        foreach (var (field, codes) in (question.Filters ?? new Dictionary<string, IReadOnlySet<string>>()).Where(f => f.Value.Count > 0).OrderBy(f => f.Key, StringComparer.Ordinal))
            Add(key.Append('|'), [field, .. codes.Order(StringComparer.Ordinal)]);
        return key.ToString();
    }

    public static string KeyOf(NearQuestion question)
    {
        var key = new StringBuilder().Append(CultureInfo.InvariantCulture, $"near|{question.Sheet:N}|{question.Most}|");
        Add(key, (question.Without ?? new HashSet<Guid>()).Order().Select(sheet => sheet.ToString("N")));
        Add(key.Append('|'), question.Codes.Select(c => c.Field + ":" + c.Code));
        Add(key.Append('|'), question.Words.Select(w => w.Word + w.Times.ToString(CultureInfo.InvariantCulture)));
        return key.ToString();
    }

    // Lengths before values: no code that a stranger makes up can look like the end of another.
    static void Add(StringBuilder key, IEnumerable<string> values)
    {
        foreach (var value in values) key.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
    }
}
