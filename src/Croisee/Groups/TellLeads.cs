using Croisee.Data;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

/// <summary>A line to those who lead a group (its chair and facilitator, and who organises it), in the save of what they must know; lines are gathered into one letter.</summary>
public sealed class TellLeads(AppDb db, TimeProvider clock)
{
    /// <param name="aside">Seats that have no part in it: whoever holds one finds no page there. Who organises is told all the same when there is nobody else.</param>
    public Task Run(Group group, string line, string path, CancellationToken cancel = default, IReadOnlyCollection<Guid>? aside = null)
    {
        var today = clock.ParisToday();
        var sitting = group.Seats.Where(s => s.SitsOn(today)).ToLookup(s => aside?.Contains(s.Id) is true);
        return Tell(group.OrganisationId, moderators: false, [.. sitting[false].Where(s => s.Leads).Select(s => s.PersonId).OfType<Guid>()], line, path, cancel, [.. sitting[true].Select(s => s.PersonId).OfType<Guid>()]);
    }

    /// <summary>The same to who organises, where no group leads.</summary>
    public Task Organisers(Guid organisation, string line, string path, CancellationToken cancel = default) => Tell(organisation, moderators: false, [], line, path, cancel);

    /// <summary>The same to who organises and who moderates: what both can answer, before any group leads.</summary>
    public Task Office(Guid organisation, string line, string path, CancellationToken cancel = default) => Tell(organisation, moderators: true, [], line, path, cancel);

    async Task Tell(Guid organisation, bool moderators, List<Guid> leading, string line, string path, CancellationToken cancel, IReadOnlyCollection<Guid>? aside = null)
    {
        var now = clock.UtcNow();
        var above = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Path).SingleAsync(cancel);
        var organising = db.Organising(above).Select(g => g.PersonId);
        var moderating = db.Grants.Where(g => moderators && g.Role == Role.Moderator && g.EndedAt == null && above.StartsWith(g.Organisation.Path)).Select(g => g.PersonId);
        var all = await db.Persons.Where(p => p.DisabledAt == null && (leading.Contains(p.Id) || organising.Contains(p.Id) || moderating.Contains(p.Id))).Select(p => new { p.Id, p.Email }).ToListAsync(cancel);
        var able = all.Where(p => aside?.Contains(p.Id) is not true).ToList();
        foreach (var told in able.Count > 0 ? able : all) db.Notify(told.Email, line, path, now);
    }
}
