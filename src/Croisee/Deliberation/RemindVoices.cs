using Croisee.Data;
using Croisee.Groups;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

/// <summary>
/// Once a day: who still owes an opinion (each week from the opening) or a vote (three days before its end and on its last day; each week where no end was announced).
/// A vote past its end that waits for equality, and a decision that waits for its reason, are told to those who lead, each week.
/// </summary>
public sealed class RemindVoices(AppDb db, TimeProvider clock, TellLeads leads)
{
    public const string Job = "rappeler les avis et les votes";
    const int Week = 7, DaysBeforeEnd = 3;

    public async Task Run(CancellationToken cancel)
    {
        var (now, today) = (clock.UtcNow(), clock.ParisToday());
        foreach (var question in await db.Deliberations.AsNoTracking().Whole().Where(d => d.ClosedAt == null || d.AwaitsReason).ToListAsync(cancel))
        {
            var page = $"/deliberations/{question.Reference}";
            var group = await db.Groups.AsNoTracking().Whole().SingleAsync(g => g.Id == question.GroupId, cancel);
            if (question.AwaitsReason)
            {
                if (IsWeekly(question.ClosedAt!.Value.ParisDay(), today)) await leads.Run(group, $"Le motif du groupe est à écrire : {question.Question}", page + "/motif", cancel, question.Panel.Recused);
                continue;
            }
            if (question.BallotEndsAt is { } end && now >= end)
            {
                if (!question.Panel.IsBalanced && IsWeekly(end.ParisDay(), today)) await leads.Run(group, $"Un vote attend que l’égalité soit rétablie : {question.Question}", page + "/egalite", cancel, question.Panel.Recused);
                continue;
            }
            if (!IsTime(question, today)) continue;
            var owing = question.Awaited(now).Select(s => s.SeatId).ToHashSet();
            var people = group.Seats.Where(s => owing.Contains(s.Id) && s.SitsOn(today)).Select(s => s.PersonId).ToList();
            foreach (var address in await db.Persons.Where(p => people.Contains(p.Id) && p.DisabledAt == null).Select(p => p.Email).ToListAsync(cancel))
                db.Notify(address, (question.Step is Step.Opinions ? "Votre avis est attendu : " : "Votre vote est attendu : ") + question.Question, page, now);
        }
        await db.SaveChangesAsync(cancel);
    }

    static bool IsTime(Deliberation question, DateOnly today) => question.Step switch
    {
        Step.Opinions => IsWeekly(question.OpenedAt.ParisDay(), today),
        Step.Ballot when question.BallotEndsAt is { } end => end.AddTicks(-1).ParisDay().DayNumber - today.DayNumber is 0 or DaysBeforeEnd,
        Step.Ballot => IsWeekly(question.BallotAt!.Value.ParisDay(), today),
        _ => false,
    };

    static bool IsWeekly(DateOnly since, DateOnly today) => today > since && (today.DayNumber - since.DayNumber) % Week == 0;
}
