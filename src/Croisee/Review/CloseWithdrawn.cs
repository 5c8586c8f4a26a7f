using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>An experience was taken back (EXP-R10): a question still open about it closes without a count in the same save, and those who lead the group are told.</summary>
public sealed class CloseWithdrawn(AppDb db, TellLeads leads) : IHear<ExperienceWithdrawn>
{
    public async Task Hear(ExperienceWithdrawn fact, CancellationToken cancel)
    {
        foreach (var question in await db.Deliberations.Whole().About(new Subject(ExperienceCard.SubjectKind, fact.ExperienceId)).Where(d => d.ClosedAt == null || d.AwaitsReason).ToListAsync(cancel))
        {
            question.Withdraw(fact.At);
            db.Record(fact.At, Actor.System, Deliberation.Acts.Withdrawn, question);
            var group = await db.Groups.Whole().SingleAsync(g => g.Id == question.GroupId, cancel);
            await leads.Run(group, $"Une expérience est retirée par {(fact.TakenDown ? "l’organisme" : "ses auteurs")}, sa question est close : {question.Question}", $"/deliberations/{question.Reference}", cancel);
        }
    }
}
