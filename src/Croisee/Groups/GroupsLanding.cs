using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

/// <summary>Whoever sits in a group, or is asked to, begins with their groups.</summary>
sealed class GroupsLanding(AppDb db, TimeProvider clock) : ILanding
{
    public async Task<string?> PathOf(Guid person)
    {
        var (today, since) = (clock.ParisToday(), clock.UtcNow() - SeatInvitation.Life);
        return await db.Groups.AnyAsync(g => g.ArchivedAt == null && (g.Seats.Any(s => s.PersonId == person && s.FirstDay <= today && (s.LastDay == null || s.LastDay >= today))
            || g.Invitations.Any(i => i.PersonId == person && i.AnsweredAt == null && i.SentAt > since))) ? "/groupes" : null;
    }
}
