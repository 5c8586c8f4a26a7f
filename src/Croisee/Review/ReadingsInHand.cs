using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>A group that reads for a call is held while the call takes experiences, and while some wait to be checked, read or decided.</summary>
public sealed class ReadingsInHand(AppDb db, TimeProvider clock) : IGroupInHand
{
    public async Task<string?> Of(Guid groupId, CancellationToken cancel)
    {
        var (now, reads, experiences) = (clock.UtcNow(), db.ReadingGroups, db.Experiences);
        var calls = await db.Calls.AsNoTracking().Where(c => reads.Any(r => r.CallId == c.Id && r.GroupId == groupId)).ToListAsync(cancel);
        if (calls.FirstOrDefault(c => !c.HasEnded(now)) is { } open) return $"Ce groupe lit pour l’appel « {open.Title} », qui n’est pas fini.";
        var ids = calls.Select(c => c.Id).ToList();
        return await experiences.AnyAsync(e => ids.Contains(e.CallId) && ArchiveUndecided.States.Contains(e.State), cancel)
            ? "Des expériences attendent encore d’être vérifiées, lues ou décidées par ce groupe : voyez son tableau." : null;
    }
}
