using System.Net;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.People;

public sealed class CodeTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Opens_exactly_one_session_when_one_code_comes_64_times_at_once()
    {
        await place.Person("parallele@example.org", "Parallèle");
        using var browser = place.Browser();
        var asked = await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", "parallele@example.org").Send();
        var mail = await Signing.Until(async () => (await place.MailsTo("parallele@example.org")).SingleOrDefault());
        var forms = Enumerable.Range(0, 64).Select(_ => asked.Form("Entrer").Fill("Code à 6 chiffres", Signing.CodeIn(mail.Text))).ToList();
        // Cookies come back from 64 answers at once: each request goes by its own copy of the browser.
        var statuses = await Task.WhenAll(forms.Select(f => Task.Run(async () => (await f.Send(follow: false)).Status)));
        Assert.Single(statuses, HttpStatusCode.Redirect);
        Assert.All(statuses, s => Assert.True(s is HttpStatusCode.Redirect or HttpStatusCode.BadRequest or HttpStatusCode.TooManyRequests, s.ToString()));
        Assert.True(statuses.Count(s => s is HttpStatusCode.BadRequest) > 40, "The rate limit must not be what stops them.");
        Assert.Equal(1, await place.Db(db => db.Sessions.CountAsync(s => s.Person.Email == "parallele@example.org")));
    }
}

public sealed class CodeLimitsTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Refuses_the_right_code_after_five_wrong_ones()
    {
        await place.Person("cinq@example.org", "Cinq");
        using var browser = place.Browser();
        var page = await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", "cinq@example.org").Send();
        var code = Signing.CodeIn((await Signing.Until(async () => (await place.MailsTo("cinq@example.org")).SingleOrDefault())).Text);
        for (var i = 0; i < SignInRequest.TriesMax; i++) page = await page.Form("Entrer").Fill("Code à 6 chiffres", code == "000 000" ? "000001" : "000000").Send();
        page = await page.Form("Entrer").Fill("Code à 6 chiffres", code).Send();
        Assert.Equal(["Ce code ne sert plus. Demandez un nouveau code."], page.Errors);
    }

    [Fact]
    public async Task Refuses_the_code_after_fifteen_minutes()
    {
        await place.Person("quinze@example.org", "Quinze");
        using var browser = place.Browser();
        var page = await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", "quinze@example.org").Send();
        var code = Signing.CodeIn((await Signing.Until(async () => (await place.MailsTo("quinze@example.org")).SingleOrDefault())).Text);
        place.Clock.Advance(SignInRequest.Life);
        page = await page.Form("Entrer").Fill("Code à 6 chiffres", code).Send();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(0, await place.Db(db => db.Sessions.CountAsync(s => s.Person.Email == "quinze@example.org")));
    }

    [Fact]
    public async Task Comes_back_to_a_local_page_and_never_to_another_site()
    {
        await place.Person("retour@example.org", "Retour");
        using var browser = place.Browser();
        Assert.Equal("/compte/sessions", (await place.SignIn(browser, "retour@example.org", "/connexion?retour=%2Fcompte%2Fsessions")).Path);
        Assert.Equal("/", (await place.SignIn(browser, "retour@example.org", "/connexion?retour=https%3A%2F%2Fautre.example%2F")).Path);
        Assert.Equal(1, await place.Db(db => db.Sessions.CountAsync(s => s.Person.Email == "retour@example.org" && s.EndedAt == null)));
    }
}
