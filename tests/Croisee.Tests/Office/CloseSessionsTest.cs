using System.Net;
using Croisee.Journal;
using Croisee.People;
using Croisee.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Office;

/// <summary>A telephone was stolen: who administers ends every session of an account, with a reason, and takes nothing else away (ASVS 7.4.5).</summary>
public sealed class CloseSessionsTest(Place place) : IClassFixture<Place>
{
    const string Path = "/bureau/comptes/connexions";

    static async Task<Page> Close(Browser by, string email, string reason = "Téléphone volé, dit de vive voix.") =>
        await (await by.Open(Path)).Form("Fermer ses connexions").Fill("Adresse du compte", email).Fill("Raison", reason).Send();

    Task<int> Open(Person person) => place.Db(db => db.Sessions.CountAsync(s => s.PersonId == person.Id && s.EndedAt == null));

    [Fact]
    public async Task Ends_every_session_at_once_tells_the_person_and_leaves_the_account()
    {
        var here = await place.Given.AnOrganisation();
        var person = await place.Person("vol@example.org", "Volée");
        await place.Grant(person, here, Role.Organiser);
        using var phone = await place.Given.SignedIn(person);
        using var desk = await place.Given.SignedIn(person);
        using var neighbour = await place.Given.APerson("Voisine", Role.Organiser, here);
        using var administrator = await place.Given.APerson("Administre ici", Role.Administrator, here);
        Assert.Equal(HttpStatusCode.BadRequest, (await Close(administrator, "vol@example.org", "")).Status);
        Assert.Equal(2, await Open(person));
        Assert.Contains("fermées", (await Close(administrator, " VOL@example.org ")).TextContent);
        foreach (var browser in new[] { phone, desk }) Assert.Equal("Se connecter", (await browser.Open("/compte")).Heading);
        Assert.Equal("Mon compte", (await neighbour.Open("/compte")).Heading);
        var entry = await place.Db(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.SubjectId == person.Id && e.Act == Croisee.People.Acts.SessionsEndedByOffice));
        Assert.Equal(("Téléphone volé, dit de vive voix.", here.Id), (entry.Reason, entry.OrganisationId));
        await Signing.Until(async () => (await place.MailsTo("vol@example.org")).FirstOrDefault(m => m.Subject.Contains("connexions ont été fermées", StringComparison.Ordinal)));
        using var back = place.Browser();
        await place.SignIn(back, "vol@example.org");
        Assert.True(await place.Db(db => db.Grants.AnyAsync(g => g.PersonId == person.Id && g.EndedAt == null)));
    }

    /// <summary>Who has a seat and no role is of the structure of their group, here as for a suspension.</summary>
    [Fact]
    public async Task Ends_the_sessions_of_who_sits_in_a_group_of_here_and_of_nobody_who_sits_elsewhere_too()
    {
        var (here, elsewhere) = (await place.Given.AnOrganisation(), await place.Given.AnOrganisation());
        var (group, other) = (await place.Given.AGroupOf(here, 1, 1), await place.Given.AGroupOf(elsewhere, 1, 1));
        using var local = await place.Given.APerson("Administre ce groupe", Role.Administrator, here);
        using var sits = await place.Given.SignedIn(group.Members[0]);
        Assert.Contains("fermées", (await Close(local, group.Members[0].Email)).TextContent);
        Assert.Equal(0, await Open(group.Members[0]));
        await place.Grant(other.Members[0], here, Role.Organiser);
        using var both = await place.Given.SignedIn(other.Members[0]);
        Assert.Single((await Close(local, other.Members[0].Email)).Errors);
        Assert.Equal(1, await Open(other.Members[0]));
    }

    /// <summary>One answer for an address that nobody has, for who has a role elsewhere, and for who has none: the list of accounts is nobody's to try out (S01).</summary>
    [Fact]
    public async Task Refuses_oneself_and_who_is_not_of_here_in_the_same_words_as_nobody()
    {
        var (here, elsewhere) = (await place.Given.AnOrganisation(), await place.Given.AnOrganisation());
        var both = await place.Person("deux@example.org", "Deux lieux");
        await place.Grant(both, here, Role.Organiser);
        await place.Grant(both, elsewhere, Role.Organiser);
        var none = await place.Person("sans-role@example.org", "Sans rôle");
        using var kept = await place.Given.SignedIn(both);
        using var keptToo = await place.Given.SignedIn(none);
        using var local = await place.Given.APerson("Administre là", Role.Administrator, here);
        var said = new List<string>();
        foreach (var email in new[] { "personne-du-tout@example.org", "deux@example.org", "sans-role@example.org" }) said.Add(Assert.Single((await Close(local, email)).Errors));
        Assert.Single(said.Distinct());
        Assert.Equal((1, 1), (await Open(both), await Open(none)));
        var me = await place.Given.AnAccount("Moi", Role.Administrator);
        using var chief = await place.Given.SignedIn(me);
        Assert.Contains("Mon compte", Assert.Single((await Close(chief, me.Email)).Errors));
        Assert.Equal("Structures et rôles", (await Close(chief, "sans-role@example.org")).Heading);
        Assert.Equal((1, 0), (await Open(both), await Open(none)));
        using var organiser = await place.Given.APerson("Organise", Role.Organiser, here);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.Open(Path)).Status);
    }
}
