using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>A call is chosen by its address and said by its title, once it is public.</summary>
public static class CallTitles
{
    /// <param name="filters">The choices of a search.</param>
    public static async Task<IReadOnlyDictionary<string, string>> CallTitlesOf(this AppDb db, IReadOnlyDictionary<string, IReadOnlySet<string>> filters)
    {
        if (filters.GetValueOrDefault(SheetFacets.Call) is not { Count: > 0 } slugs) return new Dictionary<string, string>();
        return await db.Calls.AsNoTracking().Where(c => slugs.Contains(c.Slug) && c.PublishedAt != null).ToDictionaryAsync(c => c.Slug, c => c.Title);
    }

    /// <summary>The words of a choice, a call by its title.</summary>
    public static string LabelOf(this SheetFacet facet, string code, Labels labels, Localizer words, IReadOnlyDictionary<string, string> calls) =>
        facet.Field == SheetFacets.Call && calls.TryGetValue(code, out var title) ? words["Appel : {0}", title] : facet.LabelOf(code, labels, words);
}
