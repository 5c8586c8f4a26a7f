using Croisee.Data;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

/// <summary>A line to those who lead a group (its chair and facilitator, and who organises it), in the save of what they must know; lines are gathered into one letter.</summary>
public sealed class TellLeads(AppDb db, TimeProvider clock)
{
    public async Task Run(Group group, string line, string path, CancellationToken cancel = default)
    {
        var (now, today) = (clock.UtcNow(), clock.ParisToday());
        var leading = group.Seats.Where(s => s.Role is SeatRole.Chair or SeatRole.Facilitator && s.SitsOn(today)).Select(s => s.PersonId).OfType<Guid>().ToList();
        var above = await db.Organisations.Where(o => o.Id == group.OrganisationId).Select(o => o.Path).SingleAsync(cancel);
        var organising = db.Grants.Where(g => g.Role == Role.Organiser && g.EndedAt == null && above.StartsWith(g.Organisation.Path)).Select(g => g.PersonId);
        foreach (var address in await db.Persons.Where(p => p.DisabledAt == null && (leading.Contains(p.Id) || organising.Contains(p.Id))).Select(p => p.Email).ToListAsync(cancel))
            db.Notify(address, line, path, now);
    }
}
