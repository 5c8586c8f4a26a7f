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
        var person = await place.Person("parallele@example.org", "Parallèle");
        using var browser = place.Browser();
        var asked = await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", "parallele@example.org").Send();
        var mail = await Signing.Until(async () => (await place.MailsTo("parallele@example.org")).SingleOrDefault());
        // Cookies come back from 64 answers at once: each request goes by its own copy of the browser.
        var forms = Enumerable.Range(0, 64).Select(_ => asked.Form("Entrer").Fill("Code à 6 chiffres", Signing.CodeIn(mail.Text)).By(browser.Twin())).ToList();
        var answers = await Task.WhenAll(forms.Select(f => Task.Run(async () => (await f.Send(follow: false)).Response)));
        // Exactly one effect, and 63 successes that look the same (S18).
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.Redirect, "/"), (a.StatusCode, a.Headers.Location?.ToString())));
        Assert.All(answers, a => Assert.Contains(a.Headers.GetValues("Set-Cookie"), c => c.StartsWith(SessionCookie.Name, StringComparison.Ordinal)));
        Assert.Equal(1, await place.Db(db => db.Sessions.CountAsync(s => s.Person.Email == "parallele@example.org")));
        Assert.Single(await place.ActsOn(person.Id), Acts.SignedIn);
    }

    [Fact]
    public async Task Answers_a_second_click_as_the_first_for_a_minute_and_only_in_the_browser_that_asked()
    {
        await place.Person("deux-clics@example.org", "Deux clics");
        using var browser = place.Browser();
        var asked = await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", "deux-clics@example.org").Send();
        var code = Signing.CodeIn((await Signing.Until(async () => (await place.MailsTo("deux-clics@example.org")).SingleOrDefault())).Text);
        var form = asked.Form("Entrer").Fill("Code à 6 chiffres", code);
        using var bare = browser.Twin();
        Assert.Equal(HttpStatusCode.Redirect, (await form.Send(follow: false)).Status);
        // Before its cookie came, and after it.
        Assert.Equal(HttpStatusCode.Redirect, (await form.By(bare).Send(follow: false)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await form.Send(follow: false)).Status);
        Assert.Equal("Mon compte", (await bare.Open("/compte")).Heading);
        using var other = place.Browser();
        Assert.Equal(["La demande a plus de 15 minutes. Demandez un nouveau code."], (await (await other.Open("/connexion/code")).Form("Entrer").Fill("Code à 6 chiffres", code).Send()).Errors);
        Assert.Equal(1, await place.Db(db => db.Sessions.CountAsync(s => s.Person.Email == "deux-clics@example.org")));
        place.Clock.Advance(Session.SecondClick + TimeSpan.FromSeconds(1));
        bare.Forget(SessionCookie.Name);
        Assert.Equal(["Ce code ne sert plus. Demandez un nouveau code."], (await (await bare.Open("/connexion/code")).Form("Entrer").Fill("Code à 6 chiffres", code).Send()).Errors);
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

    /// <summary>Three codes of five tries each would be fifteen: tries count together, for an address nobody has as for another (S29, S30).</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task Refuses_the_eleventh_try_in_a_quarter_of_an_hour_whatever_the_code(bool known)
    {
        var email = $"ensemble-{known}@example.org".ToLowerInvariant();
        if (known) await place.Person(email, "Ensemble");
        using var browser = place.Browser();
        Page page = null!;
        for (var asked = 0; asked < 3; asked++)
        {
            page = await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", email).Send();
            if (known) await Signing.Until(async () => (await place.MailsTo(email)).ElementAtOrDefault(asked));
            for (var i = 0; asked < 2 && i < SignInRequest.TriesMax; i++) page = await page.Form("Entrer").Fill("Code à 6 chiffres", "12345").Send();
        }
        var code = known ? Signing.CodeIn((await place.MailsTo(email))[2].Text) : "123 456";
        Assert.Equal(["Trop d’essais. Attendez 15 minutes, puis réessayez."], (await page.Form("Entrer").Fill("Code à 6 chiffres", code).Send()).Errors);
        Assert.Equal(0, await place.Db(db => db.Sessions.CountAsync(s => s.Person.Email == email)));
        if (!known) return;
        place.Clock.Advance(SignInRequest.Life + TimeSpan.FromSeconds(1));
        Assert.Equal("/", (await place.SignIn(browser, email)).Path);
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
