using System.Net;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A structure that told more than one page holds.</summary>
[Trait("kind", "slow")]
public sealed class StructurePageTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Counts_all_that_a_structure_told_and_shows_it_page_by_page()
    {
        var call = await place.Given.AnOpenCall();
        for (var i = 0; i < 52; i++) await place.Given.APublishedSheet(call, $"Le récit {i}", a => a.Structure.OrganisationName = "Maison qui raconte beaucoup");
        var first = await place.Browser().Open("/repertoire/structures/maison-qui-raconte-beaucoup");
        Assert.Contains("52 expériences racontées", first.TextContent.Replace((char)0xa0, ' '));
        var second = await first.Follow("Page suivante");
        Assert.Contains("52 expériences racontées", second.TextContent.Replace((char)0xa0, ' '));
        string[] Titles(Page page) => [.. page.Document.QuerySelectorAll(".results h2").Select(Page.Text)];
        Assert.Equal((50, 2), (Titles(first).Length, Titles(second).Length));
        Assert.Equal(52, Titles(first).Union(Titles(second)).Count());
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire/structures/maison-qui-raconte-beaucoup?page=3")).Status);
    }
}
