using Xunit;

namespace Croisee.Tests.Library;

/// <summary>One organisation in several places is read in one list, and nobody says that it is one.</summary>
public sealed class StructureEverywhereTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Shows_the_sheets_of_every_place_that_bears_a_name_in_one_list()
    {
        var call = await place.Given.AnOpenCall();
        foreach (var (title, region, commune) in new[] { ("Le banc de Brest", "R53", "Brest"), ("Le jardin de Lille", "R32", "Lille") })
            await place.Given.APublishedSheet(call, title, a => (a.Structure.OrganisationName, a.Structure.Region, a.Structure.Commune) = ("Foyer Sainte-Barbe", region, commune));
        var all = await place.Browser().Open("/repertoire/structures/foyer-sainte-barbe");
        Assert.Contains("peut-être des structures différentes", all.TextContent);
        var everywhere = await all.Follow("Tous les lieux, dans une seule liste");
        Assert.Equal("Foyer Sainte-Barbe", everywhere.Heading);
        Assert.Equal(["Le banc de Brest", "Le jardin de Lille"], everywhere.Document.QuerySelectorAll(".results h2").Select(Page.Text).Order(StringComparer.Ordinal));
        Assert.Contains("Brest, Bretagne", everywhere.TextContent);
        Assert.Contains("Personne ne nous l’a dit", everywhere.TextContent);
        Assert.DoesNotContain("Ici, un seul lieu", everywhere.TextContent);
    }
}
