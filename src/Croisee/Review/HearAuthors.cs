using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>
/// What authors send reaches those who lead the group that reads for their call. While no group reads, once it is archived, and of what was withdrawn, which no
/// page of a group shows, it reaches who organises and who moderates; experiences that arrive for the first time are then watched from the page of the call.
/// </summary>
public sealed class HearAuthors(AppDb db, TellLeads leads, Spreading spreading) : IHear<ExperienceArrived>, IHear<AuthorsWrote>
{
    public Task Hear(ExperienceArrived fact, CancellationToken cancel) => Tell(fact.ExperienceId, "Une expérience est à vérifier", "", "/recevabilite",
        db.Passages.Local.Any(p => p.ExperienceId == fact.ExperienceId && p.From is ExperienceState.ToComplete), cancel);

    public Task Hear(AuthorsWrote fact, CancellationToken cancel) => Tell(fact.ExperienceId, "Les auteurs vous ont écrit", "/messages", "/messages", true, cancel);

    /// <param name="answers">It answers somebody: without a group too, it is told.</param>
    async Task Tell(Guid id, string what, string page, string office, bool answers, CancellationToken cancel)
    {
        var experience = db.Experiences.Local.Single(e => e.Id == id);
        var line = $"{what} : {experience.Title}";
        var reads = db.ReadingGroups;
        var group = experience.State is ExperienceState.Withdrawn ? null : await db.Groups.Whole().SingleOrDefaultAsync(g => g.ArchivedAt == null && reads.Any(r => r.CallId == experience.CallId && r.GroupId == g.Id), cancel);
        if (group is not null)
        {
            await leads.Run(group, line, $"/groupes/{group.Reference}/recevabilite/{experience.Reference}{page}", cancel, await spreading.KeptAway(group, id));
        }
        else if (answers)
        {
            var organisation = await db.Calls.Where(c => c.Id == experience.CallId).Select(c => c.OrganisationId).SingleAsync(cancel);
            await leads.Office(organisation, line, $"/bureau/experiences/{experience.Reference}{office}", cancel);
        }
    }
}
