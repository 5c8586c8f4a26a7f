using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>An account is closed, by its person or for them; a higher room ends in the same save what it holds of them (a seat, a mandate).</summary>
public sealed record AccountClosed(Guid PersonId, Actor By) : IFact;

/// <summary>Closes an account: what names the person goes, ids stay (RGPD art. 17; the journal keeps ids only).</summary>
public sealed class CloseAccount(AppDb db, TimeProvider clock)
{
    /// <param name="by">Who closes it when it is not the person, with the <paramref name="reason"/> that stays in the journal.</param>
    /// <param name="told">The last letter to the address that is forgotten: it alone still leaves.</param>
    public async Task Run(Person person, Actor? by = null, string? reason = null, Guid? organisation = null, Letter? told = null)
    {
        var now = clock.UtcNow();
        var (email, actor, last) = (person.Email, by ?? Actor.Person(person.Id), told is null ? null : new OutgoingMail(person.Email, told, now));
        if (last is not null) db.OutgoingMails.Add(last);
        await EndRoles(person, actor, now);
        foreach (var session in await db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ToListAsync()) session.End(now);
        person.Close(now);
        foreach (var invitation in await db.Invitations.Where(i => i.Email == email).ToListAsync())
        {
            if (invitation.AcceptedAt is null) invitation.Revoke(now);
            invitation.Forget(person.Email);
            db.Record(now, actor, Acts.AccountClosed, invitation);
        }
        db.Record(now, actor, Acts.AccountClosed, person, reason, organisation);
        db.Announce(new AccountClosed(person.Id, actor));
        await db.SaveChangesAsync();
        var kept = last?.Id;
        await db.Write(d => d.SignInRequests.Where(r => r.Email == email).ExecuteDelete() + d.EmailChanges.Where(c => c.PersonId == person.Id).ExecuteDelete() + d.OutgoingMails.Where(m => m.To == email && m.Id != kept).ExecuteDelete() + d.Notices.Where(n => n.To == email).ExecuteDelete());
    }

    /// <summary>A base older than the closing came back: the account is closed again (S41).</summary>
    public static async Task<bool> Again(IServiceProvider services, Guid id, DateTime at)
    {
        if (await services.GetRequiredService<AppDb>().Persons.SingleOrDefaultAsync(p => p.Id == id) is not { IsClosed: false } person) return false;
        await services.GetRequiredService<CloseAccount>().Run(person);
        return true;
    }

    async Task EndRoles(Person person, Actor actor, DateTime now)
    {
        foreach (var grant in await db.Grants.Include(g => g.Organisation).Where(g => g.PersonId == person.Id && g.EndedAt == null).ToListAsync())
        {
            await db.KeepAnAdministrator(grant);
            grant.End(now);
            db.Record(now, actor, Acts.RoleEnded, grant, organisation: grant.OrganisationId);
        }
    }
}

public static class Administration
{
    /// <summary>The last role of administration on the instance that somebody can use cannot end: nobody could give it again. The save moves the root's version: of two who end each other at the same instant, the second is refused.</summary>
    public static async Task KeepAnAdministrator(this AppDb db, Grant ending)
    {
        if (ending.Role is not Role.Administrator || ending.Organisation.ParentId is not null) return;
        if (!await db.Grants.AnyAsync(g => g.Id != ending.Id && g.OrganisationId == ending.OrganisationId && g.Role == Role.Administrator && g.EndedAt == null && g.Person.DisabledAt == null))
            throw new RuleBroken("ROL-LAST", "C’est la dernière personne qui administre l’instance. Donnez d’abord ce rôle à quelqu’un d’autre.");
        db.Entry(ending.Organisation).Property(o => o.Version).IsModified = true;
    }

    /// <summary>
    /// Who invites must still be able to give that role when it is taken: an invitation does not outlive the right behind it (S16). Nobody invited for the first administrator; what a higher
    /// room offers is for that room to judge.
    /// </summary>
    public static async Task<bool> MayStillGive(this AppDb db, Invitation invitation)
    {
        if (invitation is not { Role: not null, SenderId: { } sender }) return true;
        var administered = await db.Grants.Where(g => g.PersonId == sender && g.Person.DisabledAt == null && g.Role == Role.Administrator && g.EndedAt == null).Select(g => g.Organisation.Path).ToListAsync();
        return administered.Any(path => invitation.Organisation.Path.StartsWith(path, StringComparison.Ordinal));
    }
}
