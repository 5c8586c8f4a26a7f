using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>What authors send reaches those who lead the group that reads for their call. A call that no group reads yet is watched from its own page.</summary>
public sealed class HearAuthors(AppDb db, TellLeads leads) : IHear<ExperienceArrived>, IHear<AuthorsWrote>
{
    public Task Hear(ExperienceArrived fact, CancellationToken cancel) => Tell(fact.ExperienceId, "Une expérience est à vérifier", "", cancel);

    public Task Hear(AuthorsWrote fact, CancellationToken cancel) => Tell(fact.ExperienceId, "Les auteurs vous ont écrit", "/messages", cancel);

    async Task Tell(Guid id, string what, string page, CancellationToken cancel)
    {
        var experience = db.Experiences.Local.Single(e => e.Id == id);
        var groupId = await db.ReadingGroups.Where(r => r.CallId == experience.CallId).Select(r => (Guid?)r.GroupId).SingleOrDefaultAsync(cancel);
        if (groupId is null) return;
        var group = await db.Groups.Whole().SingleAsync(g => g.Id == groupId, cancel);
        await leads.Run(group, $"{what} : {experience.Title}", $"/groupes/{group.Reference}/recevabilite/{experience.Reference}{page}", cancel);
    }
}
