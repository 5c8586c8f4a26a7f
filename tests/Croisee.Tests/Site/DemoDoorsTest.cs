using System.Net;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Site;

public sealed class DemoDoorsTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Enters_as_a_shown_person_with_the_second_factor_passed()
    {
        var person = await Shown("demo-adm@example.org", "Amina");
        await place.Grant(person, await place.Root(), Role.Administrator);
        using var browser = place.Browser();
        var page = await browser.Open("/demo");
        Assert.Contains("Ouvrez le bilan.", page.TextContent);
        Assert.Contains("second facteur passé", page.TextContent);
        Assert.Equal("Bureau", (await page.Form("Entrer comme Amina").Send()).Heading);
        Assert.Equal("Bilan de l’instance", (await browser.Open("/bureau/bilan")).Heading);
    }

    [Fact]
    public async Task Refuses_to_enter_as_somebody_who_is_not_shown()
    {
        await Shown("demo-autre@example.org", "Bruno");
        var hidden = await place.Person("vraie@example.org", "Vraie");
        using var browser = place.Browser();
        var page = await browser.Open("/demo");
        Assert.DoesNotContain("Vraie", page.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await page.Form("Entrer comme Bruno").Set("Form.Person", hidden.Id.ToString()).Send()).Status);
        Assert.False(await place.Db(db => db.Sessions.AnyAsync(s => s.PersonId == hidden.Id)));
    }

    [Fact]
    public async Task Reads_mails_and_hands_over_their_files()
    {
        using var browser = place.Browser();
        await place.Person("lit@example.org", "Lit");
        await place.SignIn(browser, "lit@example.org");
        var list = await browser.Open("/demo/courriels");
        var mail = await list.Follow("Votre code pour entrer dans Croisée");
        Assert.Matches(@"\d{3} \d{3}", mail.TextContent);
        var file = await Signing.Until(async () => await browser.Open(mail.Path + "/fichier") is { Status: HttpStatusCode.OK } found ? found : null);
        Assert.Equal("message/rfc822", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("To: lit@example.org", file.Source);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/demo/courriels/{Guid.CreateVersion7()}/fichier")).Status);
    }

    [Fact]
    public async Task Makes_one_root_with_a_name() => Assert.Equal("Cette instance de Croisée", (await place.Root()).Name);

    async Task<Person> Shown(string email, string name)
    {
        var person = await place.Person(email, name);
        await place.Db(async db =>
        {
            var found = await db.Persons.SingleAsync(p => p.Id == person.Id);
            found.ShowInDemo("Ouvrez le bilan.");
            db.Record(place.Clock.UtcNow(), Actor.System, Acts.PersonChanged, found);
            return await db.SaveChangesAsync();
        });
        return person;
    }
}
