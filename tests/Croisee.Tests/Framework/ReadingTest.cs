using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Croisee.Framework;
using Xunit;

namespace Croisee.Tests.Framework;

/// <summary>The public pages of the framework, as a reader meets them.</summary>
public sealed class ReadingTest(Place place) : IClassFixture<Place>
{
    static readonly string[] Pages = ["/cadre", "/cadre/degres", "/cadre/grille", "/cadre/registres/reg3-democratie-rep", "/cadre/vocabulaires", "/cadre/vocabulaires/v-public"];

    [Fact]
    public async Task Tells_engagement_landmarks_degrees_and_registers_on_one_page()
    {
        using var browser = place.Browser();
        var page = await browser.Open("/cadre");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var degree in Vocabularies.Degree.Terms)
        {
            Assert.Contains(degree.Label, page.TextContent, StringComparison.Ordinal);
            Assert.Contains(Plain(Degree.TestQuestion(degree.Code)), page.TextContent, StringComparison.Ordinal);
        }
        Assert.Contains(Plain(Degree.NoFault), page.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, page.Document.QuerySelectorAll("#registres li a").Length);
    }

    [Fact]
    public async Task Answers_every_link_of_its_pages_that_lies_in_the_framework()
    {
        using var browser = place.Browser();
        var seen = new HashSet<string>();
        var waiting = new Queue<string>(["/cadre"]);
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            var page = await browser.Open(path);
            Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {page.Status}");
            foreach (var link in page.Document.QuerySelectorAll("main a[href^='/cadre']").Select(a => a.GetAttribute("href")!))
            {
                var parts = link.Split('#');
                if (parts.Length == 2 && parts[0] == path) Assert.NotNull(page.Document.GetElementById(parts[1]));
                waiting.Enqueue(parts[0]);
            }
        }
        Assert.True(seen.Count >= 5 + 7 + Vocabularies.All.Count, $"{seen.Count} pages");
    }

    [Theory]
    [InlineData("/cadre/registres/reg8-inconnu")]
    [InlineData("/cadre/registres/REG1_EXPR_INDIV_INDIV")]
    [InlineData("/cadre/vocabulaires/v-inconnu")]
    public async Task Answers_nothing_for_what_does_not_exist(string path)
    {
        using var browser = place.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path)).Status);
    }

    [Fact]
    public async Task Lays_each_modality_in_its_cell_and_names_the_line_that_is_ours()
    {
        using var browser = place.Browser();
        var table = (await browser.Open("/cadre/grille")).Document.QuerySelector("table")!;
        var lines = table.QuerySelectorAll("tbody tr").ToList();
        foreach (var modality in Vocabularies.Modality.Terms)
        {
            var cell = Grid.CellOf(modality.Code);
            var line = lines[Vocabularies.Scale.Require(cell.Scale).Position];
            var at = line.QuerySelectorAll("td")[Vocabularies.Level.Require(cell.Level).Position];
            Assert.Contains(modality.Label, at.QuerySelectorAll("li").Select(Page.Text));
            Assert.Equal(Vocabularies.Level.Require(cell.Level).Label, at.GetAttribute("data-label"));
        }
        Assert.Equal([false, false, true], lines.Select(l => Page.Text(l.QuerySelector("th")).Contains("rempli par nous", StringComparison.Ordinal)));
        // On a phone the table is laid out as blocks: its roles are said again, or a screen reader would lose it.
        Assert.All(table.QuerySelectorAll("thead, tbody, tr, th, td"), e => Assert.True(e.HasAttribute("role"), e.LocalName));
    }

    [Fact]
    public async Task Speaks_otherwise_to_who_reads_easily()
    {
        using var usual = place.Browser();
        using var easy = place.Browser();
        await easy.Open("/cadre?lecture=facile");
        foreach (var path in Pages)
        {
            var (here, there) = (Body(await usual.Open(path)), Body(await easy.Open(path)));
            var usualLines = here.QuerySelectorAll("p, li, h2").Select(Page.Text).ToHashSet();
            var easyLines = there.QuerySelectorAll("p, li, h1, h2, h3").Where(e => e.QuerySelector("p, li") is null).Select(Page.Text).Where(l => l.Length > 0).ToList();
            Assert.True(easyLines.Count > 3 && easyLines.Count(usualLines.Contains) < easyLines.Count / 2, $"{path} is the same page");
            // Words of the usual page, quoted as such, are the only exception.
            var faults = easyLines.Where(l => !l.StartsWith("Le mot habituel est", StringComparison.Ordinal)).SelectMany(Faults).Distinct();
            Assert.True(!faults.Any(), $"{path}: {string.Join(" | ", faults)}");
            Assert.Single(there.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task Gives_the_codebook_as_a_file_with_one_whole_line_for_each_code()
    {
        using var browser = place.Browser();
        var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, "/cadre/vocabulaires.csv"));
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("croisee-vocabulaires-v", response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var rows = Codebooks.Read(bytes);
        Assert.Equal(["vocabulaire", "version", "code", "libelle", "libelle_facile", "anglais", "propose", "definition", "edition", "ordre", "parent"], rows[0]);
        Assert.Equal(Vocabularies.All.SelectMany(v => v.Terms).Select(t => t.Code), rows.Skip(1).Select(r => r[2]));
        Assert.All(rows, r => Assert.Equal(11, r.Length));
    }

    /// <summary>Budget of the page itself; the style sheet is weighed with the look.</summary>
    [Fact]
    public async Task Keeps_the_first_page_light()
    {
        using var browser = place.Browser();
        foreach (var path in new[] { "/cadre", "/cadre/grille" })
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(Encoding.UTF8.GetBytes((await browser.Open(path)).Source));
            Assert.InRange(packed.Length, 500, 7_000);
        }
    }

    static IElement Body(Page page) => page.Document.QuerySelector("main")!;

    static IEnumerable<string> Faults(string line) =>
        line.Split('.', '?', '!').Where(s => s.Any(char.IsLetter)).Select(s => EasyLabel.Fault(s) is { } fault ? $"« {s.Trim()} » {fault}" : null).OfType<string>();

    static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\s+", " ");
}
