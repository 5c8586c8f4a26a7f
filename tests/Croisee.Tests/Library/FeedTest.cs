using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Feeds of any search: found by readers of feeds, valid after their specifications, stable while nothing changes.</summary>
public sealed class FeedTest(Place place) : IClassFixture<Place>
{
    const string Query = "?q=jardin&region=R53";
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Is_announced_by_every_state_of_the_library()
    {
        await SomeLibrary.In(place);
        var page = await place.Browser().Open("/repertoire" + Query + "&tri=titre&page=1");
        var links = page.Document.QuerySelectorAll("head link[rel=alternate]").ToList();
        Assert.Equal(["application/rss+xml", "application/atom+xml", "application/feed+json"], links.Select(l => l.GetAttribute("type")));
        foreach (var link in links)
        {
            Assert.Contains(Query[1..], link.GetAttribute("href"));
            var feed = await place.Browser().Open(link.GetAttribute("href")!);
            Assert.Equal((HttpStatusCode.OK, link.GetAttribute("type")), (feed.Status, feed.Response.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task Atom_holds_what_RFC_4287_asks()
    {
        await SomeLibrary.In(place);
        var feed = XDocument.Parse((await place.Browser().Open("/repertoire/flux/atom" + Query)).Source).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var one in new[] { "id", "title", "updated" }) Assert.Single(feed.Elements(Atom + one));
        Assert.NotEmpty(feed.Elements(Atom + "author").Elements(Atom + "name"));
        Assert.Equal(feed.Element(Atom + "id")!.Value, feed.Elements(Atom + "link").Single(l => (string?)l.Attribute("rel") == "self").Attribute("href")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.NotEmpty(entries);
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        foreach (var entry in entries)
        {
            foreach (var one in new[] { "id", "title", "updated", "summary" }) Assert.Single(entry.Elements(Atom + one));
            Assert.True(Uri.IsWellFormedUriString(entry.Element(Atom + "id")!.Value, UriKind.Absolute));
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", entry.Element(Atom + "updated")!.Value);
        }
        Assert.Equal(entries.Max(e => e.Element(Atom + "updated")!.Value), feed.Element(Atom + "updated")!.Value);
        // No element without a namespace slipped in.
        Assert.All(feed.DescendantsAndSelf(), e => Assert.Equal(Atom, e.Name.Namespace));
    }

    [Fact]
    public async Task RSS_holds_what_its_specification_asks()
    {
        await SomeLibrary.In(place);
        var rss = XDocument.Parse((await place.Browser().Open("/repertoire/flux/rss" + Query)).Source).Root!;
        Assert.Equal(("rss", "2.0"), (rss.Name.ToString(), rss.Attribute("version")!.Value));
        var channel = rss.Elements("channel").Single();
        foreach (var one in new[] { "title", "link", "description" }) Assert.Single(channel.Elements(one));
        Assert.EndsWith("/repertoire/flux/rss" + Query, channel.Element(Atom + "link")!.Attribute("href")!.Value);
        var items = channel.Elements("item").ToList();
        Assert.NotEmpty(items);
        foreach (var item in items)
        {
            Assert.Equal(item.Element("link")!.Value, item.Element("guid")!.Value);
            Assert.True(DateTime.TryParseExact(item.Element("pubDate")!.Value, "r", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _));
        }
    }

    [Fact]
    public async Task JSON_Feed_holds_what_version_1_1_asks()
    {
        await SomeLibrary.In(place);
        var feed = JsonDocument.Parse((await place.Browser().Open("/repertoire/flux/json" + Query)).Source).RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Contains("« jardin », Bretagne", feed.GetProperty("title").GetString());
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(items);
        Assert.All(items, i => Assert.True(i.GetProperty("id").GetString() == i.GetProperty("url").GetString() && i.GetProperty("content_text").GetString()!.Length > 0));
    }

    [Theory, InlineData("rss"), InlineData("atom"), InlineData("json")]
    public async Task Is_the_same_while_nothing_changes_and_then_says_so(string format)
    {
        await SomeLibrary.In(place);
        using var browser = place.Browser();
        using var first = await browser.Send(new(HttpMethod.Get, "/repertoire/flux/" + format));
        place.Clock.Advance(TimeSpan.FromHours(3));
        using var second = await browser.Send(new(HttpMethod.Get, "/repertoire/flux/" + format));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        using var known = new HttpRequestMessage(HttpMethod.Get, "/repertoire/flux/" + format) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        using var same = await browser.Send(known);
        Assert.Equal((HttpStatusCode.NotModified, 0), (same.StatusCode, (await same.Content.ReadAsByteArrayAsync()).Length));
        Assert.True(same.Headers.CacheControl!.NoCache);
        await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Une nouvelle fiche & <ses> « signes »");
        using var known2 = new HttpRequestMessage(HttpMethod.Get, "/repertoire/flux/" + format) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        using var changed = await browser.Send(known2);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task A_search_without_sheets_is_a_valid_feed_and_an_odd_one_is_told()
    {
        await SomeLibrary.In(place);
        Assert.NotNull(XDocument.Parse((await place.Browser().Open("/repertoire/flux/atom?q=zzzzzzzz")).Source).Root!.Element(Atom + "updated"));
        Assert.NotNull(XDocument.Parse((await place.Browser().Open("/repertoire/flux/rss?q=%01%EF%BF%BE")).Source).Root);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire/flux/atom?region=ailleurs")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await place.Browser().Open("/repertoire/flux/opml")).Status);
    }
}
