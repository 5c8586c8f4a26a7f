using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Library.Kinship;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>A call is chosen by its address and said by its title, once it is public; a structure likewise, by its name and its place.</summary>
public static class CallTitles
{
    /// <param name="filters">The choices of a search.</param>
    public static async Task<IReadOnlyDictionary<string, string>> CallTitlesOf(this AppDb db, IReadOnlyDictionary<string, IReadOnlySet<string>> filters, Labels labels, Localizer words)
    {
        var titles = new Dictionary<string, string>();
        if (filters.GetValueOrDefault(SheetFacets.Call) is { Count: > 0 } slugs)
            foreach (var call in await db.Calls.AsNoTracking().Where(c => slugs.Contains(c.Slug) && c.PublishedAt != null).Select(c => new { c.Slug, c.Title }).ToListAsync()) titles[call.Slug] = call.Title;
        if (filters.GetValueOrDefault(SheetFacets.Structure) is { Count: > 0 } codes)
        {
            var asked = codes.Order(StringComparer.Ordinal).Take(MostNamed).Select(c => (Code: c, End: StructureBook.EndOf(c))).ToList();
            var placed = await new StructureBook(db, labels).WordsOf(asked.Select(a => a.End).Where(e => e.Place.Length > 0));
            foreach (var (code, end) in asked) if ((placed.TryGetValue(end, out var said) ? InItsPlace(said, words) : await NameOf(db, end)) is { } name) titles[OfStructure + code] = name;
        }
        return titles;
    }

    /// <summary>Two that bear one name are not called the same.</summary>
    static string InItsPlace(SpotWords said, Localizer words) => said.Place.Length > 0 ? said.Said : words["{0}, lieu non précisé", said.Name];

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
