using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Croisee.Data;
using Croisee.Library;
using Croisee.Library.OpenData;
using Croisee.Library.Participedia;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>What stands beside the sheets is given in the same four formats as they are, and says the same in each.</summary>
public sealed class OpenTableFormatsTest(Place place) : IClassFixture<Place>
{
    async Task<byte[]> Get(string path, string type)
    {
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    async Task<List<string[]>> Csv(OpenTable table)
    {
        using var csv = new CsvParser(new StringReader(System.Text.Encoding.UTF8.GetString(await Get(table.Path, "text/csv")).TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = table.Separator });
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add([.. csv.Record!]);
        return rows;
    }

    static int filled;

    async Task Fill()
    {
        var mine = Interlocked.Increment(ref filled);
        var now = place.Clock.UtcNow();
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Celle des quatre formats");
        var word = new ReaderWord(given.Id, "un", ReaderWordKind.Question, "=Combien, et « pourquoi » ?", null, now);
        word.Accept(now);
        var method = new Method(MethodKind.Tool, $"Le jeu des quatre formats {mine}", now);
        method.Describe(MethodKind.Tool, method.Name, "Un jeu.", "https://exemple.fr/jeu");
        var link = new SheetLink(given.Id, "lien", LinkRelation.Uses, MethodKind.Tool, "Le jeu", null, now);
        link.Tie(method);
        link.Accept(now);
        var content = new CaseContent { Texts = { ["title"] = new() { ["en"] = "An invented case" } } };
        await place.Given.Added(word, method, link, new News(given.Id, "essai", new(News.Alive, Copied: true), null, now), new ImportedCase($"77{mine}", "en", "CC BY 4.0", content, now));
    }

    [Fact]
    public async Task Says_the_same_in_each_format()
    {
        await Fill();
        foreach (var table in OpenTable.All)
        {
            var rows = await Csv(table);
            if (table != OpenTable.Collections) Assert.True(rows.Count > 1, table.Code);
            var lines = System.Text.Encoding.UTF8.GetString(await Get(table.Path + "?format=jsonl", "application/x-ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
            Assert.Equal(rows.Count - 1, lines.Count);
            foreach (var (row, line) in rows.Skip(1).Zip(lines))
            {
                Assert.Equal(rows[0], line.EnumerateObject().Select(p => p.Name));
                Assert.Equal(row.Select(c => c.StartsWith("'=", StringComparison.Ordinal) ? c[1..] : c), line.EnumerateObject().Select(p => p.Value.ValueKind switch { JsonValueKind.Null => "", JsonValueKind.True => "oui", JsonValueKind.False => "non", _ => p.Value.ToString() }));
            }
            foreach (var (format, type, sheet) in new[] { ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/worksheets/sheet1.xml"), ("ods", "application/vnd.oasis.opendocument.spreadsheet", "content.xml") })
            {
                using var zip = new ZipArchive(new MemoryStream(await Get($"{table.Path}?format={format}", type)));
                using var reader = new StreamReader(zip.GetEntry(sheet)!.Open());
                var xml = WebUtility.HtmlDecode(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
                Assert.All(rows.SelectMany(r => r).Where(c => c.Length > 0).Select(c => c.TrimStart('\'')), c => Assert.Contains(c, xml));
            }
        }
    }

    [Fact]
    public async Task Keeps_numbers_and_yes_or_no_as_such_for_a_program()
    {
        await Fill();
        var line = JsonDocument.Parse(System.Text.Encoding.UTF8.GetString(await Get("/donnees-ouvertes/nouvelles?format=jsonl", "application/x-ndjson")).Split('\n')[0]).RootElement;
        Assert.Equal((JsonValueKind.True, JsonValueKind.Null), (line.GetProperty("copiee").ValueKind, line.GetProperty("motif_arret").ValueKind));
    }

    [Fact]
    public async Task Gives_each_method_with_its_sheets_and_drops_it_with_the_last()
    {
        var now = place.Clock.UtcNow();
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Celle qui a une méthode");
        var method = new Method(MethodKind.Method, "La marche des tabliers", now);
        var link = new SheetLink(given.Id, "lien", LinkRelation.AdaptedFrom, MethodKind.Method, "La marche", null, now);
        link.Tie(method);
        link.Accept(now);
        await place.Given.Added(method, link);
        var rows = await Csv(OpenTable.Methods);
        Assert.Equal([method.Reference, "http://localhost/repertoire/methodes/" + method.Reference, "methode", "La marche des tabliers", "", "", "", given.Reference, "", ""], rows.Single(r => r[0] == method.Reference));
        await (await (await place.Given.AnAuthorOf(given)).Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();
        Assert.DoesNotContain(await Csv(OpenTable.Methods), r => r[0] == method.Reference);
    }

    [Theory, InlineData("pdf"), InlineData("CSV"), InlineData("%00")]
    public async Task Knows_no_other_format(string format)
    {
        var page = await place.Browser().Open("/donnees-ouvertes/paroles?format=" + format);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("csv, xlsx, ods, jsonl", page.Source);
    }

    [Fact]
    public async Task Offers_every_format_on_its_page_and_in_the_catalogue()
    {
        await Fill();
        var page = await place.Browser().Open("/donnees-ouvertes");
        var catalogue = (await place.Browser().Open("/donnees-ouvertes/catalogue/ttl")).Source;
        foreach (var table in OpenTable.All)
            foreach (var format in SheetFormat.All)
            {
                Assert.Contains(page.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == table.PathAs(format));
                Assert.Contains($"<http://localhost{table.PathAs(format)}>", catalogue);
            }
    }
}
