using System.Net;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.People;

/// <summary>What the cookie of a session is worth (ASVS 7.2, 9.1): drawn anew at each proof, sealed, and worth nothing once changed or replaced. Every cookie that real forms set is closed to scripts, to http and to other sites (3.3).</summary>
public sealed class SessionCookieTest(Place place) : IClassFixture<Place>
{
    const string CodeField = "Code de l’application, ou code de secours";

    async Task<string> HeadingWith(string cookie)
    {
        using var browser = place.Browser();
        browser.Keep(SessionCookie.Name, cookie);
        return (await browser.Open("/compte")).Heading;
    }

    [Fact]
    public async Task Is_another_one_at_each_sign_in_and_ends_the_one_before()
    {
        var person = await place.Person("jetons@example.org", "Jetons");
        using var browser = place.Browser();
        var seen = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            await place.SignIn(browser, "jetons@example.org");
            seen.Add(browser.Cookies[SessionCookie.Name]);
            Assert.Equal("Mon compte", await HeadingWith(seen[^1]));
            place.Clock.Advance(TimeSpan.FromMinutes(2));
        }
        Assert.Equal(3, seen.Distinct().Count());
        foreach (var old in seen.SkipLast(1)) Assert.Equal("Se connecter", await HeadingWith(old));
        Assert.Equal("Mon compte", await HeadingWith(seen[^1]));
        Assert.Equal(1, await place.Db(db => db.Sessions.CountAsync(s => s.PersonId == person.Id && s.EndedAt == null)));
    }

    /// <summary>Whoever copied the cookie before the second factor was passed has nothing after it, and no way to ride on it.</summary>
    [Fact]
    public async Task Is_another_one_once_the_second_factor_is_passed()
    {
        await place.Person("deux-temps@example.org", "Deux temps");
        using var browser = place.Browser();
        await place.SignIn(browser, "deux-temps@example.org");
        var before = browser.Cookies[SessionCookie.Name];
        var (key, _, _) = await browser.SetUp();
        var after = browser.Cookies[SessionCookie.Name];
        Assert.NotEqual(before, after);
        place.Clock.Advance(Session.SecondClick + TimeSpan.FromSeconds(1));
        Assert.Equal(("Se connecter", "Mon compte"), (await HeadingWith(before), await HeadingWith(after)));

        using var other = place.Browser();
        var asked = await place.SignIn(other, "deux-temps@example.org");
        var awaiting = other.Cookies[SessionCookie.Name];
        Assert.Equal("Écrivez le code de votre application", await HeadingWith(awaiting));
        Assert.Equal(HttpStatusCode.OK, (await asked.Form("Entrer").Fill(CodeField, Signing.Totp(key, step: 1)).Send()).Status);
        var passed = other.Cookies[SessionCookie.Name];
        Assert.NotEqual(awaiting, passed);
        place.Clock.Advance(Session.SecondClick + TimeSpan.FromSeconds(1));
        Assert.Equal(("Se connecter", "Mon compte"), (await HeadingWith(awaiting), await HeadingWith(passed)));
    }

    /// <summary>The server alone makes it: an id in the clear, one that was changed, one sealed for something else, one cut short.</summary>
    [Fact]
    public async Task Opens_nothing_once_changed_or_made_elsewhere()
    {
        var person = await place.Person("faux@example.org", "Faux");
        using var browser = place.Browser();
        await place.SignIn(browser, "faux@example.org");
        var (good, id) = (browser.Cookies[SessionCookie.Name], await place.Db(db => db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).Select(s => s.Id).SingleAsync()));
        Assert.DoesNotContain(id.ToString("N"), good, StringComparison.OrdinalIgnoreCase);
        var turned = good.ToCharArray();
        turned[good.Length / 2] = turned[good.Length / 2] is 'A' ? 'B' : 'A';
        foreach (var bad in new[] { id.ToString(), id.ToString("N"), new string(turned), good[..^8], good + "AAAA", browser.Cookies["__Host-connexion"], "" }) Assert.Equal("Se connecter", await HeadingWith(bad));
        Assert.Equal("Mon compte", await HeadingWith(good));
    }

    /// <summary>A month in any case, however often it is used.</summary>
    [Fact]
    public async Task Ends_after_thirty_days_even_when_it_never_rests()
    {
        await place.Person("trente@example.org", "Trente");
        using var browser = place.Browser();
        await place.SignIn(browser, "trente@example.org");
        for (var waited = TimeSpan.Zero; waited < Session.LifeMax - TimeSpan.FromHours(11); waited += TimeSpan.FromHours(11))
        {
            Assert.Equal("Mon compte", (await browser.Open("/compte")).Heading);
            place.Clock.Advance(TimeSpan.FromHours(11));
        }
        place.Clock.Advance(TimeSpan.FromHours(11) + TimeSpan.FromMinutes(1));
        Assert.Equal("Se connecter", (await browser.Open("/compte")).Heading);
    }

    [Fact]
    public async Task Is_like_every_cookie_that_forms_set_closed_to_scripts_to_http_and_to_other_sites()
    {
        await place.Person("temoins@example.org", "Témoins");
        var lines = new List<string>();
        using var browser = place.Browser();
        async Task<Page> Send(string path, string button, params (string Label, string Value)[] fields)
        {
            var form = (await browser.Open(path)).Form(button);
            foreach (var (label, value) in fields) form.Fill(label, value);
            var page = await form.Send(follow: false);
            if (page.Response.Headers.TryGetValues("Set-Cookie", out var set)) lines.AddRange(set);
            return page;
        }

        await Send("/connexion", "Recevoir un code", ("Votre adresse de courriel", "temoins@example.org"));
        var code = Signing.CodeIn((await Signing.Until(async () => (await place.MailsTo("temoins@example.org")).FirstOrDefault())).Text);
        await Send("/connexion/code", "Entrer", ("Code à 6 chiffres", code));
        await Send("/compte", "Enregistrer ce nom", ("Nom d’affichage", "Témoins"));
        using (var mode = await browser.Send(new HttpRequestMessage(HttpMethod.Get, "/?lecture=facile"))) lines.AddRange(mode.Headers.GetValues("Set-Cookie"));
        await Send("/deconnexion", "Oui, me déconnecter");
        var names = lines.Select(l => l.Split('=')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var name in new[] { SessionCookie.Name, "__Host-connexion", "__Host-connu", "__Host-annonce", "__Host-lecture" }) Assert.Contains(name, names);
        Assert.All(lines, l =>
        {
            Assert.StartsWith("__Host-", l, StringComparison.Ordinal);
            foreach (var attribute in new[] { "; secure", "; httponly", "; path=/" }) Assert.Contains(attribute, l, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i); samesite=(lax|strict)", l);
            Assert.DoesNotMatch("(?i); domain=", l);
        });
    }
}
