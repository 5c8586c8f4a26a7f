using Croisee.Data;
using Croisee.Groups;
using Croisee.People;
using Croisee.Experiences;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>What I have to read, what is late, what waits for an agreement, what is done.</summary>
[Audience(Audience.Person)]
public sealed class MyReadingsModel(AppDb db, TimeProvider clock, Visitor visitor) : Screen
{
    public sealed record Line(string Title, string Path, string State, string Css, int Order);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        var today = clock.ParisToday();
        var (pairs, experiences, readings, settlements) = (db.Pairs, db.Experiences, db.Readings, db.Settlements);
        var seats = await db.Seats.AsNoTracking().Where(s => s.PersonId == visitor.PersonId).ToListAsync();
        var mine = seats.Where(s => s.SitsOn(today)).Select(s => s.Id).ToList();
        var away = db.ReadingRecusals.Where(r => r.PersonId == visitor.PersonId).Select(r => r.ExperienceId);
        var rows = await pairs.AsNoTracking().Where(p => (mine.Contains(p.ServiceUserSeatId) || mine.Contains(p.ProfessionalSeatId)) && !away.Contains(p.ExperienceId))
            .Join(experiences.Where(e => e.State != ExperienceState.Withdrawn), p => p.ExperienceId, e => e.Id, (p, e) => new { Pair = p, e.Reference, e.Title, e.State })
            // Archived before its readers had finished, it asks nothing of them any more.
            .Where(r => r.State != ExperienceState.Archived || r.Pair.SettledAt != null).ToListAsync();
        var ids = rows.Select(r => r.Pair.Id).ToList();
        var given = await readings.AsNoTracking().Where(r => ids.Contains(r.PairId)).ToListAsync();
        var proposed = await settlements.AsNoTracking().Standing().Where(s => ids.Contains(s.PairId)).ToListAsync();
        Lines = [.. rows.Select(r => LineOf(r.Pair, r.Reference, r.Title, mine, given, proposed, today)).OrderBy(l => l.Order).ThenBy(l => l.Title, StringComparer.Ordinal)];
        return null;
    }

    public void OnGet() { }

    static Line LineOf(Pair pair, string reference, string title, List<Guid> mine, List<Reading> readings, List<Settlement> settlements, DateOnly today)
    {
        var seat = mine.First(pair.Has);
        var own = readings.SingleOrDefault(r => r.PairId == pair.Id && r.SeatId == seat);
        var other = readings.SingleOrDefault(r => r.PairId == pair.Id && r.SeatId != seat);
        var settlement = settlements.SingleOrDefault(s => s.PairId == pair.Id);
        if (pair.SettledAt is not null) return new(title, $"/lectures/{reference}/accord", "Fait", "good", 4);
        if (own is not { IsGiven: true }) return today > pair.DueOn ? new(title, $"/lectures/{reference}", $"En retard depuis le {pair.DueOn.Short()}", "bad", 0) : new(title, $"/lectures/{reference}", $"À lire jusqu’au {pair.DueOn.Short()} inclus", "here", 1);
        if (other is not { IsGiven: true }) return new(title, $"/lectures/{reference}", "Votre lecture est donnée, l’autre est attendue", "", 3);
        return settlement is { } s && s.ProposedBySeatId == seat ? new(title, $"/lectures/{reference}/accord", "Votre proposition attend l’autre personne", "", 3) : new(title, $"/lectures/{reference}/accord", "À accorder à deux", "here", 1);
    }
}
