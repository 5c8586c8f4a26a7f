using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using CsvHelper;
using CsvHelper.Configuration;
using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Croisee.Journal;
using Croisee.Library;
using Croisee.Library.OpenData;
using Croisee.Ui.Tables;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The open data: one list of public columns, four formats that say the same, no contact data anywhere, gone when withdrawn.</summary>
[Trait("kind", "slow")]
public sealed class OpenDataTest(Place place) : IClassFixture<Place>
{
    const string Formula = "=1+1|cmd", Odd = "- Un  titre\tétrange > \u0001 & <b> 😀";

    async Task<GivenExperience> AnOddSheet()
    {
        await SomeLibrary.In(place);
        return await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "=SOMME(A1) titre", a => { a.Origin.Story = Formula; a.Lessons.Advice = Odd; a.Origin.Goals = ["=a", "deux | trois"]; });
    }

    async Task<byte[]> File(string address)
    {
        using var browser = place.Browser();
        var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, address));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    static List<string[]> Csv(byte[] file)
    {
        using var csv = new CsvParser(new StreamReader(new MemoryStream(file)), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add([.. csv.Record!.Select(FormulaGuard.Remove)]);
        return rows;
    }

    static List<string[]> Xlsx(byte[] file, int table)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}").Take(5));
        var sheets = book.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        Assert.Equal(["fiches", "codes", "à propos"], sheets.Select(s => s.Name!.Value!));
        var part = (WorksheetPart)book.WorkbookPart.GetPartById(sheets[table].Id!.Value!);
        Assert.Empty(part.Worksheet.Descendants<CellFormula>());
        // A text typed again by hand stays a text.
        Assert.All(part.Worksheet.Descendants<Row>().Skip(1).SelectMany(r => r.Elements<Cell>()).Where(c => c.DataType?.Value == CellValues.InlineString), c => Assert.Equal(2u, c.StyleIndex!.Value));
        return [.. part.Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => (c.InlineString?.InnerText ?? c.CellValue?.Text ?? "").Replace("_x005F_", "_")).ToArray())];
    }

    static List<string[]> Ods(byte[] file, int table)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var kind = zip.Entries[0];
        Assert.Equal(("mimetype", kind.Length), (kind.FullName, kind.CompressedLength));
        using (var told = new StreamReader(kind.Open())) Assert.Equal("application/vnd.oasis.opendocument.spreadsheet", told.ReadToEnd());
        using var content = zip.GetEntry("content.xml")!.Open();
        XNamespace t = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", x = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
        var document = XDocument.Load(content, LoadOptions.PreserveWhitespace);
        Assert.Empty(document.Descendants().Attributes(t + "formula"));
        string Line(XElement p) => string.Concat(p.Nodes().Select(n => n is XElement e ? e.Name == x + "tab" ? "\t" : " " : ((XText)n).Value));
        return [.. document.Descendants(t + "table").ElementAt(table).Descendants(t + "table-row").Select(r => r.Elements(t + "table-cell").Select(c => string.Join('\n', c.Elements(x + "p").Select(Line))).ToArray())];
    }

    [Fact]
    public async Task Says_the_same_in_all_formats()
    {
        var odd = await AnOddSheet();
        var csv = Csv(await File("/repertoire/fichier/csv"));
        var shown = await place.Db(db => db.Sheets.CountAsync(s => s.WithdrawnAt == null));
        Assert.Equal(shown, csv.Count - 1);
        Assert.Equal(SheetTable.Head, csv[0]);
        // XML has no control signs: they become the sign for what cannot be shown. Line ends are one in a cell.
        string Plain(string cell) => cell.Replace('\u0001', '\uFFFD').ReplaceLineEndings("\n");
        var expected = csv.Select(r => r.Select(Plain).ToArray()).ToList();
        Assert.Equal(expected, Xlsx(await File("/repertoire/fichier/xlsx"), 0).Select(r => r.Select(c => c.ReplaceLineEndings("\n")).ToArray()));
        Assert.Equal(expected, Ods(await File("/repertoire/fichier/ods"), 0));
        var lines = System.Text.Encoding.UTF8.GetString(await File("/repertoire/fichier/jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var (at, advice) = (Array.IndexOf(csv[0], "reference"), Array.IndexOf(csv[0], "conseil"));
        Assert.Equal(csv.Skip(1).Select(r => r[at]), lines.Select(l => l.GetProperty("reference").GetString()));
        var mine = lines.Single(l => l.GetProperty("reference").GetString() == odd.Reference);
        Assert.Equal((Formula, Odd, Odd), (mine.GetProperty("origine").GetString(), mine.GetProperty("conseil").GetString(), csv.Single(r => r[at] == odd.Reference)[advice]));
        Assert.Equal("Licence Ouverte 2.0", mine.GetProperty("licence").GetString());
    }

    [Fact]
    public async Task Neutralises_formulas_in_the_table_itself()
    {
        await AnOddSheet();
        var raw = System.Text.Encoding.UTF8.GetString(await File("/repertoire/fichier/csv"));
        Assert.Contains("\"'=SOMME(A1) titre\"", raw);
        using var csv = new CsvParser(new StringReader(raw.TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        while (csv.Read()) Assert.All(csv.Record!, c => Assert.False(c.TrimStart().Length > 0 && "=+-@\t\r".Contains(c.TrimStart()[0]), c));
    }

    [Fact]
    public async Task Explains_every_column_and_code_of_the_files()
    {
        await AnOddSheet();
        var book = Csv(await File("/donnees-ouvertes/codes"));
        Assert.Equal(SheetColumns.All.Select(c => c.Code).Append(CountsTable.Widened), book.Where(r => r[0] == "colonne" && r[13] == "fiches").Select(r => r[1]));
        foreach (var table in OpenTable.All.Where(t => t.IsOurs)) Assert.Equal(Csv(await File(table.Path))[0], book.Where(r => r[0] == "colonne" && r[13] == table.Code).Select(r => r[1]));
        var codes = book.Where(r => r[0] == "code").Select(r => r[1]).ToHashSet();
        var csv = Csv(await File("/repertoire/fichier/csv"));
        foreach (var column in SheetColumns.All.Where(c => c.HasWords && c.Shape is not ValueShape.Pairs))
            Assert.All(csv.Skip(1).SelectMany(r => PackedCell.Unpack(r[Array.IndexOf(csv[0], column.Code)])), c => Assert.Contains(c, codes));
        Assert.Equal(book.Skip(1), Xlsx(await File("/repertoire/fichier/xlsx"), 1).Skip(1));
        Assert.Contains(Ods(await File("/repertoire/fichier/ods"), 2), r => r[0] == "Licence" && r[1] == "Licence Ouverte 2.0");
    }

    [Theory]
    [InlineData("q=jardin"), InlineData("region=R53&region=R32&remarquable=oui"), InlineData("q=formation OU musique&degre=D4_CODECISION"), InlineData("q=zzzzzz")]
    public async Task Gives_exactly_the_sheets_of_the_list(string query)
    {
        await SomeLibrary.In(place);
        var csv = Csv(await File("/repertoire/fichier/csv?" + query));
        var (listed, total) = (new List<string>(), 1);
        for (var page = 1; listed.Count < total && page < 9; page++)
        {
            var list = await place.Browser().Open($"/repertoire?{query}&page={page}");
            total = int.Parse(Page.Text(list.Document.QuerySelector("[role=status] b")).Split(' ')[0].Replace("Aucune", "0"), CultureInfo.InvariantCulture);
            listed.AddRange(list.Document.QuerySelectorAll(".result h2 a").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
            if (total == 0) break;
        }
        Assert.Equal(listed.Order(), csv.Skip(1).Select(r => r[0]).Order());
        if (total > 0) Assert.Contains($"/repertoire/fichier/csv?{query.Split('&')[0].Split('=')[0]}=", (await place.Browser().Open("/repertoire?" + query)).Source);
    }

    /// <summary>Markers in every place that is not for everybody, then every way out of the open data read to the letter (S02).</summary>
    [Fact]
    public async Task Never_holds_contact_data_nor_what_only_the_group_may_see()
    {
        string[] markers = ["MarqueNom", "MarqueRole", "marque.courriel", "0199887766", "marque.publique", "990000777", "76543", "65432", "54321", "MarqueReponse", "MarqueMessage", "MarqueRaison", "MarqueJournal", "MarqueAttente", "MarqueRefus", "MarqueAdresse", "MarqueCompte", "MarqueDossier"];
        var given = await place.Given.AnExperienceToApprove(await place.Given.AnOpenCall(), "Une fiche à marques", a =>
        {
            a.Structure.OrganisationFiness = "990000777";
            (a.Participants.PersonsExact, a.Participants.ProfessionalsExact, a.Participants.BeneficiariesExact) = (76543, 65432, 54321);
            a.Extra.Texts = new() { ["MarqueReponse"] = "MarqueReponse" };
        });
        await place.With(async services =>
        {
            var db = services.GetRequiredService<Data.AppDb>();
            var experience = await db.Experiences.Include(e => e.Call).SingleAsync(e => e.Id == given.Id);
            await services.GetRequiredService<ContactStore>().Save(experience, new("MarqueNom", "MarqueRole", "marque.courriel@example.org", "0199887766", "marque.publique@example.org"), true);
            db.Messages.Add(new Message(experience.Id, MessageFrom.Authors, "MarqueMessage", place.Clock.GetUtcNow().UtcDateTime));
            db.Record(place.Clock.GetUtcNow().UtcDateTime, Actor.System, "donnee.de.test", experience, "MarqueJournal");
            return await db.SaveChangesAsync();
        });
        await place.Given.ItWasPublished(given);
        // A word that waits, one that was refused, where to write to its reader, a collection that is not for everybody, and whose it is.
        var now = place.Clock.GetUtcNow().UtcDateTime;
        var (waiting, refused, shown) = (new ReaderWord(given.Id, "attend", ReaderWordKind.Question, "MarqueAttente", null, now), new ReaderWord(given.Id, "refus", ReaderWordKind.Question, "MarqueRefus", null, now), new ReaderWord(given.Id, "dit", ReaderWordKind.DoneToo, "Une fiche à marques, chez nous aussi", "Lorient", now));
        refused.Refuse("MarqueRefus", now);
        shown.Accept(now);
        var owner = await place.Given.AnAccount("MarqueCompte");
        Croisee.Library.Collections.Collection Gathered(string title) { var made = new Croisee.Library.Collections.Collection(Guid.CreateVersion7(), owner.Id, title, null, now); made.Add([given.Id], now); return made; }
        var (secret, published) = (Gathered("MarqueDossier"), Gathered("Un dossier pour tous"));
        published.Publish((await place.Given.AnOrganisation()).Id, now);
        await place.Given.Added(waiting, refused, shown, new AwaitingReader(shown.Id, "MarqueAdresse", now), secret, published);
        // The address given to be published is on the page, and on the page only.
        Assert.Contains("marque.publique", (await place.Browser().Open("/experiences/" + given.Reference)).Source);
        var ways = SheetFormat.All.Select(f => "/repertoire/fichier/" + f.Code).Concat(["/repertoire/flux/rss", "/repertoire/flux/atom", "/repertoire/flux/json", "/api/v1/fiches?combien=100", $"/api/v1/fiches/{given.Reference}", "/donnees-ouvertes", "/donnees-ouvertes/codes", "/donnees-ouvertes/catalogue/ttl", "/donnees-ouvertes/catalogue/jsonld", "/donnees-ouvertes/api", "/api/v1/openapi.json", "/repertoire"]).Concat(OpenTable.All.Select(t => t.Path));
        foreach (var way in ways)
        {
            var text = Text(await File(way));
            if (way.Contains("fichier") || way.Contains("flux") || way == OpenTable.Words.Path || way == OpenTable.Collections.Path) Assert.Contains("Une fiche à marques", text);
            Assert.All(markers, m => Assert.False(text.Contains(m, StringComparison.OrdinalIgnoreCase), $"{m} in {way}"));
        }
        Assert.DoesNotContain(SheetColumns.All, c => c.Code.Contains("contact") || c.Code.Contains("consent") || c.Code.Contains("exact") || c.Code.Contains("finess"));
    }

    /// <summary>The bytes as text; of a zip, all its parts.</summary>
    static string Text(byte[] file)
    {
        if (file is not [(byte)'P', (byte)'K', ..]) return System.Text.Encoding.UTF8.GetString(file);
        using var zip = new ZipArchive(new MemoryStream(file));
        return string.Concat(zip.Entries.Select(e => { using var reader = new StreamReader(e.Open()); return e.FullName + reader.ReadToEnd(); }));
    }

    [Fact]
    public async Task Forgets_a_withdrawn_sheet_in_the_same_request_everywhere()
    {
        const string title = "Le potager qui sera repris";
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), title, a => a.Essentials.Summary = "Motunique potagerunique.");
        string[] ways = ["/repertoire/fichier/csv", "/repertoire/fichier/jsonl?q=motunique", "/repertoire/flux/rss", "/repertoire/flux/atom?q=motunique", "/repertoire/flux/json", "/api/v1/fiches?q=motunique", "/api/v1/fiches/" + given.Reference];
        foreach (var way in ways) Assert.Contains("potagerunique", Text(await File(way)));
        var author = await place.Given.AnAuthorOf(given);
        await (await author.Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();
        foreach (var way in ways[..^1]) Assert.DoesNotContain("potager", Text(await File(way)));
        Assert.Equal(HttpStatusCode.Gone, (await place.Browser().Open("/experiences/" + given.Reference)).Status);
        var gone = await place.Browser().Open("/api/v1/fiches/" + given.Reference);
        Assert.Equal((HttpStatusCode.Gone, "application/problem+json"), (gone.Status, gone.Response.Content.Headers.ContentType!.MediaType));
        Assert.Contains(title, gone.Source);
        Assert.DoesNotContain("potagerunique", gone.Source);
    }

    [Fact]
    public async Task Asks_to_come_back_when_one_network_takes_too_many_at_once()
    {
        await SomeLibrary.In(place);
        var downloads = place.App.Services.GetRequiredService<SheetDownloads>();
        using var browser = place.Browser();
        var held = Enumerable.Range(0, SheetDownloads.ForOneNetwork).Select(_ => downloads.Hold(new Microsoft.AspNetCore.Http.DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback } })).ToList();
        using (var busy = await browser.Send(new HttpRequestMessage(HttpMethod.Get, "/repertoire/fichier/csv")))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.StatusCode);
            Assert.Equal("60", busy.Headers.GetValues("Retry-After").Single());
            Assert.Contains("Réessayez", await busy.Content.ReadAsStringAsync());
        }
        held.ForEach(h => h.Dispose());
        await File("/repertoire/fichier/csv");
    }

    [Fact]
    public async Task Explains_itself_to_whoever_reuses()
    {
        await SomeLibrary.In(place);
        var page = await place.Browser().Open("/donnees-ouvertes");
        Assert.Equal("Données ouvertes", page.Heading);
        Assert.Contains("Licence Ouverte 2.0", page.TextContent);
        Assert.Contains("Dernier changement :", page.TextContent);
        foreach (var link in page.Document.QuerySelectorAll("main a[href^='/']")) Assert.Equal(HttpStatusCode.OK, (await place.Browser().Open(link.GetAttribute("href")!)).Status);
        var data = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal(("https://schema.org", "Dataset"), (data.GetProperty("@context").GetString(), data.GetProperty("@type").GetString()));
        // What search engines for data sets ask for: a name, a description of 50 to 5000 signs, a licence, files with their type.
        Assert.InRange(data.GetProperty("description").GetString()!.Length, 50, 5000);
        foreach (var file in data.GetProperty("distribution").EnumerateArray())
            Assert.Equal(file.GetProperty("encodingFormat").GetString(), (await place.Browser().Open(new Uri(file.GetProperty("contentUrl").GetString()!).AbsolutePath)).Response.Content.Headers.ContentType!.MediaType);
    }
}
