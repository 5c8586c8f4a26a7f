using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>Who reads a call, by college, for its public page.</summary>
public sealed class CallReadersOfGroup(AppDb db, TimeProvider clock) : ICallReaders
{
    public async Task<CallReaders?> Of(Guid callId, CancellationToken cancel)
    {
        var (reads, groups) = (db.ReadingGroups, db.Groups);
        var id = await reads.AsNoTracking().Where(r => r.CallId == callId).Select(r => (Guid?)r.GroupId).SingleOrDefaultAsync(cancel);
        if (id is null) return null;
        var group = await groups.AsNoTracking().Whole().SingleAsync(g => g.Id == id, cancel);
        var today = clock.ParisToday();
        int Sitting(College college) => group.DecidingOn(today).Count(s => s.College == college);
        int Vacant(College college) => group.Seats.Count(s => s.College == college && s.IsVacant && s.Mandate.Covers(today));
        return new(Sitting(College.ServiceUsers), Sitting(College.Professionals), Vacant(College.ServiceUsers), Vacant(College.Professionals));
    }
}
