using System.Net;
using Xunit;

namespace Croisee.Tests.Site;

/// <summary>The map of the site leads to every page of the library and of the framework that anybody may read.</summary>
public sealed class SiteMapTest(Place place) : IClassFixture<Place>
{
    /// <summary>Reached from another page, with what that page knows: acts on a search, files, parts of a page, a page for machines.</summary>
    static readonly string[] FromElsewhere = ["/repertoire/suivre", "/repertoire/carte-de-france/departements", "/cadre/versions"];

    [Fact]
    public async Task Names_every_page_of_the_library_and_of_the_framework()
    {
        var map = await place.Browser().Open("/plan-du-site");
        var links = map.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).ToList();
        var pages = (await House.ScreenList.Read(place)).Where(s => s.Audience?.Audience is Croisee.People.Audience.Public && s.Methods.Contains("GET", StringComparison.Ordinal) && !s.Route.Contains('{', StringComparison.Ordinal))
            .Select(s => s.Route).Where(r => (r.StartsWith("/repertoire", StringComparison.Ordinal) || r.StartsWith("/cadre", StringComparison.Ordinal)) && !r.Contains("fichier", StringComparison.Ordinal) && !r.Contains('.', StringComparison.Ordinal) && !r.EndsWith("/parts", StringComparison.Ordinal));
        Assert.Empty(pages.Except(links).Except(FromElsewhere));
        foreach (var link in links.Where(l => l.StartsWith("/repertoire", StringComparison.Ordinal) || l.StartsWith("/cadre", StringComparison.Ordinal))) Assert.True((await place.Browser().Open(link)).Status is HttpStatusCode.OK, link);
    }

    /// <summary>A page is called on the map as it calls itself.</summary>
    [Fact]
    public async Task Calls_each_page_as_it_calls_itself()
    {
        var map = await place.Browser().Open("/plan-du-site");
        foreach (var link in map.Document.QuerySelectorAll("main a").Where(a => a.GetAttribute("href") is { } href && !href.Contains('?', StringComparison.Ordinal) && (href.StartsWith("/repertoire", StringComparison.Ordinal) || href.StartsWith("/cadre", StringComparison.Ordinal))))
            Assert.StartsWith(Page.Text(link).Split(" : ")[0], Page.Text((await place.Browser().Open(link.GetAttribute("href")!)).Document.Title!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_itself_leads_to_methods()
    {
        await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Une fiche pour commencer");
        Assert.Equal("Méthodes, outils et structures", (await (await place.Browser().Open("/repertoire")).Follow("Méthodes, outils et structures")).Heading);
    }
}
