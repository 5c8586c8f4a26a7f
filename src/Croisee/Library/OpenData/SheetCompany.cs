using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.OpenData;

/// <summary>What is published beside a sheet and is not in its own text: its news, the links that the moderation showed, what readers say of its easy text, what they wrote beside it, and the page of its structure.</summary>
/// <param name="Structure">The same for all sheets of one organisation, under all its names and in all its places.</param>
sealed record SheetCompany(IReadOnlyList<News> News, IReadOnlyList<string> Links, IReadOnlyList<EasyReading> Readings, IReadOnlyList<ReaderWord> Words, string? Structure)
{
    public News? LastNews => News.Count > 0 ? News[^1] : null;

    /// <summary>For a batch of sheets at once.</summary>
    /// <param name="known">For as long as one reads on.</param>
    public static async Task<IReadOnlyDictionary<Guid, SheetCompany>> Of(AppDb db, IReadOnlyList<Guid> ids, string origin, KnownStructures known, CancellationToken stop)
    {
        var news = (await db.News.AsNoTracking().Where(n => ids.Contains(n.SheetId)).ToListAsync(stop)).ToLookup(n => n.SheetId);
        var readings = (await db.EasyReadings.AsNoTracking().Where(r => ids.Contains(r.SheetId)).ToListAsync(stop)).ToLookup(r => r.SheetId);
        var words = (await db.ReaderWords.AsNoTracking().Where(w => ids.Contains(w.SheetId) && w.State == ModerationState.Shown).ToListAsync(stop)).ToLookup(w => w.SheetId);
        var shown = db.SheetLinks.AsNoTracking().Where(l => ids.Contains(l.SheetId) && l.State == ModerationState.Shown);
        var things = await shown.Join(db.Methods, l => l.MethodId, m => m.Id, (l, m) => new { l.SheetId, l.At, l.Relation, m.Name, Path = "/repertoire/methodes/" + m.Reference }).ToListAsync(stop);
        var from = await shown.Join(db.Sheets, l => l.SourceId, s => s.Id, (l, s) => new { l.SheetId, l.At, l.Relation, Name = s.WithdrawnAt == null ? s.Title : s.TakenDown ? GoneWords.NamedByOrganisation : GoneWords.NamedByAuthors, Path = "/experiences/" + s.Reference }).ToListAsync(stop);
        var links = things.Concat(from).OrderBy(l => l.At).ToLookup(l => l.SheetId);
        var structures = await known.Of(db, ids, stop);
        return ids.ToDictionary(i => i, i => new SheetCompany(
            [.. news[i].OrderBy(n => n.At).ThenBy(n => n.Id)],
            [.. links[i].Select(l => $"{l.Relation.French()} : {l.Name} ({origin}{l.Path})")],
            [.. readings[i]],
            [.. words[i].OrderBy(w => w.At).ThenBy(w => w.Id)],
            structures.GetValueOrDefault(i) is { } path ? origin + path : null));
    }
}
