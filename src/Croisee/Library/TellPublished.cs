using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Review;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>
/// The authors published, or changed what was published: those who lead the group that read it, and who organises, are told in the same save, with the page
/// where the differences are read (EXP-R9, S42). What the group chose may have changed under its motives.
/// </summary>
public sealed class TellPublished(AppDb db, TellLeads leads) : IHear<ExperiencePublished>
{
    public async Task Hear(ExperiencePublished fact, CancellationToken cancel)
    {
        if (!fact.ByAuthors) return;
        var (sheet, experience) = (db.Sheets.Local.Single(s => s.Id == fact.ExperienceId), db.Experiences.Local.Single(e => e.Id == fact.ExperienceId));
        var changed = sheet.Remarkable && sheet.Read().ChangedSinceChoice;
        var what = fact.Number == 1 ? changed ? "Une expérience retenue est publiée, modifiée depuis votre décision" : "Une expérience est publiée"
            : changed ? "Une fiche retenue est modifiée par ses auteurs depuis votre décision" : "Une fiche est modifiée par ses auteurs";
        var (line, path) = ($"{what} : {sheet.Title}", $"/experiences/{fact.Reference}" + (fact.Number == 1 ? "" : "/versions"));
        var reads = await db.ReadingGroups.AsNoTracking().SingleOrDefaultAsync(r => r.CallId == experience.CallId, cancel);
        if (reads is null) await leads.Organisers(sheet.OrganisationId, line, path, cancel);
        else await leads.Run(await db.Groups.Whole().SingleAsync(g => g.Id == reads.GroupId, cancel), line, path, cancel);
    }
}
