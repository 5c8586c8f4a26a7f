using Xunit;

namespace Croisee.Tests.Site;

/// <summary>The home page says how many calls are open, shows a few, and leads to all of them.</summary>
public sealed class HomeTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Counts_every_open_call_and_leads_to_all_of_them()
    {
        // A page is kept for a minute, but not for a browser that holds a cookie of ours.
        using var browser = place.Browser();
        browser.Keep("essai", "oui");
        var home = await browser.Open("/");
        Assert.Contains("Aucun appel n’est ouvert", home.TextContent);
        Assert.Equal("/appels", home.Link("Voir tous les appels").GetAttribute("href"));
        for (var i = 1; i <= 5; i++) await place.Given.AnOpenCall(null, $"Un appel, le n° {i}");
        home = await browser.Open("/");
        Assert.Contains("5 appels sont ouverts", home.TextContent);
        Assert.Equal(3, home.Document.QuerySelectorAll("main .card h3").Length);
        Assert.Equal("/appels", home.Link("Voir tous les appels").GetAttribute("href"));
        Assert.Equal("/appels", home.Link("Raconter une expérience").GetAttribute("href"));
    }
}
