using System.Security.Claims;
using Croisee.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Croisee.Tests;

public sealed partial class Given
{
    /// <summary>The root of the tree; made once.</summary>
    public async Task<Organisation> TheInstance()
    {
        if (await place.Db(db => db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.ParentId == null)) is { } root) return root;
        root = new Organisation("Instance de test", OrganisationKind.Instance, null);
        await Added(root);
        return root;
    }

    public async Task<Organisation> AnOrganisation(string? name = null, Organisation? under = null, OrganisationKind kind = OrganisationKind.Establishment)
    {
        var organisation = new Organisation(name ?? $"Résidence des tests {Next}", kind, under ?? await TheInstance());
        await Added(organisation);
        return organisation;
    }

    /// <summary>Somebody with an account, signed in on a browser of their own. Roles that need a second factor have passed it.</summary>
    public async Task<Browser> APerson(string name, Role? role = null, Organisation? organisation = null) => await SignedIn(await AnAccount(name, role, organisation));

    public async Task<Person> AnAccount(string name, Role? role = null, Organisation? organisation = null)
    {
        var person = new Person($"personne{Next}@example.org", name, Now);
        if (role is not { } held) { await Added(person); return person; }
        organisation ??= await TheInstance();
        await Added(person);
        await AGrant(person, held, organisation);
        return person;
    }

    public Task AGrant(Person person, Role role, Organisation organisation) => place.Db(async db =>
    {
        var (p, o) = (await db.Persons.SingleAsync(x => x.Id == person.Id), await db.Organisations.SingleAsync(x => x.Id == organisation.Id));
        var grant = new Grant(p, o, role, Now);
        db.Grants.Add(grant);
        Journal.Recording.Record(db, Now, Journal.Actor.System, Acts.RoleGiven, grant);
        return await db.SaveChangesAsync();
    });

    /// <summary>A new browser that carries a session of this person, sealed as the sign-in page does.</summary>
    public async Task<Browser> SignedIn(Person person, bool secondFactor = true)
    {
        var session = new Session(person.Id, "Navigateur sur un appareil", secondFactorAsked: secondFactor, Now);
        if (secondFactor) session.PassSecondFactor(Now);
        await Added(session);
        var options = place.App.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var who = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sid", session.Id.ToString())], SessionCookie.Scheme));
        var browser = place.Browser();
        browser.Keep(SessionCookie.Name, options.TicketDataFormat.Protect(new AuthenticationTicket(who, SessionCookie.Scheme)));
        return browser;
    }
}
