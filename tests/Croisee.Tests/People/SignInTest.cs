using System.Net;
using System.Text.RegularExpressions;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Xunit;

namespace Croisee.Tests.People;

public sealed class SignInTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Lets_in_with_the_code_of_the_mail_once()
    {
        await place.Db(async db =>
        {
            var person = new Person("nadia@example.org", "Nadia", place.Clock.UtcNow());
            db.Persons.Add(person);
            db.Record(place.Clock.UtcNow(), Actor.System, Acts.PersonCreated, person);
            return await db.SaveChangesAsync();
        });
        using var browser = place.Browser();
        var page = await browser.Open("/connexion");
        var asked = await page.Form("Recevoir un code").Fill("Votre adresse de courriel", "Nadia@example.org ").Send();
        Assert.Equal("Écrivez le code reçu", asked.Heading);
        var mail = await Signing.Until(async () => (await place.MailsTo("nadia@example.org")).SingleOrDefault());
        var code = Regex.Match(mail.Text, @"\d{3} \d{3}").Value;
        var wrong = await asked.Form("Entrer").Fill("Code à 6 chiffres", code == "123 456" ? "654321" : "123456").Send();
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(["Ce n’est pas le bon code. Vérifiez les 6 chiffres."], wrong.Errors);
        var home = await wrong.Form("Entrer").Fill("Code à 6 chiffres", code).Send();
        Assert.Contains("Nadia", home.TextContent);
    }

    [Fact]
    public async Task Lands_where_work_waits_unless_a_page_is_asked_for()
    {
        await place.Grant(await place.Person("travail@example.org", "Travail"), await place.Root(), Role.Facilitator);
        using var browser = place.Browser();
        Assert.Equal("/bureau", (await place.SignIn(browser, "travail@example.org")).Path);
        place.Clock.Advance(SignInRequest.Life);
        Assert.Equal("/compte", (await place.SignIn(browser, "travail@example.org", "/connexion?retour=%2Fcompte")).Path);
    }

    [Fact]
    public async Task Says_the_same_to_an_unknown_address()
    {
        using var browser = place.Browser();
        var asked = await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", "personne@example.org").Send();
        Assert.Equal("Écrivez le code reçu", asked.Heading);
        Assert.Empty(await place.MailsTo("personne@example.org"));
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_the_address_is_wrong()
    {
        using var browser = place.Browser();
        var page = await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", "pas une adresse").Send();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("pas une adresse", page.Form("Recevoir un code").Value("Votre adresse de courriel"));
    }
}
