using Croisee.Data;
using Croisee.Groups;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

/// <summary>A question that is open, or whose reason the group has still to write, holds its group.</summary>
public sealed class QuestionsInHand(AppDb db) : IGroupInHand
{
    public async Task<string?> Of(Guid groupId, CancellationToken cancel) =>
        await db.Deliberations.AnyAsync(d => d.GroupId == groupId && (d.ClosedAt == null || d.AwaitsReason), cancel)
            ? "Une question attend encore les voix ou le motif de ce groupe : menez-la d’abord à son terme." : null;
}
