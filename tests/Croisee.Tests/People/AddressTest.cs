using System.Net;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.People;

/// <summary>Another address for an account: proved by a code there, told to the old one, closed to who has only found an open session.</summary>
public sealed class AddressTest(Place place) : IClassFixture<Place>
{
    static async Task<Page> Ask(Browser browser, string email) =>
        await (await browser.Open("/compte/adresse")).Form("Recevoir un code à cette adresse").Fill("Nouvelle adresse de courriel", email).Send();

    async Task<string> CodeAt(string email) => Signing.CodeIn((await Signing.Until(async () => (await place.MailsTo(email)).LastOrDefault(m => m.Text.Contains("pour entrer dans son compte")))).Text);

    [Fact]
    public async Task Moves_to_the_address_whose_code_is_typed_and_tells_the_old_one()
    {
        var person = await place.Person("ancienne@example.org", "Qui déménage");
        using var browser = place.Browser();
        await place.SignIn(browser, "ancienne@example.org");
        var asked = await Ask(browser, " Nouvelle@Example.org ");
        Assert.Equal("Écrivez le code reçu à la nouvelle adresse", asked.Heading);
        Assert.Equal("ancienne@example.org", await EmailOf(person));
        var code = await CodeAt("nouvelle@example.org");
        var wrong = await asked.Form("Changer d’adresse").Fill("Code à 6 chiffres", code == "000 000" ? "000 001" : "000 000").Send();
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        var done = await wrong.Form("Changer d’adresse").Fill("Code à 6 chiffres", code).Send();
        Assert.Contains("Votre adresse est changée", done.TextContent);
        Assert.Equal("nouvelle@example.org", await EmailOf(person));
        await Signing.Until(async () => (await place.MailsTo("ancienne@example.org")).FirstOrDefault(m => m.Subject.Contains("a changé")));
        Assert.Contains(Acts.EmailChanged, await place.ActsOn(person.Id));
        var again = await (await browser.Open("/compte/adresse/code")).Form("Changer d’adresse").Fill("Code à 6 chiffres", code).Send();
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        using var other = place.Browser();
        Assert.DoesNotContain("/connexion", (await place.SignIn(other, "nouvelle@example.org")).Path);
    }

    [Fact]
    public async Task Says_the_same_of_an_address_that_somebody_else_has_and_sends_no_code_there()
    {
        var person = await place.Person("curieuse@example.org", "Une curieuse");
        await place.Person("prise@example.org", "Déjà là");
        using var browser = place.Browser();
        await place.SignIn(browser, "curieuse@example.org");
        var asked = await Ask(browser, "prise@example.org");
        Assert.Equal("Écrivez le code reçu à la nouvelle adresse", asked.Heading);
        var letter = await Signing.Until(async () => (await place.MailsTo("prise@example.org")).FirstOrDefault());
        Assert.DoesNotMatch(@"\d{3} \d{3}", letter.Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await asked.Form("Changer d’adresse").Fill("Code à 6 chiffres", "123 456").Send()).Status);
        Assert.Equal("curieuse@example.org", await EmailOf(person));
        Assert.Contains("déjà votre adresse", (await Ask(browser, "curieuse@example.org")).Errors.Single());
        for (var i = 0; i < 2; i++) Assert.Equal("/compte/adresse/code", (await Ask(browser, $"autre{i}@example.org")).Path);
        Assert.Contains("Trop de demandes", (await Ask(browser, "encore@example.org")).Errors.Single());
        var odd = await Ask(browser, "pas une adresse");
        Assert.Equal(HttpStatusCode.BadRequest, odd.Status);
        Assert.Equal("pas une adresse", odd.Form("Recevoir un code à cette adresse").Value("Nouvelle adresse de courriel"));
    }

    [Fact]
    public async Task Asks_who_acts_again_when_the_session_is_old_and_tries_a_code_five_times_at_most()
    {
        await place.Person("ouverte@example.org", "Session ouverte");
        using var browser = place.Browser();
        await place.SignIn(browser, "ouverte@example.org");
        var asked = await Ask(browser, "cible@example.org");
        var code = await CodeAt("cible@example.org");
        for (var i = 0; i < SignInRequest.TriesMax; i++) await asked.Form("Changer d’adresse").Fill("Code à 6 chiffres", code == "111 111" ? "222 222" : "111 111").Send();
        Assert.Contains("ne sert plus", (await asked.Form("Changer d’adresse").Fill("Code à 6 chiffres", code).Send()).Errors.Single());
        place.Clock.Advance(FreshSignIn.Life + TimeSpan.FromMinutes(1));
        Assert.StartsWith("/connexion", (await browser.Open("/compte/adresse")).Path);
        Assert.Equal(HttpStatusCode.Found, (await asked.Form("Changer d’adresse").Fill("Code à 6 chiffres", code).Send(follow: false)).Status);
    }

    Task<string> EmailOf(Person person) => place.Db(db => db.Persons.Where(p => p.Id == person.Id).Select(p => p.Email).SingleAsync());
}
