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
public sealed class RemindVoices(AppDb db, TimeProvider clock, TellLeads leads, IEnumerable<ISubjectCard> cards)
{
    public const string Job = "rappeler les avis et les votes";
    const int Week = 7, DaysBeforeEnd = 3;
    const string Voice = "voix", Reason = "motif", Equality = "egalite";

    public async Task Run(CancellationToken cancel)
    {
        var (now, today) = (clock.UtcNow(), clock.ParisToday());
        var due = await DueReminders.Of(db, today, cancel, Voice, Reason, Equality);
        foreach (var question in await db.Deliberations.AsNoTracking().Whole().Where(d => d.ClosedAt == null || d.AwaitsReason).ToListAsync(cancel))
        {
            var page = $"/deliberations/{question.Reference}";
            var group = await db.Groups.AsNoTracking().Whole().SingleAsync(g => g.Id == question.GroupId, cancel);
            if (question.AwaitsReason)
            {
                if (due.Tell(Reason, question.Id, group.Id, Weekly(question.ClosedAt!.Value, today))) await leads.Run(group, $"Le motif du groupe est à écrire : {question.Question}", page + "/motif", cancel, await cards.Aside(question, group));
                continue;
            }
            if (question.BallotEndsAt is { } end && now >= end)
            {
                if (!question.Panel.IsBalanced && due.Tell(Equality, question.Id, group.Id, Weekly(end, today))) await leads.Run(group, $"Un vote attend que l’égalité soit rétablie : {question.Question}", page + "/egalite", cancel, await cards.Aside(question, group));
                continue;
            }
            if (Since(question, today) is not { } since) continue;
            var owing = question.Awaited(now).Select(s => s.SeatId).ToHashSet();
            var people = group.Seats.Where(s => owing.Contains(s.Id) && s.SitsOn(today) && since > Asked(question, s) && due.Tell(Voice, question.Id, s.Id, since)).Select(s => s.PersonId).ToList();
            foreach (var address in await db.Persons.Where(p => people.Contains(p.Id) && p.DisabledAt == null).Select(p => p.Email).ToListAsync(cancel))
                db.Notify(address, (question.Step is Step.Opinions ? "Votre avis est attendu : " : "Votre vote est attendu : ") + question.Question, page, now);
        }
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The day since which the voices that are awaited are to be reminded of; a vote opened or moved since says so itself.</summary>
    static DateOnly? Since(Deliberation question, DateOnly today) => question.Step switch
    {
        Step.Opinions => Weekly(question.OpenedAt, today),
        Step.Ballot when question.BallotEndsAt is { } end => BeforeEnd(end.AddTicks(-1).ParisDay(), (question.EndMovedAt ?? question.BallotAt!.Value).ParisDay(), today),
        Step.Ballot => Weekly(question.BallotAt!.Value, today),
        _ => null,
    };

    static DateOnly? BeforeEnd(DateOnly last, DateOnly said, DateOnly today)
    {
        var day = today >= last ? last : last.AddDays(-DaysBeforeEnd);
        return today >= day && day > said ? day : null;
    }

    /// <summary>Since when this seat knows of the question: whoever came in for somebody else was told on that day.</summary>
    static DateOnly Asked(Deliberation question, Seat seat)
    {
        var came = question.Recusals.FirstOrDefault(r => r.Restoring is Restoring.Substitute && r.RestoredBySeatId == seat.Id)?.RestoredAt?.ParisDay();
        return came > seat.FirstDay ? came.Value : seat.FirstDay;
    }

    static DateOnly? Weekly(DateTime since, DateOnly today) => DueReminders.Weekly(since.ParisDay().AddDays(Week), today);
}
