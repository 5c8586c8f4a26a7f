using Croisee.Data;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>A line to each moderator of a sheet, in the save of what waits for them; lines are gathered into one letter.</summary>
public sealed class TellModerators(AppDb db)
{
    public const string Queue = "/bureau/moderation";

    public async Task Run(Sheet sheet, string line, DateTime now)
    {
        var path = await db.Organisations.Where(o => o.Id == sheet.OrganisationId).Select(o => o.Path).SingleAsync();
        var moderators = await db.Grants.Where(g => g.Role == Role.Moderator && g.EndedAt == null && g.Person.DisabledAt == null && path.StartsWith(g.Organisation.Path)).Select(g => g.Person.Email).Distinct().ToListAsync();
        foreach (var email in moderators) db.Notify(email, line, Queue, now);
    }
}
