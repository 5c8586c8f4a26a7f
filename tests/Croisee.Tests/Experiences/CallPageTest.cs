using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>The public page of a call: its dates to the second, its data for search engines, its weight.</summary>
public sealed class CallPageTest(Place place) : IClassFixture<Place>
{
    int visit;

    /// <summary>The page as a new visitor reads it now: the server's cache runs on the real clock, not on the one that tests move.</summary>
    async Task<Page> Read(Browser browser, string path) => await browser.Open($"{path}?visite={++visit}");

    // The last days hold a clock change: 28 March 2027 has 23 hours in Paris, 31 October 25.
    [Theory]
    [InlineData(2027, 5, 31, "2027-05-31T21:59:59Z", "2027-05-31T22:00:00Z")]
    [InlineData(2027, 3, 28, "2027-03-28T21:59:59Z", "2027-03-28T22:00:00Z")]
    [InlineData(2027, 3, 27, "2027-03-27T22:59:59Z", "2027-03-27T23:00:00Z")]
    [InlineData(2027, 10, 31, "2027-10-31T22:59:59Z", "2027-10-31T23:00:00Z")]
    [InlineData(2027, 10, 30, "2027-10-30T21:59:59Z", "2027-10-30T22:00:00Z")]
    public async Task Stays_open_through_the_last_second_of_its_last_day_in_Paris(int year, int month, int day, string lastSecond, string firstAfter)
    {
        place.Clock.Set(new DateTime(2027, 3, 15, 11, 0, 0, DateTimeKind.Utc));
        var call = await place.Given.AnOpenCall(closesOn: new DateOnly(year, month, day));
        using var browser = place.Browser();
        place.Clock.Set(Utc(lastSecond));
        Assert.Contains("Vous pouvez répondre", (await Read(browser, $"/appels/{call.Slug}")).TextContent);
        Assert.Equal("Pouvez-vous répondre ?", (await browser.Open($"/deposer/{call.Slug}")).Heading);
        place.Clock.Set(Utc(firstAfter));
        var after = await Read(browser, $"/appels/{call.Slug}");
        Assert.Contains("Cet appel est terminé. Merci", after.TextContent);
        Assert.DoesNotContain(after.Document.QuerySelectorAll("a"), a => Page.Text(a) == "Répondre à l’appel");
        Assert.Equal(call.Title, (await browser.Open($"/deposer/{call.Slug}")).Heading);
    }

    [Theory]
    [InlineData("2027-03-31T21:59:59Z", "2027-03-31T22:00:00Z", 2027, 4, 1)]
    [InlineData("2027-03-27T22:59:59Z", "2027-03-27T23:00:00Z", 2027, 3, 28)]
    public async Task Opens_with_the_first_second_of_its_first_day_in_Paris(string before, string first, int year, int month, int day)
    {
        place.Clock.Set(new DateTime(2027, 3, 15, 11, 0, 0, DateTimeKind.Utc));
        var call = await place.Given.AnOpenCall(opensOn: new DateOnly(year, month, day), closesOn: new DateOnly(2027, 6, 30));
        using var browser = place.Browser();
        place.Clock.Set(Utc(before));
        Assert.Contains("Vous pourrez répondre du", (await Read(browser, $"/appels/{call.Slug}")).TextContent);
        place.Clock.Set(Utc(first));
        Assert.Contains("Vous pouvez répondre", (await Read(browser, $"/appels/{call.Slug}")).TextContent);
    }

    [Fact]
    public async Task Says_half_and_half_only_of_a_group_that_is_and_counts_the_steps_that_there_are()
    {
        var organisation = await place.Given.AnOrganisation();
        var (without, unequal, equal) = (await place.Given.AnOpenCall(organisation, "Sans groupe"), await place.Given.AnOpenCall(organisation, "Inégal"), await place.Given.AnOpenCall(organisation, "Égal"));
        await place.Given.Added(new ReadingGroup(unequal.Id, (await place.Given.AGroupOf(organisation, 1, 2)).Group.Id, place.Clock.GetUtcNow().UtcDateTime), new ReadingGroup(equal.Id, (await place.Given.AGroupOf(organisation, 2, 2)).Group.Id, place.Clock.GetUtcNow().UtcDateTime));
        await place.Db(async db =>
        {
            var asked = await db.Calls.SingleAsync(c => c.Id == equal.Id);
            db.Add(asked.AddQuestion("Et vous ?", null, isLong: true));
            db.Record(place.Clock.GetUtcNow().UtcDateTime, Actor.System, "donnee.de.test", asked);
            return await db.SaveChangesAsync();
        });
        using var browser = place.Browser();
        foreach (var (call, half, steps) in new[] { (without, false, 10), (unequal, false, 10), (equal, true, 11) })
        {
            var page = await browser.Open($"/appels/{call.Slug}?lecture=facile");
            Assert.Equal(half, page.TextContent.Contains("La moitié du groupe", StringComparison.Ordinal));
            Assert.Equal(!half, page.TextContent.Contains("Une personne concernée lit votre histoire", StringComparison.Ordinal));
            Assert.Contains($"Il y a {steps} petites étapes.", page.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tells_search_engines_the_same_and_lets_no_text_close_the_block()
    {
        var call = await place.Given.AnOpenCall(title: "Un titre </script><script>alert(1)</script> & « guillemets »");
        using var browser = place.Browser();
        var page = await browser.Open($"/appels/{call.Slug}");
        var block = Assert.Single(page.Document.QuerySelectorAll("script"));
        Assert.Equal("application/ld+json", block.GetAttribute("type"));
        using var data = JsonDocument.Parse(block.TextContent);
        Assert.Equal(call.Title, data.RootElement.GetProperty("name").GetString());
        Assert.Equal(call.ClosesOn.ToString("yyyy-MM-dd"), data.RootElement.GetProperty("potentialAction").GetProperty("endTime").GetString());
        Assert.StartsWith("http://localhost/appels/", data.RootElement.GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?lecture=facile")]
    public async Task Fits_the_first_network_window_with_its_style(string mode)
    {
        var call = await place.Given.AnOpenCall();
        using var browser = place.Browser();
        var page = await browser.Open($"/appels/{call.Slug}{mode}");
        var style = page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var weight = Gzip(Encoding.UTF8.GetBytes(page.Source)) + Gzip(Encoding.UTF8.GetBytes((await browser.Open(style)).Source));
        Assert.True(weight <= 14_000, $"HTML and style weigh {weight} bytes compressed.");
        Assert.DoesNotContain(page.Document.QuerySelectorAll("script"), s => s.HasAttribute("src"));
    }

    [Fact]
    public async Task Says_each_block_in_its_order_and_each_easy_twin_one_idea_a_line()
    {
        var call = await place.Given.AnOpenCall();
        using var browser = place.Browser();
        var page = await browser.Open($"/appels/{call.Slug}");
        Assert.Equal(["Pourquoi contribuer ?", "Objectif du recueil", "Dans quels contextes ?", "Qui peut répondre ?", "Jusqu’à quelle date ?", "À quoi va servir votre contribution ?", "Que deviennent les données personnelles ?", "Pour plus d’informations"],
            page.Document.QuerySelectorAll("main h2").Select(Page.Text));
        Assert.Contains("Chaque expérience est lue par autant de personnes concernées que de professionnels.", page.TextContent);
        var easy = await browser.Open($"/appels/{call.Slug}?lecture=facile");
        Assert.Contains(easy.Document.QuerySelectorAll("p.idea"), p => Page.Text(p) == "Vous avez fait quelque chose ensemble.");
        Assert.DoesNotContain("Racontez aussi ce qui n’a pas marché", easy.TextContent);
    }

    [Fact]
    public async Task Lists_open_calls_first_and_says_what_became_of_those_that_ended()
    {
        place.Clock.Set(new DateTime(2027, 3, 15, 11, 0, 0, DateTimeKind.Utc));
        var ended = await place.Given.AnOpenCall(title: "Appel qui se termine", closesOn: new DateOnly(2027, 3, 16));
        var sheet = await place.Given.ASubmittedExperience(ended);
        await place.Given.ASubmittedExperience(ended, "Une autre");
        await place.Given.ItPassed(sheet, ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed, ExperienceState.Remarkable, ExperienceState.ApprovalAsked, ExperienceState.Published);
        await place.Given.AnOpenCall(title: "Appel à venir", opensOn: new DateOnly(2027, 4, 1), closesOn: new DateOnly(2027, 4, 30));
        await place.Given.AnOpenCall(title: "Appel ouvert", closesOn: new DateOnly(2027, 3, 20));
        await place.Given.ACallBeingWritten(title: "Appel en écriture");
        place.Clock.Set(new DateTime(2027, 3, 17, 11, 0, 0, DateTimeKind.Utc));
        using var browser = place.Browser();
        var page = await Read(browser, "/appels");
        Assert.Equal(["Ouverts maintenant", "À venir", "Terminés"], page.Document.QuerySelectorAll("main h2").Select(Page.Text));
        Assert.DoesNotContain("Appel en écriture", page.TextContent);
        var card = page.Document.QuerySelectorAll(".card").Single(c => c.TextContent.Contains("Appel qui se termine"));
        Assert.Contains("2 expériences reçues 1 expérience publiée, dont 1 retenue", Page.Text(card));
    }

    static int Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(content);
        return packed.ToArray().Length;
    }

    static DateTime Utc(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
}
