using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>
/// What was read, said and voted is kept no longer than announced (domain 10.1). Thirty days after a withdrawal all of it goes with the text. At the end of
/// the announced work, when contact data go too, a question left open closes without a count, and the words of readings, opinions, remarks and ballots go; what was fixed, its reasons, the result and its
/// motives stay with the sheet, and the codes of both readings, which are no words of anybody, measure agreement.
/// </summary>
public sealed class ForgetReadings(AppDb db, TimeProvider clock)
{
    public const string Job = "effacer les lectures et les votes";
    const int Round = 200;

    public async Task Run(CancellationToken cancel)
    {
        await OfWithdrawn(cancel);
        await OfEndedWork(cancel);
    }

    async Task OfWithdrawn(CancellationToken cancel)
    {
        var (now, limit) = (clock.UtcNow(), clock.UtcNow().AddDays(-Forget.WithdrawnDays));
        var (pairs, links, chosen, questions) = (db.Pairs, db.ReadingRecusals, db.Selections, db.Deliberations);
        var due = await db.Experiences.AsNoTracking().Include(e => e.Call).Where(e => e.State == ExperienceState.Withdrawn && e.Passages.Any(p => p.To == ExperienceState.Withdrawn && p.At <= limit)
            && (pairs.Any(p => p.ExperienceId == e.Id) || links.Any(l => l.ExperienceId == e.Id) || chosen.Any(s => s.ExperienceId == e.Id)
                || questions.Any(d => d.SubjectKind == ExperienceCard.SubjectKind && d.SubjectId == e.Id && (d.ErasedAt == null || d.Opinions.Any() || d.Remarks.Any() || d.Ballots.Any()))))
            .OrderBy(e => e.TouchedAt).Take(Round).ToListAsync(cancel);
        foreach (var experience in due)
        {
            // The pair's own rows come along, so that the engine's cascade and the context agree on what leaves.
            db.Readings.RemoveRange(await db.Readings.Where(r => r.ExperienceId == experience.Id).ToListAsync(cancel));
            db.Settlements.RemoveRange(await db.Settlements.Include(s => s.Proposals).Where(s => s.ExperienceId == experience.Id).ToListAsync(cancel));
            db.Pairs.RemoveRange(await db.Pairs.Where(p => p.ExperienceId == experience.Id).ToListAsync(cancel));
            db.ReadingRecusals.RemoveRange(await db.ReadingRecusals.Where(l => l.ExperienceId == experience.Id).ToListAsync(cancel));
            db.Selections.RemoveRange(await db.Selections.Where(s => s.ExperienceId == experience.Id).ToListAsync(cancel));
            var asked = await db.Deliberations.Whole().About(new Subject(ExperienceCard.SubjectKind, experience.Id)).ToListAsync(cancel);
            foreach (var question in asked) question.Withdraw(now);
            db.Record(now, Actor.System, Acts.Erased, experience, $"{Forget.WithdrawnDays} jours après le retrait", experience.Call.OrganisationId);
            await Erase(asked, now, cancel);
        }
    }

    async Task OfEndedWork(CancellationToken cancel)
    {
        var (now, today, experiences) = (clock.UtcNow(), clock.ParisToday(), db.Experiences);
        foreach (var call in (await db.Calls.AsNoTracking().Public().ToListAsync(cancel)).Where(c => c.HasEnded(now) && today >= c.Notice.ErasedFrom))
        {
            var readings = await db.Readings.Where(r => r.WordsErasedAt == null && experiences.Any(e => e.Id == r.ExperienceId && e.CallId == call.Id)).Take(Round).ToListAsync(cancel);
            foreach (var reading in readings) reading.EraseWords(now);
            foreach (var of in readings.GroupBy(r => r.ExperienceId)) db.Record(now, Actor.System, Acts.WordsErased, of.First(), null, call.OrganisationId);
            var questions = await db.Deliberations.Whole().Where(d => (d.ErasedAt == null || d.Opinions.Any() || d.Remarks.Any() || d.Ballots.Any()) && d.SubjectKind == ExperienceCard.SubjectKind && experiences.Any(e => e.Id == d.SubjectId && e.CallId == call.Id))
                .OrderBy(d => d.OpenedAt).Take(Round).ToListAsync(cancel);
            foreach (var question in questions) question.Lapse(now);
            await Erase(questions, now, cancel);
        }
    }

    /// <summary>Two saves: the base lets a ballot go only where its question already says that it was erased. Stopped between both, the next round does the second.</summary>
    async Task Erase(List<Deliberation.Deliberation> questions, DateTime now, CancellationToken cancel)
    {
        foreach (var question in questions)
        {
            question.Erase(now);
            db.Record(now, Actor.System, Deliberation.Acts.Erased, question);
        }
        await db.SaveChangesAsync(cancel);
        foreach (var question in questions) question.ForgetVoices();
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
