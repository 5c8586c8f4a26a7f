using Croisee.Data;
using Croisee.Journal;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

/// <summary>Once a day: a line to those who lead for each mandate that ends within thirty days, once for each last day, while there is time to renew it or to invite somebody.</summary>
public sealed class TellMandates(AppDb db, TellLeads leads, TimeProvider clock)
{
    public const string Job = "annoncer la fin des mandats";
    public const int DaysBefore = 30;

    public async Task Run(CancellationToken cancel)
    {
        var (now, today) = (clock.UtcNow(), clock.ParisToday());
        var until = today.AddDays(DaysBefore);
        var ids = await db.Seats.AsNoTracking().Where(s => s.PersonId != null && s.FirstDay <= today && s.LastDay > today && s.LastDay <= until && (s.EndTold == null || s.EndTold != s.LastDay)).Select(s => s.GroupId).Distinct().ToListAsync(cancel);
        foreach (var group in await db.Groups.Whole().Where(g => ids.Contains(g.Id) && g.ArchivedAt == null).ToListAsync(cancel))
        {
            foreach (var seat in group.Seats.Where(s => s.SitsOn(today) && s.LastDay > today && s.LastDay <= until && s.EndTold != s.LastDay).ToList())
            {
                await leads.Run(group, $"Un mandat finit le {seat.LastDay!.Value.Short()} : {seat.Label}, {group.Name}", $"/groupes/{group.Reference}", cancel);
                seat.TellEnd();
            }
            db.Record(now, Actor.System, Acts.EndTold, group, null, group.OrganisationId);
            await db.SaveChangesAsync(cancel);
        }
    }
}
