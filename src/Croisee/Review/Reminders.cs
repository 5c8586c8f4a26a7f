using Croisee.Data;
using Croisee.Experiences;
using Croisee.Mail;
using Croisee.People;
using Croisee.Groups;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>
/// Once a day: readings that are late or due within three days, and agreements that a pair has not found by then; one line each, bundled by person into one mail.
/// A reading whose reader has left, or is kept away by a link, is told, once a week, to those who lead the group: only they can give it to somebody else.
/// </summary>
public sealed class Reminders(AppDb db, TimeProvider clock, TellLeads leads)
{
    const int DaysBefore = 3;
    const string NoReader = "sans-lecteur";

    public async Task Run(CancellationToken cancel)
    {
        var (today, now) = (clock.ParisToday(), clock.UtcNow());
        var (pairs, experiences, readings, seats, persons, settlements) = (db.Pairs, db.Experiences, db.Readings, db.Seats, db.Persons, db.Settlements);
        var reminders = await DueReminders.Of(db, today, cancel, NoReader);
        var due = await pairs.AsNoTracking().Where(p => p.SettledAt == null && p.DueOn <= today.AddDays(DaysBefore))
            .Join(experiences.Where(e => e.State == ExperienceState.InReading), p => p.ExperienceId, e => e.Id, (p, e) => new { Pair = p, e.Title, e.Reference }).ToListAsync(cancel);
        var ids = due.Select(d => d.Pair.Id).ToList();
        var given = (await readings.AsNoTracking().Where(r => ids.Contains(r.PairId) && r.GivenAt != null).Select(r => new { r.PairId, r.SeatId }).ToListAsync(cancel)).Select(r => (r.PairId, r.SeatId)).ToHashSet();
        var proposed = await settlements.AsNoTracking().Standing().Where(s => ids.Contains(s.PairId) && s.AcceptedAt == null).ToDictionaryAsync(s => s.PairId, s => s.ProposedBySeatId, cancel);
        var seatIds = due.SelectMany(d => new[] { d.Pair.ServiceUserSeatId, d.Pair.ProfessionalSeatId }).Distinct().ToList();
        var sitting = (await seats.AsNoTracking().Where(s => seatIds.Contains(s.Id)).ToListAsync(cancel)).Where(s => s.SitsOn(today)).ToList();
        var people = sitting.Select(s => s.PersonId).ToList();
        var emails = await persons.AsNoTracking().Where(p => people.Contains(p.Id) && p.DisabledAt == null).ToDictionaryAsync(p => p.Id, p => p.Email, cancel);
        var addresses = sitting.Where(s => s.PersonId is { } id && emails.ContainsKey(id)).ToDictionary(s => s.Id, s => emails[s.PersonId!.Value]);
        var experienceIds = due.Select(d => d.Pair.ExperienceId).ToList();
        var links = (await db.ReadingRecusals.AsNoTracking().Where(r => experienceIds.Contains(r.ExperienceId)).ToListAsync(cancel)).ToLookup(r => r.ExperienceId);
        foreach (var one in due)
        {
            var away = sitting.Where(s => links[one.Pair.ExperienceId].Any(l => l.KeepsAway(s))).Select(s => s.Id).ToHashSet();
            Guid[] both = [one.Pair.ServiceUserSeatId, one.Pair.ProfessionalSeatId];
            var (late, awaited) = (one.Pair.DueOn < today, both.Where(s => !given.Contains((one.Pair.Id, s))).ToList());
            foreach (var seat in awaited)
                if (!away.Contains(seat) && addresses.TryGetValue(seat, out var address))
                    db.Notify(address, late ? $"Lecture en retard : {one.Title}" : $"Lecture à donner bientôt : {one.Title}", $"/lectures/{one.Reference}", now);
            if (awaited.Count == 0 && one.Pair.HandedOverAt is null)
                foreach (var seat in both.Where(s => proposed.GetValueOrDefault(one.Pair.Id) != s))
                    if (addresses.TryGetValue(seat, out var address))
                        db.Notify(address, proposed.ContainsKey(one.Pair.Id) ? $"Un accord vous est proposé : {one.Title}" : $"Un accord à trouver à deux : {one.Title}", $"/lectures/{one.Reference}/accord", now);
            if (late && awaited.Any(s => away.Contains(s) || !addresses.ContainsKey(s)) && reminders.Tell(NoReader, one.Pair.Id, one.Pair.GroupId, DueReminders.Weekly(one.Pair.DueOn.AddDays(1), today)))
            {
                var group = await db.Groups.Whole().SingleAsync(g => g.Id == one.Pair.GroupId, cancel);
                await leads.Run(group, $"Une lecture n’a plus de lecteur : {one.Title}", $"/groupes/{group.Reference}/repartition", cancel);
            }
        }
        await db.SaveChangesAsync(cancel);
    }
}
