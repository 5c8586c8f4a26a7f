using System.Net;
using Croisee.Journal;
using Croisee.People;
using Croisee.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Office;

/// <summary>Telephone and recovery codes lost: the office helps, with a reason, and nobody helps themselves.</summary>
public sealed class ResetFactorTest(Place place) : IClassFixture<Place>
{
    /// <summary>An organiser with a role on this organisation, signed in with a second factor of their own.</summary>
    async Task<(Person Person, Grant Grant, Browser Browser)> WithFactor(string email, Organisation organisation)
    {
        var person = await place.Person(email, email.Split('@')[0]);
        var grant = await place.Grant(person, organisation, Role.ContactOfficer);
        var browser = place.Browser();
        await place.SignIn(browser, email);
        await browser.SetUp();
        return (person, grant, browser);
    }

    Task<bool> HasFactor(Person person) => place.Db(db => db.Persons.Where(p => p.Id == person.Id).Select(p => p.TotpSince != null).SingleAsync());

    [Fact]
    public async Task Puts_back_to_nothing_with_a_reason_ends_sessions_and_tells_the_person()
    {
        var organisation = await place.Given.AnOrganisation();
        var (person, grant, theirs) = await WithFactor("perdu@example.org", organisation);
        using var administrator = await place.Given.APerson("Une administratrice qui aide", Role.Administrator);
        var page = await (await administrator.Open($"/bureau/structures/{organisation.Reference}")).Follow("Téléphone perdu ? perdu");
        Assert.Equal("Remettre à zéro ce second facteur ?", page.Heading);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.Form("Remettre à zéro").Send()).Status);
        Assert.True(await HasFactor(person));
        var done = await page.Form("Remettre à zéro").Fill("Raison, et comment vous avez vérifié", "Téléphone perdu, vue en personne.").Send();
        Assert.Contains("remis à zéro", done.TextContent);
        Assert.False(await HasFactor(person));
        Assert.Contains("/connexion", (await theirs.Open("/compte")).Path);
        var entry = await place.Db(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.SubjectId == person.Id && e.Act == Croisee.People.Acts.SecondFactorReset));
        Assert.Equal("Téléphone perdu, vue en personne.", entry.Reason);
        await Signing.Until(async () => (await place.MailsTo("perdu@example.org")).FirstOrDefault(m => m.Subject.Contains("remis à zéro")));
        using var again = place.Browser();
        Assert.Equal("Ajouter un second facteur", (await place.SignIn(again, "perdu@example.org")).Heading);
        Assert.Contains("n’a pas de second facteur", (await page.Form("Remettre à zéro").Fill("Raison, et comment vous avez vérifié", "Encore.").Send()).Errors.Single());
        theirs.Dispose();
        Assert.Equal(grant.PersonId, person.Id);
    }

    [Fact]
    public async Task Refuses_oneself_another_structure_and_who_has_roles_above()
    {
        var (here, elsewhere) = (await place.Given.AnOrganisation(), await place.Given.AnOrganisation());
        var (person, grant, theirs) = await WithFactor("deux-roles@example.org", here);
        await place.Grant(person, elsewhere, Role.Organiser);
        using var local = await place.Given.APerson("Administre ici", Role.Administrator, here);
        using var other = await place.Given.APerson("Administre ailleurs", Role.Administrator, elsewhere);
        var path = $"/bureau/roles/{grant.Id}/second-facteur";
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open(path)).Status);
        var refused = await (await local.Open(path)).Form("Remettre à zéro").Fill("Raison, et comment vous avez vérifié", "Téléphone perdu.").Send();
        Assert.Contains("un rôle ailleurs", refused.Errors.Single());
        Assert.True(await HasFactor(person));
        theirs.Dispose();

        var (me, _, _) = await WithFactor("moi@example.org", here);
        var mine = await place.Grant(me, here, Role.Administrator);
        using var self = await place.Given.SignedIn(me);
        Assert.Contains("son propre second facteur", (await (await self.Open($"/bureau/roles/{mine.Id}/second-facteur")).Form("Remettre à zéro").Fill("Raison, et comment vous avez vérifié", "Pour moi.").Send()).Errors.Single());
        Assert.True(await HasFactor(me));
    }
}
