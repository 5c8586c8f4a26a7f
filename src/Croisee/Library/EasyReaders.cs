using Croisee.Data;
using Croisee.Groups;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>Who may say whether a text is easy to read: whoever sits today, in any group, among the persons concerned (FAL-R1).</summary>
public sealed class EasyReaders(AppDb db, TimeProvider clock)
{
    public Task<bool> MayRead(Guid person)
    {
        var today = clock.ParisToday();
        return db.Seats.AnyAsync(s => s.PersonId == person && s.College == College.ServiceUsers && s.FirstDay <= today && (s.LastDay == null || s.LastDay >= today));
    }
}
