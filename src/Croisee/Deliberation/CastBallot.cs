using Croisee.Data;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

/// <summary>
/// Stores a ballot as often as it takes: a ballot and a closing, or two ballots, at the same instant both move the roll, so one of them is refused
/// by the engine and looks again. The time is that of the first receipt: waiting for one's turn makes nobody late (S18, S19).
/// </summary>
public sealed class CastBallot(AppDb db, TimeProvider clock, TellLeads leads, IEnumerable<ISubjectCard> cards)
{
    /// <summary>As often as a voice waits for its turn among others sent at the same instant.</summary>
    public const int TriesMax = 40;

    /// <returns>The receipt: the code of the ballot's link, which its voter receives by mail too, out of the database; null when its link was taken away.</returns>
    /// <exception cref="Rules.RuleBroken">As for <see cref="Deliberation.Cast"/>.</exception>
    public async Task<string?> Run(Guid deliberationId, Guid seatId, Actor actor, Vote vote, string? motive)
    {
        var received = clock.UtcNow();
        for (var tries = 1; ; tries++)
        {
            var question = await db.Deliberations.Whole().SingleAsync(d => d.Id == deliberationId);
            var (before, owed) = (question.Ballots.Count, question.From(seatId, received));
            question.Cast(seatId, vote, motive, received);
            var receipt = question.ReceiptOf(seatId);
            if (question.Ballots.Count == before) return receipt;
            db.Record(received, actor, Acts.BallotCast, question);
            await TellVoter(question, seatId, receipt, received);
            // A vote with an announced end closes by itself; this one waits for somebody, who is told once: a ballot changed later is no news.
            if (owed == Expectation.Ballot && question.BallotEndsAt is null && !question.Awaited(received).Any())
            {
                var group = await db.Groups.Whole().SingleAsync(g => g.Id == question.GroupId);
                await leads.Run(group, $"Tout le monde a voté\u00A0: {question.Question}", $"/deliberations/{question.Reference}/etape", aside: await cards.Aside(question, group));
            }
            try
            {
                await db.SaveChangesAsync();
                return receipt;
            }
            catch (DbUpdateException e) when (tries < TriesMax && e.IsRace())
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    async Task TellVoter(Deliberation question, Guid seatId, string? receipt, DateTime now)
    {
        var seats = db.Seats;
        foreach (var address in await db.Persons.Where(p => p.DisabledAt == null && seats.Any(s => s.Id == seatId && s.PersonId == p.Id)).Select(p => p.Email).ToListAsync())
            db.Notify(address, $"Votre vote est enregistré{(receipt is null ? "" : $", reçu {receipt}")}\u00A0: {question.Question}", $"/deliberations/{question.Reference}/urne", now);
    }
}
