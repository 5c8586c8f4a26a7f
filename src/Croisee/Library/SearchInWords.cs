using Croisee.Data;
using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.Words;

namespace Croisee.Library;

/// <summary>The text and the choices of a state of the search as people say them: over numbers, in the title of a feed, around a call.</summary>
public sealed class SearchInWords(AppDb db, Labels labels, Localizer words)
{
    const int TextMax = 120;

    /// <summary>The text first, then the choices in the order of the page; nothing when all sheets are asked for.</summary>
    /// <param name="quoted">The text between quotation marks; not where it becomes a name, which gets its own.</param>
    public async Task<IReadOnlyList<string>> Of(LibraryAddress asked, bool quoted = true)
    {
        var calls = await db.CallTitlesOf(asked.Filters, labels, words);
        return [.. Text(asked.Text.Trim(), quoted), .. SheetFacets.All.SelectMany(f => asked.Filters.GetValueOrDefault(f.Field, new HashSet<string>()).Order(StringComparer.Ordinal).Select(c => f.LabelOf(c, labels, words, calls)))];
    }

    static IEnumerable<string> Text(string text, bool quoted)
    {
        if (text.Length == 0) return [];
        var shown = text.Length > TextMax ? text[..TextMax] + "…" : text;
        return [quoted ? $"« {shown} »" : shown];
    }
}
