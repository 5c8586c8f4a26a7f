using System.Net;
using System.Text;
using System.Text.Json;
using Croisee.Experiences.Answers;
using Croisee.Ui.Paper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>
/// What PDF/UA-1 (ISO 14289-1) asks and a program can see, rule by rule as the Matterhorn protocol counts them, over each kind of PDF that we write. No validator of
/// the standard can be had from the registries used here (decision 8): this is what stands for it.
/// </summary>
public sealed class PdfStandardTest(Place place) : IClassFixture<Place>
{
    static readonly HashSet<string> Standard =
    [
        "/Document", "/Part", "/Sect", "/Div", "/H1", "/H2", "/H3", "/H4", "/P", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD", "/THead", "/TBody", "/Caption", "/Span", "/Link",
        "/Figure", "/TOC", "/TOCI", "/Reference", "/Note", "/Quote", "/BlockQuote", "/Code",
    ];

    static void Told(Account account)
    {
        account.Origin.Story = "Tout est parti d’un [repas](https://exemple.fr/repas).\n\n## Avant\n\n- on a demandé\n- on a essayé";
        account.Essentials.EasySummary = "On plante des fleurs.\nOn mange ensemble.";
        account.Changes.Brakes = ["FREIN_TEMPS"];
        account.Changes.BrakesText = "Le temps a manqué.";
    }

    [Theory]
    [InlineData("pdf"), InlineData("facile/pdf")]
    public async Task Keeps_every_rule_that_a_program_can_see(string kind)
    {
        Assert.SkipWhen(place.App.Services.GetRequiredService<PaperFonts>().Set is null, "Without Node and without a system font there is no PDF.");
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Une fiche qui se lit à haute voix", Told, remarkable: true);
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, $"/experiences/{given.Reference}/{kind}"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var file = await response.Content.ReadAsByteArrayAsync();
        using var tools = new PaperTools(file);
        var pdf = await tools.Tree();
        Says_what_it_is(pdf, Encoding.UTF8.GetString(file));
        var elements = Elements_stand_in_their_place(pdf);
        Headings_do_not_skip(elements);
        Tables_and_lists_are_whole(pdf, elements);
        Links_and_figures_speak(pdf, elements);
        Marks_lead_back_to_their_element(pdf, elements);
        Fonts_are_embedded_with_their_meaning(pdf);
    }

    sealed record Element(string Reference, JsonElement Value, string Kind, int Depth, IReadOnlyList<Element> Kids);

    /// <summary>Matterhorn 06, 07, 11, 17: title shown and said twice the same, language, tagged without suspicion, claim, nothing that runs, not locked against assistive technology.</summary>
    static void Says_what_it_is(PdfTree pdf, string source)
    {
        Assert.True(pdf.In(pdf.In(pdf.Catalog, "/MarkInfo")!.Value, "/Marked")!.Value.GetBoolean());
        Assert.False(pdf.In(pdf.In(pdf.Catalog, "/MarkInfo")!.Value, "/Suspects")?.GetBoolean() ?? false);
        Assert.True(pdf.In(pdf.In(pdf.Catalog, "/ViewerPreferences")!.Value, "/DisplayDocTitle")!.Value.GetBoolean());
        Assert.Equal("fr-FR", pdf.Text(pdf.Catalog, "/Lang"));
        Assert.NotNull(pdf.In(pdf.Catalog, "/Metadata"));
        Assert.Matches(@"<pdfuaid:part>1</pdfuaid:part>|pdfuaid:part=""1""", source);
        Assert.Matches("<dc:title>.*" + System.Text.RegularExpressions.Regex.Escape(pdf.Text(pdf.Info, "/Title")!) + ".*</dc:title>", source.ReplaceLineEndings(" "));
        Assert.Null(pdf.In(pdf.Trailer, "/Encrypt"));
        Assert.All(pdf.Objects, o => Assert.DoesNotContain(pdf.Name(o.Value, "/S"), new[] { "/JavaScript", "/Launch", "/Movie", "/Sound" }));
        Assert.Null(pdf.In(pdf.Catalog, "/OpenAction"));
        foreach (var (page, number) in pdf.Pages.Select((p, i) => (p, i)))
        {
            Assert.Equal("/S", pdf.Name(page, "/Tabs"));
            Assert.Equal(number, pdf.In(page, "/StructParents")!.Value.GetInt32());
        }
    }

    /// <summary>Matterhorn 01, 02, 09: one document, known kinds of element, each under its parent.</summary>
    static List<Element> Elements_stand_in_their_place(PdfTree pdf)
    {
        var tree = pdf.In(pdf.Catalog, "/StructTreeRoot")!.Value;
        Assert.Null(pdf.In(tree, "/RoleMap")); // only kinds of the standard: nothing to map
        var all = new List<Element>();
        var root = Read(pdf, Assert.Single(tree.GetProperty("/K").EnumerateArray()), PdfTree.Raw(pdf.Catalog, "/StructTreeRoot")!, 0, all);
        Assert.Equal("/Document", root.Kind);
        Assert.Equal(1, all.Count(e => e.Kind == "/Document"));
        return all;
    }

    static Element Read(PdfTree pdf, JsonElement reference, string parent, int depth, List<Element> all)
    {
        var value = pdf.Follow(reference);
        var (kind, at) = (pdf.Name(value, "/S")!, all.Count);
        Assert.Contains(kind, Standard);
        Assert.Equal(parent, PdfTree.Raw(value, "/P"));
        all.Add(null!);
        var kids = value.GetProperty("/K").EnumerateArray().Where(k => pdf.Name(pdf.Follow(k), "/Type") == "/StructElem").Select(k => Read(pdf, k, reference.GetString()!, depth + 1, all)).ToList();
        return all[at] = new(reference.GetString()!, value, kind, depth, kids);
    }

    /// <summary>Matterhorn 14: the first heading is the first level, and no level is jumped over.</summary>
    static void Headings_do_not_skip(List<Element> elements)
    {
        var levels = elements.Where(e => e.Kind is ['/', 'H', >= '1' and <= '6']).Select(e => e.Kind[2] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(l => l == 1));
        foreach (var (one, next) in levels.Zip(levels.Skip(1))) Assert.True(next <= one + 1, $"H{one} then H{next}");
    }

    /// <summary>Matterhorn 15, 16: heading cells say which way they speak, rows are as long as each other; a list holds items, an item its label and body.</summary>
    static void Tables_and_lists_are_whole(PdfTree pdf, List<Element> elements)
    {
        Assert.All(elements.Where(e => e.Kind == "/TH"), cell => Assert.Contains(pdf.Name(pdf.In(cell.Value, "/A")!.Value, "/Scope"), new[] { "/Row", "/Column", "/Both" }));
        foreach (var table in elements.Where(e => e.Kind == "/Table"))
        {
            var rows = table.Kids.SelectMany(k => k.Kind is "/THead" or "/TBody" ? k.Kids : [k]).Where(k => k.Kind != "/Caption").ToList();
            Assert.All(rows, r => Assert.Equal("/TR", r.Kind));
            Assert.All(rows, r => Assert.All(r.Kids, c => Assert.Contains(c.Kind, new[] { "/TH", "/TD" })));
            Assert.Single(rows.Select(r => r.Kids.Count).Distinct());
            Assert.Contains(rows.SelectMany(r => r.Kids), c => c.Kind == "/TH");
        }
        Assert.All(elements.Where(e => e.Kind == "/L"), list => Assert.All(list.Kids, k => Assert.Contains(k.Kind, new[] { "/LI", "/L", "/Caption" })));
        Assert.All(elements.Where(e => e.Kind == "/LI"), item => { Assert.NotEmpty(item.Kids); Assert.All(item.Kids, k => Assert.Contains(k.Kind, new[] { "/Lbl", "/LBody" })); });
    }

    /// <summary>Matterhorn 13, 28: a figure has its words, a link its target, its own words and its place in the order.</summary>
    static void Links_and_figures_speak(PdfTree pdf, List<Element> elements)
    {
        Assert.All(elements.Where(e => e.Kind == "/Figure"), f => Assert.False(string.IsNullOrWhiteSpace(pdf.Text(f.Value, "/Alt") ?? pdf.Text(f.Value, "/ActualText"))));
        var numbers = Numbers(pdf);
        foreach (var note in pdf.Pages.Select(p => pdf.In(p, "/Annots")).OfType<JsonElement>().SelectMany(a => a.EnumerateArray()).Select(pdf.Follow))
        {
            Assert.Equal("/Link", pdf.Name(note, "/Subtype"));
            Assert.False(string.IsNullOrWhiteSpace(pdf.Text(note, "/Contents")));
            Assert.True(pdf.In(note, "/A") is not null || pdf.In(note, "/Dest") is not null);
            Assert.Equal(0, pdf.In(note, "/F")!.Value.GetInt32() & 2); // not hidden
            Assert.Contains(elements, e => e.Kind == "/Link" && e.Reference == numbers[pdf.In(note, "/StructParent")!.Value.GetInt32()].GetString());
        }
        Assert.All(elements.Where(e => e.Kind == "/Link"), l => Assert.Contains(l.Value.GetProperty("/K").EnumerateArray().Select(pdf.Follow), k => pdf.Name(k, "/Type") == "/OBJR"));
    }

    /// <summary>Matterhorn 01-007: what is drawn names its element, and the element names what is drawn.</summary>
    static void Marks_lead_back_to_their_element(PdfTree pdf, List<Element> elements)
    {
        var numbers = Numbers(pdf);
        var pages = pdf.Objects.Where(o => pdf.Name(o.Value, "/Type") == "/Page").ToDictionary(o => o.Reference, o => pdf.In(o.Value, "/StructParents")!.Value.GetInt32());
        var marked = 0;
        foreach (var element in elements)
            foreach (var mark in element.Value.GetProperty("/K").EnumerateArray().Select(pdf.Follow).Where(k => pdf.Name(k, "/Type") == "/MCR"))
            {
                marked++;
                Assert.Equal(element.Reference, numbers[pages[PdfTree.Raw(mark, "/Pg")!]][mark.GetProperty("/MCID").GetInt32()].GetString());
            }
        Assert.Equal(pages.Values.Sum(p => numbers[p].GetArrayLength()), marked);
    }

    static Dictionary<int, JsonElement> Numbers(PdfTree pdf)
    {
        var flat = pdf.In(pdf.In(pdf.In(pdf.Catalog, "/StructTreeRoot")!.Value, "/ParentTree")!.Value, "/Nums")!.Value.EnumerateArray().ToList();
        return flat.Chunk(2).ToDictionary(p => p[0].GetInt32(), p => PdfTree.IsReference(p[1]) && pdf.Follow(p[1]).ValueKind is JsonValueKind.Array ? pdf.Follow(p[1]) : p[1]);
    }

    /// <summary>Matterhorn 10, 31: every sign has its drawing in the file and its meaning.</summary>
    static void Fonts_are_embedded_with_their_meaning(PdfTree pdf)
    {
        var fonts = pdf.Objects.Where(o => pdf.Name(o.Value, "/Type") == "/Font").Select(o => o.Value).ToList();
        Assert.NotEmpty(fonts);
        foreach (var font in fonts.Where(f => pdf.Name(f, "/Subtype") == "/Type0"))
        {
            Assert.NotNull(pdf.In(font, "/ToUnicode"));
            Assert.Equal("/Identity-H", pdf.Name(font, "/Encoding"));
            var inner = pdf.Follow(pdf.In(font, "/DescendantFonts")!.Value.EnumerateArray().Single());
            Assert.NotNull(pdf.In(inner, "/CIDToGIDMap"));
            Assert.NotNull(pdf.In(pdf.In(inner, "/FontDescriptor")!.Value, "/FontFile2"));
        }
        Assert.All(fonts, f => Assert.Contains(pdf.Name(f, "/Subtype"), new[] { "/Type0", "/CIDFontType2" }));
    }
}
