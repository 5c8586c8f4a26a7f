using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.OpenData;

/// <summary>What is published beside a sheet and is not in its own text: its news, the links that the moderation showed, what readers say of its easy text.</summary>
sealed record SheetCompany(IReadOnlyList<News> News, IReadOnlyList<string> Links, IReadOnlyList<EasyReading> Readings)
{
    public News? LastNews => News.Count > 0 ? News[^1] : null;

    /// <summary>For a batch of sheets at once.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SheetCompany>> Of(AppDb db, IReadOnlyList<Guid> ids, string origin, CancellationToken stop)
    {
        var news = (await db.News.AsNoTracking().Where(n => ids.Contains(n.SheetId)).ToListAsync(stop)).ToLookup(n => n.SheetId);
        var readings = (await db.EasyReadings.AsNoTracking().Where(r => ids.Contains(r.SheetId)).ToListAsync(stop)).ToLookup(r => r.SheetId);
        var (methods, sheets) = (db.Methods, db.Sheets);
        var links = (await db.SheetLinks.AsNoTracking().Where(l => ids.Contains(l.SheetId) && l.State == ModerationState.Shown).Select(l => new
        {
            l.SheetId, l.At, l.Relation,
            Method = methods.Where(m => m.Id == l.MethodId).Select(m => new { m.Name, m.Reference }).FirstOrDefault(),
            Source = sheets.Where(s => s.Id == l.SourceId).Select(s => new { Name = s.WithdrawnAt == null ? s.Title : s.TakenDown ? GoneWords.NamedByOrganisation : GoneWords.NamedByAuthors, s.Reference }).FirstOrDefault(),
        }).ToListAsync(stop)).ToLookup(l => l.SheetId);
        return ids.ToDictionary(i => i, i => new SheetCompany(
            [.. news[i].OrderBy(n => n.At).ThenBy(n => n.Id)],
            [.. links[i].OrderBy(l => l.At).Select(l => l.Method is { } method ? $"{l.Relation.French()} : {method.Name} ({origin}/repertoire/methodes/{method.Reference})" : $"{l.Relation.French()} : {l.Source!.Name} ({origin}/experiences/{l.Source.Reference})")],
            [.. readings[i]]));
    }
}
