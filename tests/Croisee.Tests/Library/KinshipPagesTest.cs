using System.Net;
using Croisee.Library;
using Croisee.Library.Kinship;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Methods, their sheets and the trees, when there are more than one page holds.</summary>
[Trait("kind", "slow")]
public sealed class KinshipPagesTest(Place place) : IClassFixture<Place>
{
    const int Sheets = 18, Others = 100, Parents = 13;

    [Fact]
    public async Task Shows_a_long_list_page_by_page_and_a_long_tree_alone()
    {
        var (call, now) = (await place.Given.AnOpenCall(), place.Clock.GetUtcNow().UtcDateTime);
        var sheets = new List<GivenExperience>();
        for (var i = 0; i < Sheets; i++) sheets.Add(await place.Given.APublishedSheet(call, $"La fiche parente {i:D2}"));
        var rows = new List<object>();
        Method Named(string name) { var method = new Method(MethodKind.Method, name, now); rows.Add(method); return method; }
        void Tied(GivenExperience sheet, LinkRelation relation, Method method)
        {
            var link = new SheetLink(sheet.Id, $"cle{rows.Count}", relation, MethodKind.Method, method.Name, null, now);
            link.Tie(method);
            link.Accept(now);
            rows.Add(link);
        }
        var palaver = Named("La grande palabre");
        foreach (var sheet in sheets) foreach (var relation in Enum.GetValues<LinkRelation>()) Tied(sheet, relation, palaver);
        for (var i = 0; i < Others; i++) Tied(sheets[i % Sheets], LinkRelation.Uses, Named($"Méthode numéro {i:D3}"));
        for (var i = 0; i < Parents; i++)
        {
            var parent = Named($"Souche {i:D2}");
            foreach (var sheet in sheets) Tied(sheet, LinkRelation.AdaptedFrom, parent);
        }
        await place.Given.Added([.. rows]);

        static string[] Titles(Page page) => [.. page.Document.QuerySelectorAll("main section li a").Select(Page.Text)];
        var first = await place.Browser().Open($"/repertoire/methodes/{palaver.Reference}");
        var second = await first.Follow("Page suivante");
        Assert.Equal((50, 3 * Sheets - 50), (Titles(first).Length, Titles(second).Length));
        Assert.Equal(Sheets, Titles(first).Union(Titles(second)).Count());
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open($"/repertoire/methodes/{palaver.Reference}?page=3")).Status);

        var list = await place.Browser().Open("/repertoire/methodes");
        var rest = await list.Follow("Page suivante");
        Assert.Equal((100, 1 + Others + Parents - 100), (Titles(list).Length, Titles(rest).Length));
        Assert.Equal(1 + Others + Parents, Titles(list).Union(Titles(rest)).Count());
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire/methodes?page=9")).Status);

        // More lines than a page draws: each tree has its own address, and is whole there.
        Assert.True((Parents + 1) * Sheets > LineagePageModel.LinesMax);
        var roots = await place.Browser().Open("/repertoire/filiations");
        Assert.Empty(roots.Document.QuerySelectorAll("ul.tree"));
        Assert.Equal(Parents + 1, roots.Document.QuerySelectorAll("main ul > li > a").Length);
        Assert.Contains($"La grande palabre : {Sheets} expériences en viennent", roots.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' '));
        foreach (var name in new[] { "La grande palabre", "Souche 12" })
        {
            var alone = await roots.Follow(name);
            Assert.Equal([name], alone.Document.QuerySelectorAll("section h2").Select(Page.Text));
            Assert.Equal(Sheets, alone.Document.QuerySelectorAll("ul.tree > li > ul > li").Length);
            Assert.DoesNotContain("voir plus haut", alone.TextContent);
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire/filiations?arbre=zzzzzzzz")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire/filiations?page=2")).Status);
    }
}
