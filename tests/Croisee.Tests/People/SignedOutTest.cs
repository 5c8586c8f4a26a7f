using System.Net;
using Croisee.People;
using Xunit;

namespace Croisee.Tests.People;

/// <summary>Once a session is over this browser is told to let go of what it kept (ASVS 14.3.1), and the session opens nothing more, whoever still has its cookie (7.4.1).</summary>
public sealed class SignedOutTest(Place place) : IClassFixture<Place>
{
    /// <summary>Pages, not what a prepared device holds: answers wait there that are not the visitor's.</summary>
    const string LetGo = "\"cache\"";

    static async Task<HttpResponseMessage> Post(Browser browser, string path, string button)
    {
        var page = await browser.Open(path);
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.NotNull(page.Form(button));
        return await browser.Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }) });
    }

    static string? Told(HttpResponseMessage response) => response.Headers.TryGetValues("Clear-Site-Data", out var values) ? string.Join(",", values) : null;

    [Theory]
    [InlineData("/deconnexion", "Oui, me déconnecter"), InlineData("/compte/sessions/fermer", "Oui, partout"), InlineData("/compte/fermer", "Oui, fermer mon compte")]
    public async Task Tells_the_browser_to_let_go_and_opens_nothing_with_the_old_cookie(string path, string button)
    {
        var email = $"sortie{path.Replace('/', '.')}@example.org";
        await place.Person(email, "Sortie");
        using var browser = place.Browser();
        await place.SignIn(browser, email);
        using var stolen = browser.Twin();
        Assert.Equal("Mon compte", (await stolen.Open("/compte")).Heading);
        using var response = await Post(browser, path, button);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(LetGo, Told(response));
        Assert.DoesNotContain(SessionCookie.Name, browser.Cookies.Keys);
        Assert.Equal("Se connecter", (await stolen.Open("/compte")).Heading);
    }

    /// <summary>A session that ended by itself, or from another device, is let go of at the first page that asks who is there.</summary>
    [Fact]
    public async Task Tells_it_too_when_the_session_ended_elsewhere_or_by_itself()
    {
        await place.Person("ailleurs@example.org", "Ailleurs");
        using var browser = place.Browser();
        await place.SignIn(browser, "ailleurs@example.org");
        using (var alive = await browser.Send(new HttpRequestMessage(HttpMethod.Get, "/compte"))) Assert.Null(Told(alive));
        place.Clock.Advance(Session.IdleMax + TimeSpan.FromMinutes(1));
        using (var over = await browser.Send(new HttpRequestMessage(HttpMethod.Get, "/compte"))) Assert.Equal((HttpStatusCode.Redirect, LetGo), (over.StatusCode, Told(over)));
        using (var open = await browser.Send(new HttpRequestMessage(HttpMethod.Get, "/aide"))) Assert.Null(Told(open));
        using var stranger = place.Browser();
        using var never = await stranger.Send(new HttpRequestMessage(HttpMethod.Get, "/compte"));
        Assert.Null(Told(never));
    }
}
