using Croisee.Data;
using Croisee.Experiences;
using Croisee.Mail;
using Croisee.People;
using Croisee.Groups;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>Once a day: readings that are late or due within three days, one line each, bundled by person into one mail.</summary>
public sealed class Reminders(AppDb db, TimeProvider clock)
{
    const int DaysBefore = 3;

    public async Task Run(CancellationToken cancel)
    {
        var (today, now) = (clock.ParisToday(), clock.UtcNow());
        var (pairs, experiences, readings, seats, persons) = (db.Pairs, db.Experiences, db.Readings, db.Seats, db.Persons);
        var due = await pairs.AsNoTracking().Where(p => p.SettledAt == null && p.DueOn <= today.AddDays(DaysBefore))
            .Join(experiences.Where(e => e.State == ExperienceState.InReading), p => p.ExperienceId, e => e.Id, (p, e) => new { Pair = p, e.Title, e.Reference }).ToListAsync(cancel);
        var ids = due.Select(d => d.Pair.Id).ToList();
        var given = (await readings.AsNoTracking().Where(r => ids.Contains(r.PairId) && r.GivenAt != null).Select(r => new { r.PairId, r.SeatId }).ToListAsync(cancel)).Select(r => (r.PairId, r.SeatId)).ToHashSet();
        var seatIds = due.SelectMany(d => new[] { d.Pair.ServiceUserSeatId, d.Pair.ProfessionalSeatId }).Distinct().ToList();
        var addresses = await seats.AsNoTracking().Where(s => seatIds.Contains(s.Id)).Join(persons.Where(p => p.DisabledAt == null), s => s.PersonId, p => p.Id, (s, p) => new { s.Id, p.Email }).ToDictionaryAsync(x => x.Id, x => x.Email, cancel);
        foreach (var one in due)
            foreach (var seat in new[] { one.Pair.ServiceUserSeatId, one.Pair.ProfessionalSeatId })
                if (!given.Contains((one.Pair.Id, seat)) && addresses.TryGetValue(seat, out var address))
                    db.Notify(address, one.Pair.DueOn < today ? $"Lecture en retard : {one.Title}" : $"Lecture à donner bientôt : {one.Title}", $"/lectures/{one.Reference}", now);
        await db.SaveChangesAsync(cancel);
    }
}
