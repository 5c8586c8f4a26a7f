using System.Net;
using Croisee.Ui;
using Xunit;

namespace Croisee.Tests.People;

/// <summary>A page of another site makes nobody do anything here, neither at once nor one click later (S25); and nobody makes us read or write more than a form weighs (S37).</summary>
public sealed class ForeignFormTest(Place place) : IClassFixture<Place>
{
    const string Words = "Une phrase écrite ailleurs";

    static HttpRequestMessage Sent(string path, int weight = 0, params (string Name, string Value)[] headers)
    {
        var fields = new Dictionary<string, string> { ["Form.DisplayName"] = Words };
        if (weight > 0) fields["Form.Other"] = new string('x', weight);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return request;
    }

    static async Task<Page> Send(Browser browser, HttpRequestMessage request) => await Page.Read(browser, request.RequestUri!.ToString(), await browser.Send(request));

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site"), InlineData("Sec-Fetch-Site", "same-site"), InlineData("Origin", "https://ailleurs.example"), InlineData("Origin", "http://localhost:1")]
    public async Task A_form_of_another_site_is_refused_and_carried_nowhere(string header, string value)
    {
        using var browser = place.Browser();
        foreach (var path in new[] { "/compte", "/connexion", "/deposer/fiche/aaaaaaaa/essentiel" })
        {
            var page = await Send(browser, Sent(path, 0, (header, value)));
            Assert.Equal((HttpStatusCode.Forbidden, "Ce formulaire ne vient pas de Croisée"), (page.Status, page.Heading));
            Assert.DoesNotContain(Words, page.Source);
            Assert.Empty(page.Document.QuerySelectorAll("main form"));
        }
    }

    [Fact]
    public async Task A_form_of_ours_passes_whatever_the_browser_tells_of_it()
    {
        using var browser = place.Browser();
        foreach (var (header, value) in new[] { ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "none"), ("Origin", place.Address.GetLeftPart(UriPartial.Authority)), ("Origin", "http://localhost"), ("Origin", "null") })
            Assert.Equal((header, value, HttpStatusCode.Unauthorized), (header, value, (await Send(browser, Sent("/compte", 0, (header, value)))).Status));
        // What the browser says of where it comes from is believed before a name: a proxy may have changed ours.
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(browser, Sent("/compte", 0, ("Sec-Fetch-Site", "same-origin"), ("Origin", "https://le-nom-public.example")))).Status);
        // Whoever follows a link from elsewhere reads the page.
        using var link = new HttpRequestMessage(HttpMethod.Get, "/connexion");
        link.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.OK, (await browser.Send(link)).StatusCode);
    }

    [Fact]
    public async Task An_ended_session_carries_on_only_a_form_that_this_browser_was_given()
    {
        using var stranger = place.Browser();
        var theirs = (await stranger.Open("/connexion")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var browser = place.Browser();
        var mine = (await browser.Open("/connexion")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var (token, carried) in new[] { (mine, true), (theirs, false), ("", false), ("abc", false), (mine[..^2] + "AA", false) })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/compte") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Form.DisplayName"] = Words, ["__RequestVerificationToken"] = token }) };
            var kept = await Send(browser, request);
            Assert.Equal(HttpStatusCode.Unauthorized, kept.Status);
            // Nothing typed is lost; but only one of the two goes on with a click.
            Assert.Contains(Words, Page.Text(kept.Document.QuerySelector("dl")));
            Assert.Equal(carried, kept.Document.QuerySelector("main form") is not null);
        }
    }

    [Fact]
    public async Task A_form_too_heavy_to_be_carried_is_not_read_and_says_where_the_text_is()
    {
        using var browser = place.Browser();
        foreach (var path in new[] { "/compte", "/deposer/fiche/aaaaaaaa/essentiel", "/deposer/fiche/aaaaaaaa/pieces" })
        {
            var page = await Send(browser, Sent(path, 1_200_000));
            Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
            Assert.Contains("Revenez en arrière dans votre navigateur : votre texte y est.", page.TextContent);
            Assert.DoesNotContain(Words, page.Source);
        }
        // A long text is still carried whole, signs of two halves included.
        var token = (await browser.Open("/connexion")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var text = string.Concat(Enumerable.Repeat("L’été 🎉 <b>", 10_000));
        var kept = await Send(browser, new HttpRequestMessage(HttpMethod.Post, "/compte") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Form.DisplayName"] = text, ["__RequestVerificationToken"] = token }) });
        Assert.Equal((text, text), (kept.Document.QuerySelector("input[name='Form.DisplayName']")!.GetAttribute("value"), kept.Document.QuerySelector("dd")!.TextContent));
    }

    [Fact]
    public async Task A_form_heavier_than_its_page_takes_is_refused_before_it_is_read()
    {
        using var browser = place.Browser();
        var page = await Send(browser, Sent("/connexion", FormSizes.Usual + 1));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "C’est trop lourd"), (page.Status, page.Heading));
        Assert.Contains("Revenez en arrière : votre texte y est.", page.TextContent);
    }
}
