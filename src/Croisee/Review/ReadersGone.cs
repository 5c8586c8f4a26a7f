using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>
/// Once a day: what somebody was to read when their mandate ended is told to those who lead the group, the day after, then each week until it is given to
/// somebody else: only they can do that. Once its day has passed, <see cref="Reminders"/> says so.
/// </summary>
public sealed class ReadersGone(AppDb db, TellLeads leads, TimeProvider clock)
{
    public const string Job = "dire les lectures sans lecteur";
    const string Gone = "lecteur-parti";

    public async Task Run(CancellationToken cancel)
    {
        var (today, experiences, readings, seats) = (clock.ParisToday(), db.Experiences, db.Readings, db.Seats);
        var open = db.Pairs.AsNoTracking().Where(p => p.SettledAt == null && p.DueOn >= today && experiences.Any(e => e.Id == p.ExperienceId && e.State == ExperienceState.InReading));
        var left = await seats.AsNoTracking().Where(s => s.LastDay < today).SelectMany(s => open.Where(p => p.GroupId == s.GroupId), (s, p) => new { Seat = s, Pair = p })
            .Where(l => (l.Pair.ServiceUserSeatId == l.Seat.Id || l.Pair.ProfessionalSeatId == l.Seat.Id) && !readings.Any(r => r.PairId == l.Pair.Id && r.SeatId == l.Seat.Id && r.GivenAt != null))
            .Select(l => new { l.Pair.GroupId, l.Pair.Id, Seat = l.Seat.Id, l.Seat.LastDay }).ToListAsync(cancel);
        var due = await DueReminders.Of(db, today, cancel, Gone);
        foreach (var of in left.Where(o => due.Tell(Gone, o.Id, o.Seat, DueReminders.Weekly(o.LastDay!.Value.AddDays(1), today))).GroupBy(o => o.GroupId, o => o.Id))
        {
            var (group, count) = (await db.Groups.Whole().SingleAsync(g => g.Id == of.Key, cancel), of.Distinct().Count());
            await leads.Run(group, $"{(count == 1 ? "Une lecture n’a plus de lecteur" : $"{count} lectures n’ont plus de lecteur")} : {group.Name}", $"/groupes/{group.Reference}/repartition", cancel);
        }
        await db.SaveChangesAsync(cancel);
    }
}
