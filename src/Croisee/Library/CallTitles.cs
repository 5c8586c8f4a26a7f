using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>A call is chosen by its address and said by its title, once it is public; a structure likewise, by its name and its place.</summary>
public static class CallTitles
{
    /// <param name="filters">The choices of a search.</param>
    public static async Task<IReadOnlyDictionary<string, string>> CallTitlesOf(this AppDb db, IReadOnlyDictionary<string, IReadOnlySet<string>> filters)
    {
        var titles = new Dictionary<string, string>();
        if (filters.GetValueOrDefault(SheetFacets.Call) is { Count: > 0 } slugs)
            foreach (var call in await db.Calls.AsNoTracking().Where(c => slugs.Contains(c.Slug) && c.PublishedAt != null).Select(c => new { c.Slug, c.Title }).ToListAsync()) titles[call.Slug] = call.Title;
        if (filters.GetValueOrDefault(SheetFacets.Structure) is { Count: > 0 } codes)
            foreach (var code in codes.Order(StringComparer.Ordinal).Take(MostNamed)) if (await NameOf(db, Kinship.StructureBook.EndOf(code)) is { } name) titles[OfStructure + code] = name;
        return titles;
    }

    /// <summary>Beyond, they are said by their address: an address that asks for hundreds costs no more.</summary>
    const int MostNamed = 12;
    /// <summary>No address of a call has a stroke.</summary>
    const string OfStructure = "structure/";

    static async Task<string?> NameOf(AppDb db, StructureEnd end) =>
        await db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null && s.StructureKey == end.Key).OrderByDescending(s => s.PublishedAt).ThenBy(s => s.Id).Select(s => s.Card).FirstOrDefaultAsync() is { } card ? SheetCard.FromJson(card).Structure : null;

    /// <summary>The words of a choice, a call by its title.</summary>
    public static string LabelOf(this SheetFacet facet, string code, Labels labels, Localizer words, IReadOnlyDictionary<string, string> calls) =>
        facet.Field == SheetFacets.Call && calls.TryGetValue(code, out var title) ? words["Appel : {0}", title]
        : facet.Field == SheetFacets.Structure && calls.TryGetValue(OfStructure + code, out var name) ? words["Structure : {0}", name] : facet.LabelOf(code, labels, words);
}
