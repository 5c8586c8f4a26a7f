using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Croisee.Library;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The numbers of the maps leave in the formats of the other open data, say the same in each, and the codebook explains their columns.</summary>
public sealed class CountsFormatsTest(Place place) : IClassFixture<Place>
{
    public static TheoryData<string, string> Files => new()
    {
        { "/repertoire/carte/fichier?lignes=contexte&colonnes=registre", "carte" }, { "/repertoire/carte/fichier", "carte" }, { "/repertoire/carte/parts?region=R53", "parts" }, { "/repertoire/carte-de-france/fichier", "fiches-par-region" },
        { "/repertoire/carte-de-france/departements/fichier?q=foyer", "fiches-par-departement" }, { "/repertoire/freins-et-leviers/fichier", "freins-et-leviers" },
    };

    async Task<byte[]> Get(string path, string type)
    {
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    async Task<List<string[]>> Csv(string path)
    {
        using var csv = new CsvParser(new StringReader(System.Text.Encoding.UTF8.GetString(await Get(path, "text/csv")).TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add([.. csv.Record!]);
        return rows;
    }

    static string As(string path, string format) => $"{path}{(path.Contains('?') ? '&' : '?')}format={format}";

    [Theory, MemberData(nameof(Files))]
    public async Task Says_the_same_in_each_format(string path, string table)
    {
        await SomeLibrary.In(place);
        var rows = await Csv(path);
        Assert.True(rows.Count > 1);
        Assert.Equal(rows, await Csv(As(path, "csv")));
        var shape = CountsTable.All.Single(t => t.Code == table);
        Assert.Equal(shape.Columns.Select(c => c.Code), rows[0]);
        var lines = System.Text.Encoding.UTF8.GetString(await Get(As(path, "jsonl"), "application/x-ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(rows.Count - 1, lines.Count);
        foreach (var (row, line) in rows.Skip(1).Zip(lines))
            foreach (var (cell, told) in row.Zip(line.EnumerateObject()))
                Assert.Equal(cell, told.Value.ValueKind switch { JsonValueKind.Null => "", JsonValueKind.True => "oui", JsonValueKind.False => "non", JsonValueKind.Number => told.Value.GetRawText().Replace('.', ','), _ => told.Value.ToString() });
        Assert.All(lines, l => Assert.Contains(l.EnumerateObject(), p => p.Value.ValueKind is JsonValueKind.Number));
        foreach (var (format, type, sheet) in new[] { ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/worksheets/sheet1.xml"), ("ods", "application/vnd.oasis.opendocument.spreadsheet", "content.xml") })
        {
            using var zip = new ZipArchive(new MemoryStream(await Get(As(path, format), type)));
            using var reader = new StreamReader(zip.GetEntry(sheet)!.Open());
            var xml = WebUtility.HtmlDecode(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
            var fractions = shape.Columns.Index().Where(c => c.Item.Kind == Croisee.Library.OpenData.TableColumn.Fraction).Select(c => c.Index).ToHashSet();
            Assert.All(rows.SelectMany(r => r.Index()).Where(c => c.Item.Length > 0), c => Assert.Contains(fractions.Contains(c.Index) ? c.Item.Replace(',', '.') : c.Item, xml));
        }
    }

    /// <summary>Beside the numbers: what the columns and the codes of its two landmarks mean, and where all this comes from.</summary>
    [Fact]
    public async Task Holds_its_codes_and_its_search_in_a_spreadsheet()
    {
        await SomeLibrary.In(place);
        using var zip = new ZipArchive(new MemoryStream(await Get("/repertoire/carte/fichier?lignes=contexte&colonnes=registre&region=R53&format=xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")));
        async Task<string> Sheet(int number)
        {
            using var reader = new StreamReader(zip.GetEntry($"xl/worksheets/sheet{number}.xml")!.Open());
            return WebUtility.HtmlDecode(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
        var codes = await Sheet(2);
        foreach (var said in new[] { "case_blanche", "CTX3_SOINS", "REG5_PAIR_AIDANCE" }) Assert.Contains(said, codes);
        Assert.DoesNotContain("R53", codes);
        Assert.Contains("/repertoire/carte/fichier?lignes=contexte&colonnes=registre&region=R53", await Sheet(3));
        Assert.Contains("<c><v>", await Sheet(1));
    }

    [Fact]
    public async Task Is_explained_column_by_column_in_the_codebook_and_offered_under_each_table()
    {
        await SomeLibrary.In(place);
        var book = await Csv("/donnees-ouvertes/codes");
        foreach (var table in CountsTable.All)
        {
            var told = book.Where(r => r[0] == "colonne" && r[13] == table.Code).ToList();
            Assert.Equal(table.Columns.Select(c => c.Code), told.Select(r => r[1]));
            Assert.All(told, r => Assert.NotEqual("", r[2]));
        }
        foreach (var page in new[] { "/repertoire/carte?region=R53", "/repertoire/carte-de-france", "/repertoire/carte-de-france/departements", "/repertoire/freins-et-leviers?region=R53" })
        {
            var links = (await place.Browser().Open(page)).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => h.EndsWith("format=ods", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(links);
            foreach (var link in links) await Get(link, "application/vnd.oasis.opendocument.spreadsheet");
        }
    }

    [Theory]
    [InlineData("/repertoire/carte/fichier?format=pdf"), InlineData("/repertoire/carte/parts?format=XLSX"), InlineData("/repertoire/carte-de-france/fichier?format=xml"), InlineData("/repertoire/freins-et-leviers/fichier?region=FAUX&format=ods")]
    public async Task Refuses_a_format_that_is_none_and_what_it_does_not_understand(string address)
    {
        await SomeLibrary.In(place);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open(address)).Status);
    }
}
