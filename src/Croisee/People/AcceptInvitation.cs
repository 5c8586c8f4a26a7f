using Croisee.Data;
using Croisee.Journal;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>An invitation is accepted: the account if there is none, the role, the fact for higher rooms and the session, in one save.</summary>
public sealed class AcceptInvitation(AppDb db, Entrance entrance, TimeProvider clock)
{
    /// <summary>Returns the local path to go to. <paramref name="mark"/> is the browser's: with it, a second click finds the session of the first.</summary>
    public async Task<string> Run(HttpContext http, Invitation invitation, string displayName, Guid? mark = null)
    {
        var now = clock.UtcNow();
        if (!await db.MayStillGive(invitation)) throw new RuleBroken("INV-SENDER", "La personne qui vous a invité·e n’administre plus cette structure. Demandez à une autre de vous renvoyer l’invitation.");
        var known = await db.Persons.SingleOrDefaultAsync(p => p.Email == invitation.Email);
        var person = known ?? Welcome(invitation.Email, displayName, now);
        invitation.Accept(person, now);
        db.Record(now, Actor.Person(person.Id), Acts.InvitationAccepted, invitation, organisation: invitation.OrganisationId);
        if (invitation.Role is { } role) await Give(person, invitation, role, now);
        if (invitation is { Purpose: { } purpose, SubjectId: { } subject }) db.Announce(new InvitationAccepted(invitation.Id, person.Id, purpose, subject));
        try { return await entrance.Open(http, person, Acts.SignedIn, "", now, once: mark); }
        catch (DbUpdateException e) when (e.IsTwin())
        {
            // Two acceptances for one new address at the same instant: the account of the other one exists now.
            if (known is not null || !await db.Persons.AnyAsync(p => p.Email == invitation.Email)) throw;
            throw new RuleBroken("INV-RACE", "Votre compte vient d’être créé ailleurs. Envoyez de nouveau.");
        }
    }

    Person Welcome(string email, string displayName, DateTime now)
    {
        var person = new Person(email, displayName, now);
        db.Persons.Add(person);
        db.Record(now, Actor.Person(person.Id), Acts.PersonCreated, person);
        return person;
    }

    async Task Give(Person person, Invitation invitation, Role role, DateTime now)
    {
        if (await db.Grants.AnyAsync(g => g.PersonId == person.Id && g.OrganisationId == invitation.OrganisationId && g.Role == role && g.EndedAt == null)) return;
        var grant = new Grant(person, invitation.Organisation, role, now);
        db.Grants.Add(grant);
        // The actor is who invited: they give the role, the person only takes it.
        db.Record(now, invitation.SenderId is { } sender ? Actor.Person(sender) : Actor.System, Acts.RoleGiven, grant, organisation: invitation.OrganisationId);
    }
}
