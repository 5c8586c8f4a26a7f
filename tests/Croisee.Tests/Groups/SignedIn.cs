using System.Security.Claims;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Croisee.Tests.Groups;

/// <summary>Persons, roles and open sessions for tests that are not about signing in.</summary>
static class SignedIn
{
    public static async Task<Person> APerson(this Place place, string name) => await place.Db(async db =>
    {
        var now = place.Clock.UtcNow();
        var person = new Person($"{name}.{Guid.CreateVersion7():N}@example.org", name, now);
        db.Persons.Add(person);
        db.Record(now, Actor.System, Acts.PersonCreated, person);
        await db.SaveChangesAsync();
        return person;
    });

    public static async Task<Organisation> TheInstance(this Place place) => await place.Db(async db =>
    {
        if (db.Organisations.FirstOrDefault(o => o.ParentId == null) is { } known) return known;
        var instance = new Organisation("Instance d’essai", OrganisationKind.Instance, null);
        db.Organisations.Add(instance);
        db.Record(place.Clock.UtcNow(), Actor.System, Acts.OrganisationCreated, instance);
        await db.SaveChangesAsync();
        return instance;
    });

    public static async Task<Person> AnOrganiser(this Place place, Organisation organisation, string name = "Olivia")
    {
        var person = await place.APerson(name);
        return await place.Db(async db =>
        {
            var now = place.Clock.UtcNow();
            db.Attach(person);
            db.Attach(organisation);
            db.Grants.Add(new Grant(person, organisation, Role.Organiser, now));
            db.Record(now, Actor.System, Acts.RoleGiven, person);
            await db.SaveChangesAsync();
            return person;
        });
    }

    public static async Task<Browser> BrowserOf(this Place place, Person person)
    {
        var session = new Session(person.Id, "Essai", false, place.Clock.UtcNow());
        await place.Db(async db =>
        {
            db.Sessions.Add(session);
            return await db.SaveChangesAsync();
        });
        var options = place.App.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var identity = new ClaimsIdentity([new Claim("sid", session.Id.ToString())], SessionCookie.Scheme);
        var properties = new AuthenticationProperties { IssuedUtc = place.Clock.GetUtcNow(), ExpiresUtc = place.Clock.GetUtcNow() + Session.LifeMax };
        var ticket = options.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, SessionCookie.Scheme));
        var browser = place.Browser();
        browser.Keep(SessionCookie.Name, ticket);
        return browser;
    }
}
