using System.Net;
using System.Text.Json;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.People;

public sealed class AccountTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Changes_the_display_name_and_keeps_what_was_typed_when_it_is_too_long()
    {
        await place.Person("nom@example.org", "Ancien");
        using var browser = place.Browser();
        await place.SignIn(browser, "nom@example.org");
        var page = await browser.Open("/compte");
        var refused = await page.Form("Enregistrer ce nom").Fill("Nom d’affichage", new string('x', 81)).Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(new string('x', 81), refused.Form("Enregistrer ce nom").Value("Nom d’affichage"));
        var saved = await refused.Form("Enregistrer ce nom").Fill("Nom d’affichage", "Membre usager").Send();
        Assert.Equal("Membre usager", saved.Link("Membre usager").TextContent);
    }

    [Fact]
    public async Task Lists_devices_closes_one_then_all()
    {
        await place.Person("appareils@example.org", "Appareils");
        using var here = place.Browser();
        using var there = place.Browser();
        using var stranger = place.Browser();
        await place.Person("voisine@example.org", "Voisine");
        await place.SignIn(here, "appareils@example.org");
        await place.SignIn(there, "appareils@example.org");
        await place.SignIn(stranger, "voisine@example.org");
        var list = await here.Open("/compte/sessions");
        Assert.Equal(2, list.Document.QuerySelectorAll(".result").Length);
        var closing = list.Link("Fermer cette session").GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(closing)).Status);
        await (await here.Open(closing)).Form("Fermer cette session").Send();
        Assert.Equal("Se connecter", (await there.Open("/compte")).Heading);
        Assert.Equal("Mon compte", (await here.Open("/compte")).Heading);
        await place.SignIn(there, "appareils@example.org");
        await (await here.Open("/compte/sessions/fermer")).Form("Oui, partout").Send();
        foreach (var browser in new[] { here, there }) Assert.Equal("Se connecter", (await browser.Open("/compte")).Heading);
        Assert.Equal("Mon compte", (await stranger.Open("/compte")).Heading);
    }

    [Fact]
    public async Task Ends_a_session_after_twelve_idle_hours()
    {
        await place.Person("inactive@example.org", "Inactive");
        using var browser = place.Browser();
        await place.SignIn(browser, "inactive@example.org");
        place.Clock.Advance(Session.IdleMax - TimeSpan.FromMinutes(1));
        Assert.Equal("Mon compte", (await browser.Open("/compte")).Heading);
        place.Clock.Advance(Session.IdleMax + TimeSpan.FromMinutes(1));
        Assert.Equal("Se connecter", (await browser.Open("/compte")).Heading);
    }

    [Fact]
    public async Task Hands_over_own_data_and_nobody_elses()
    {
        await place.Person("donnees@example.org", "Données");
        await place.Person("autre-donnees@example.org", "Autre");
        using var browser = place.Browser();
        await place.SignIn(browser, "donnees@example.org");
        var file = await browser.Open("/compte/mes-donnees/fichier");
        using var json = JsonDocument.Parse(file.Source);
        Assert.Equal("donnees@example.org", json.RootElement.GetProperty("compte").GetProperty("adresse").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("sessions").GetArrayLength());
        Assert.DoesNotContain("autre-donnees", file.Source);
    }

    [Fact]
    public async Task Closes_the_account_after_a_fresh_proof_and_keeps_ids_only()
    {
        var person = await place.Person("ferme@example.org", "Ferme");
        await place.Grant(person, await place.Organisation("Maison fermée"), Role.Organiser);
        using var browser = place.Browser();
        await place.SignIn(browser, "ferme@example.org");
        place.Clock.Advance(FreshSignIn.Life + TimeSpan.FromSeconds(1));
        Assert.Equal("Se connecter", (await browser.Open("/compte/fermer")).Heading);
        await place.SignIn(browser, "ferme@example.org", "/connexion?retour=%2Fcompte%2Ffermer");
        await (await browser.Open("/compte/fermer")).Form("Oui, fermer mon compte").Send();
        Assert.Equal("Se connecter", (await browser.Open("/compte")).Heading);
        var left = await place.Db(db => db.Persons.AsNoTracking().SingleAsync(p => p.Id == person.Id));
        Assert.Equal(("Compte fermé", $"{person.Id:N}@compte-ferme.invalid"), (left.DisplayName, left.Email));
        Assert.False(await place.Db(db => db.Grants.AnyAsync(g => g.PersonId == person.Id && g.EndedAt == null)));
        Assert.Empty(await place.MailsTo("ferme@example.org"));
        Assert.Contains(Acts.AccountClosed, await place.ActsOn(person.Id));
        using var again = place.Browser();
        var asked = await (await again.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", "ferme@example.org").Send();
        Assert.Equal("Écrivez le code reçu", asked.Heading);
    }
}
