using System.Net;
using Croisee.Framework;
using Croisee.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A map says how many of the sheets it counts stand in none of its places, and leads to exactly those.</summary>
public sealed class OutsideMapTest(Place place) : IClassFixture<Place>
{
    /// <summary>Two dozen that say all, and some that do not: no register, no brake, neither, only words for how it was done, and one taken over without its region.</summary>
    async Task Some()
    {
        await SomeLibrary.In(place);
        if (await place.Db(db => db.Sheets.AnyAsync(s => s.Title == "Sans région"))) return;
        var (call, register) = (await place.Given.AnOpenCall(), Vocabularies.Get("V-REGISTRE").Terms[0].Code);
        await place.Given.APublishedSheet(call, "Sans registre", a => a.Changes.Brakes = ["FREIN_TEMPS"]);
        await place.Given.APublishedSheet(call, "Sans frein", a => a.Course.Registers = [register]);
        await place.Given.APublishedSheet(call, "Ni l’un ni l’autre");
        await place.Given.APublishedSheet(call, "Des mots seulement", a => (a.Course.Registers, a.Changes.Brakes) = ([register], ["FREIN_TEMPS"]));
        var given = await place.Given.APublishedSheet(call, "Sans région", a => (a.Course.Registers, a.Changes.Brakes, a.Course.Modalities) = ([register], ["FREIN_TEMPS"], [Vocabularies.Modality.Terms[0].Code]));
        await place.Db(async db =>
        {
            var content = SheetContent.FromJson(await db.Sheets.Where(s => s.Id == given.Id).Select(s => s.Content).SingleAsync());
            content.Account.Structure.Region = null;
            var searched = await db.SearchedSheets.SingleAsync(s => s.Id == given.Id);
            searched.Show(searched.Title, searched.Text, SheetFacets.CodesOf(content), searched.PublishedOn);
            await db.SaveChangesAsync();
            return await db.Write(d => d.Sheets.Where(s => s.Id == given.Id).ExecuteUpdate(u => u.SetProperty(s => s.Content, content.ToJson())));
        });
    }

    async Task<List<HashSet<(string Field, string Code)>>> Codes() =>
        [.. (await place.Db(db => db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null).Select(s => s.Content).ToListAsync())).Select(c => SheetFacets.CodesOf(SheetContent.FromJson(c)).ToHashSet())];

    static int Lacking(IEnumerable<HashSet<(string Field, string Code)>> sheets, params string[] fields) => sheets.Count(s => fields.Any(f => s.All(c => c.Field != f)));

    [Theory]
    [InlineData("registre", "frein", ""), InlineData("contexte", "registre", ""), InlineData("frein", "registre", "&region=R53&region=R32"), InlineData("region", "frein", "&degre=D2_CONSULTATION&degre=D4_CODECISION"), InlineData("annee", "region", "")]
    public async Task Says_who_stands_in_no_place_and_leads_there(string rows, string columns, string query)
    {
        await Some();
        var filters = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Where(p => p[0] != rows && p[0] != columns).Select(p => (p[0], p[1])).ToLookup(p => p.Item1, p => p.Item2);
        var sheets = (await Codes()).Where(s => filters.All(f => f.Any(code => s.Contains((f.Key, code))))).ToList();
        var page = await place.Browser().Open($"/repertoire/carte?lignes={rows}&colonnes={columns}{query}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var outside = Lacking(sheets, rows, columns);
        var said = page.Document.QuerySelectorAll("section li").FirstOrDefault(l => l.TextContent.Contains("dans aucune case", StringComparison.Ordinal));
        Assert.Equal(outside > 0, said is not null);
        if (said is null) return;
        Assert.StartsWith(outside == 1 ? "Une fiche n’est dans aucune case" : $"{outside} fiches ne sont dans aucune case", Page.Text(said).Replace('\u00a0', ' '));
        var links = said.QuerySelectorAll("a").Select(a => (Text: Page.Text(a), Href: a.GetAttribute("href")!)).ToList();
        Assert.Equal(new[] { rows, columns }.Where(f => Lacking(sheets, f) > 0).Select(f => Lacking(sheets, f)), links.Select(l => int.Parse(l.Text.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var (text, href) in links)
        {
            var list = await place.Browser().Open(href);
            Assert.Equal(HttpStatusCode.OK, list.Status);
            Assert.StartsWith(text.Split(' ')[0] + " expérience", Page.Text(list.Document.QuerySelector("[role=status] b")));
            // The choice says its own number beside it, where its field is offered.
            Assert.All(list.Document.QuerySelectorAll(".facet a[aria-current=true]").Where(a => a.TextContent.Contains("non précisé", StringComparison.Ordinal)), a => Assert.EndsWith(text.Split(' ')[0], Page.Text(a)));
        }
    }

    [Fact]
    public async Task Says_it_of_the_grid_and_of_the_country_and_in_their_files()
    {
        await Some();
        var sheets = await Codes();
        var (cells, regions) = (Lacking(sheets, SheetFacets.Cell), Lacking(sheets, "region"));
        Assert.True(cells > 0 && regions > 0);
        var grid = (await place.Browser().Open("/repertoire/carte")).Document.QuerySelectorAll("section li").First(l => l.TextContent.Contains("dans aucune case", StringComparison.Ordinal));
        var list = await place.Browser().Open(grid.QuerySelector("a")!.GetAttribute("href")!);
        Assert.StartsWith($"{cells} expérience", Page.Text(list.Document.QuerySelector("[role=status] b")));
        Assert.Contains("Des mots seulement", list.TextContent);
        async Task<List<string[]>> File(string path) => [.. (await place.Browser().Open(path)).Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(';'))];
        Assert.Equal(("Dans aucune case", $"{cells}"), ((await File("/repertoire/carte/fichier"))[^1][2], (await File("/repertoire/carte/fichier"))[^1][6]));
        foreach (var (path, count) in new[] { ("/repertoire/carte-de-france/fichier", 2), ("/repertoire/carte-de-france/departements/fichier", 4) })
        {
            var table = await File(path);
            Assert.Equal($"{regions}", table.Single(r => r[0] == SheetFacets.Unsaid)[count]);
            Assert.Equal(sheets.Count, table.Skip(1).Sum(r => int.Parse(r[count], System.Globalization.CultureInfo.InvariantCulture)));
        }
        foreach (var path in new[] { "/repertoire/carte-de-france", "/repertoire/carte-de-france/departements" })
        {
            var page = await place.Browser().Open(path);
            var link = page.Document.QuerySelectorAll("main a").Single(a => Page.Text(a) == "Région : non précisé");
            Assert.StartsWith($"{regions} expérience", Page.Text((await place.Browser().Open(link.GetAttribute("href")!)).Document.QuerySelector("[role=status] b")));
        }
    }

    /// <summary>What is asked beside it is an alternative, as any two codes of one field are; a field that no sheet fills is unsaid by all.</summary>
    [Fact]
    public async Task Asks_for_what_is_not_said_like_for_any_code()
    {
        await Some();
        var sheets = await Codes();
        async Task<SearchAnswer> Ask(string field, params string[] codes) => await place.With(s => s.GetRequiredService<ISheetSearch>().AskAsync(new(Filters: new Dictionary<string, IReadOnlySet<string>> { [field] = codes.ToHashSet() })));
        var register = Vocabularies.Get("V-REGISTRE").Terms[0].Code;
        var answer = await Ask("registre", register, SheetFacets.Unsaid);
        Assert.Equal(sheets.Count(s => s.Contains(("registre", register)) || s.All(c => c.Field != "registre")), answer.Total);
        Assert.Equal(Lacking(sheets, "registre"), answer.Facets["registre"][SheetFacets.Unsaid]);
        Assert.Equal(sheets.Count, (await Ask("parcours", SheetFacets.Unsaid)).Total + sheets.Count(s => s.Any(c => c.Field == "parcours")));
        Assert.Equal(0, (await Ask(SheetFacets.Call, SheetFacets.Unsaid)).Total);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire?remarquable=autre")).Status);
        // Years are numbers, but the one that nobody told.
        Assert.Equal(HttpStatusCode.OK, (await place.Browser().Open("/repertoire?annee=non-precise&annee=2014")).Status);
    }
}
