using System.Net;
using Croisee.Framework;
using Croisee.Library;
using Croisee.Library.Places;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The map of France: its list is its equal, overseas is there, and without the geometry the list alone says it all.</summary>
public sealed class FranceMapTest(Place place) : IClassFixture<Place>
{
    const string Path = "/repertoire/carte-de-france";

    [Theory]
    [InlineData(""), InlineData("?contexte=CTX3_SOINS&remarquable=oui")]
    public async Task Each_number_is_the_list_behind_it_on_the_drawing_and_beside_it(string query)
    {
        await SomeLibrary.In(place);
        var page = await place.Browser().Open(Path + query);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var rows = page.Document.QuerySelectorAll("table.data tbody tr").Select(r => (Label: Page.Text(r.QuerySelector("th")), Count: int.Parse(Page.Text(r.QuerySelector("td")), System.Globalization.CultureInfo.InvariantCulture), Href: r.QuerySelector("a")?.GetAttribute("href"))).ToList();
        Assert.Equal(Vocabularies.Region.Terms.Count, rows.Count);
        Assert.Contains(rows, r => r.Count > 1);
        // Also where nothing is: the list says so, and may be followed.
        Assert.All(rows, r => Assert.NotNull(r.Href));
        foreach (var row in rows)
            Assert.StartsWith((row.Count == 0 ? "Aucune" : $"{row.Count}") + " expérience", Page.Text((await place.Browser().Open(row.Href!)).Document.QuerySelector("[role=status] b")));

        // The drawing says the same to the eye, and nothing to the keyboard: the list is its equal.
        var drawn = page.Document.QuerySelectorAll("svg.france a");
        if (!place.App.Services.GetRequiredService<FranceShapes>().Regions.Any()) { Assert.Contains("Le dessin de la carte n’est pas installé ici", page.TextContent); return; }
        Assert.Equal(Vocabularies.Region.Terms.Count - 1, drawn.Length);
        Assert.All(drawn, a => Assert.Equal("-1", a.GetAttribute("tabindex")));
        Assert.Equal(rows.Where(r => r.Href is not null && r.Label != "Toute la France").Select(r => r.Href).Order(), drawn.Select(a => a.GetAttribute("href")).Where(h => rows.Any(r => r.Href == h)).Order());
        foreach (var overseas in new[] { "Guadeloupe", "Guyane", "La Réunion", "Martinique", "Mayotte" }) Assert.Contains(drawn, a => Page.Text(a).Contains(overseas, StringComparison.Ordinal));
        Assert.Contains("Victor Cazanave", page.TextContent);
        Assert.Contains("CC BY 4.0", page.TextContent);
    }

    [Fact]
    public async Task Counts_as_one_would_by_hand_in_its_file()
    {
        await SomeLibrary.In(place);
        var regions = (await place.Db(db => db.Sheets.AsNoTracking().Select(s => s.Content).ToListAsync())).Select(c => SheetContent.FromJson(c).Account.Structure.Region).ToList();
        var file = await place.Browser().Open(Path + "/fichier");
        foreach (var row in file.Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';')))
            Assert.Equal(regions.Count(r => r == row[0]).ToString(System.Globalization.CultureInfo.InvariantCulture), row[2]);
    }

    [Theory]
    [InlineData("?region=R999"), InlineData("?q=%00&page=-1"), InlineData("?tri=drop")]
    public async Task Odd_addresses_are_told(string query)
    {
        await SomeLibrary.In(place);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open(Path + query)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open(Path + "/fichier" + query)).Status);
    }

    [Fact]
    public void Draws_every_region_and_department_of_the_mainland_once_and_light()
    {
        Assert.Empty(FranceShapes.Read(new NullFileProvider()).Regions);
        var (regions, departments) = FranceShapes.Read(place.App.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider);
        if (regions.Count == 0) return; // No Node at build: the page says so, see above.
        Assert.Equal((13, 96), (regions.Count, departments.Count));
        Assert.All(regions, s => Assert.True(Vocabularies.Region.Has(s.Code), s.Code));
        Assert.Equal(Vocabularies.Department.Terms.Where(t => !t.Code.StartsWith("DEP_97", StringComparison.Ordinal)).Select(t => t.Code).Order(), departments.Select(d => d.Code).Order());
        Assert.All(regions.Concat(departments), s => Assert.True(s.X is > 0 and < FranceShapes.Width && s.Y is > 0 and < FranceShapes.Height));
        Assert.InRange(regions.Sum(s => s.Path.Length), 5_000, 40_000);
        Assert.InRange(departments.Sum(s => s.Path.Length), 20_000, 90_000);
    }

    [Fact]
    public async Task Counts_by_department_what_was_told_and_says_how_many_name_none()
    {
        await SomeLibrary.In(place);
        var call = await place.Given.AnOpenCall();
        await place.Given.APublishedSheet(call, "Au bout de la terre", a => (a.Structure.Region, a.Structure.Department) = ("R53", "DEP_29"));
        await place.Given.APublishedSheet(call, "Sur une île", a => (a.Structure.Region, a.Structure.Department) = ("R04", null));
        await place.Given.APublishedSheet(call, "Partout", a => (a.Structure.Region, a.Structure.Department) = ("R00", null));
        var page = await place.Browser().Open(Path + "/departements");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var lines = page.Document.QuerySelectorAll("section section li").Select(l => (Text: Page.Text(l), Href: l.QuerySelector("a")!.GetAttribute("href")!)).ToList();
        Assert.Contains(lines, l => l.Text.StartsWith("Finistère (29)", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Text.StartsWith("La Réunion (974)", StringComparison.Ordinal)); // its region has one department only
        Assert.Contains(lines, l => l.Text.StartsWith("Département non précisé", StringComparison.Ordinal));
        foreach (var (text, href) in lines)
            Assert.StartsWith(System.Text.RegularExpressions.Regex.Match(text, "([0-9]+) fiches?$").Groups[1].Value + " expérience", Page.Text((await place.Browser().Open(href)).Document.QuerySelector("[role=status] b")));
        Assert.Contains("ne disent pas leur département", page.TextContent);
        var without = page.Document.QuerySelectorAll("section p.meta a").First(a => Page.Text(a) == "Morbihan");
        Assert.StartsWith("Aucune expérience", Page.Text((await place.Browser().Open(without.GetAttribute("href")!)).Document.QuerySelector("[role=status] b")));
        Assert.All(page.Document.QuerySelectorAll("svg.france a"), a => Assert.Equal("-1", a.GetAttribute("tabindex")));

        var structures = (await place.Db(db => db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null).Select(s => s.Content).ToListAsync())).Select(c => SheetContent.FromJson(c).Account.Structure).ToList();
        var rows = (await place.Browser().Open(Path + "/departements/fichier")).Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';')).ToList();
        Assert.Equal(structures.Count, rows.Sum(r => int.Parse(r[4], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(structures.Count(s => s.Department == "DEP_29"), int.Parse(rows.Single(r => r[2] == "DEP_29")[4], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(structures.Count(s => s is { Region: "R53", Department: null }), int.Parse(rows.Single(r => r[0] == "R53" && r[2] == "non-precise")[4], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open(Path + "/departements?departement=DEP_20")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open(Path + "/departements/fichier?departement=DEP_20")).Status);
    }

    [Fact]
    public void Joins_neighbours_into_one_outline_without_their_border()
    {
        var shapes = new MapShapes();
        var (left, right) = (shapes.Rings("m 0,0 10,0 0,10 -10,0 z"), shapes.Rings("m 10.02,0.01 10,0 0,10 -10,0 z"));
        var outline = Assert.Single(MapShapes.Outline(left.Concat(right)));
        Assert.Equal([(0, 0), (0, 10), (20, 0), (20, 10)], outline.Order());
        Assert.Equal((10, 5), MapShapes.Middle([outline]));
        Assert.Matches("^M[0-9]+ [0-9]+l[-0-9 ]+z$", MapShapes.Path([outline]));
    }

    [Theory]
    [InlineData(0, 100, 0), InlineData(1, 100, 0), InlineData(2, 100, 1), InlineData(100, 100, 4), InlineData(2, 2, 1), InlineData(5, 1, 4)]
    public void Steps_from_too_few_to_most(int count, int most, int level) => Assert.Equal(level, FranceMap.LevelOf(count, most));

    [Theory]
    [InlineData(0), InlineData(2), InlineData(3), InlineData(7), InlineData(100), InlineData(200_000)]
    public void Tells_in_its_legend_the_steps_it_draws(int most)
    {
        var legend = FranceMap.Legend(most).ToList();
        foreach (var step in legend) { Assert.Equal(step.Level, FranceMap.LevelOf(step.From, most)); Assert.Equal(step.Level, FranceMap.LevelOf(step.To, most)); }
        foreach (var (one, next) in legend.Zip(legend.Skip(1))) Assert.Equal(one.To + 1, next.From);
        Assert.True(legend[^1].To == most || most < 2);
    }
}
