using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Collections;

/// <summary>What one finds of one's collections in « mes données ».</summary>
public sealed class CollectionsOfPerson(AppDb db) : IPersonalData
{
    public string Name => "dossiers";

    public async Task<object> Of(Guid personId, CancellationToken cancel) => await db.Collections.AsNoTracking().Where(c => c.OwnerId == personId)
        .Select(c => new { titre = c.Title, introduction = c.Introduction, lecture = c.Reach, creeLe = c.CreatedAt, notes = c.Entries.OrderBy(e => e.Position).Select(e => e.Note).ToList() }).ToListAsync(cancel);
}
