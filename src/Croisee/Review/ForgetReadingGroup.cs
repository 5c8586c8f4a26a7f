using Croisee.Data;
using Croisee.Experiences;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>A call was erased before anything came in: the group chosen for it has nothing to read there any more.</summary>
public sealed class ForgetReadingGroup(AppDb db) : IHear<CallErased>
{
    public async Task Hear(CallErased fact, CancellationToken cancel) =>
        db.ReadingGroups.RemoveRange(await db.ReadingGroups.Where(r => r.CallId == fact.CallId).ToListAsync(cancel));
}
