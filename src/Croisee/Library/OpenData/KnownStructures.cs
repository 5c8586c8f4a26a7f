using Croisee.Data;
using Croisee.Library.Kinship;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.OpenData;

/// <summary>The pages of structures met while sheets are read one batch after another: a name that many bear is gathered once, not for each batch.</summary>
sealed class KnownStructures
{
    /// <summary>Beyond, all are let go and gathered again: what is kept does not grow with the library.</summary>
    const int MostKept = 20_000;

    readonly Dictionary<(string Key, StructurePlace Place), string> pages = [];

    public async Task<IReadOnlyDictionary<Guid, string>> Of(AppDb db, IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        var read = await db.Sheets.AsNoTracking().Where(s => ids.Contains(s.Id) && s.StructureKey != "").Select(s => new { s.Id, s.StructureKey, s.StructurePlace }).ToListAsync(stop);
        var told = read.Select(r => (r.Id, End: (Key: r.StructureKey, Place: StructurePlace.Read(r.StructurePlace)))).ToList();
        if (pages.Count > MostKept) pages.Clear();
        // Also one that was published meanwhile in a new place.
        var open = told.Where(t => !pages.ContainsKey(t.End)).Select(t => t.End.Key).Distinct().ToList();
        if (open.Count > 0)
            foreach (var structure in await StructureBook.Around(db, open))
                foreach (var spot in structure.Spots)
                    foreach (var one in spot.Told) pages[(spot.Key, one.Place)] = structure.Lead.Href;
        return told.Where(t => pages.ContainsKey(t.End)).ToDictionary(t => t.Id, t => pages[t.End]);
    }
}
