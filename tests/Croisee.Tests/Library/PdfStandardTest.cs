using System.Net;
using System.Text;
using System.Text.Json;
using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Library.Collections;
using Croisee.Surveys.Content;
using Croisee.Ui.Paper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>
/// What PDF/UA-1 (ISO 14289-1) asks and a program can see, rule by rule as the Matterhorn protocol counts them, over each kind of PDF that we write. No validator of
/// the standard can be had from the registries used here (decision 8): this is what stands for it.
/// </summary>
[Trait("kind", "slow")]
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
        await Keeps(browser, $"/experiences/{given.Reference}/{kind}");
    }

    /// <summary>A booklet with all that it may hold: an introduction in paragraphs, lists and quotes, a note, a sheet that was withdrawn, a long title.</summary>
    [Fact]
    public async Task Keeps_them_in_a_booklet()
    {
        if (!HasFonts) return;
        var (call, now) = (await place.Given.AnOpenCall(), place.Clock.UtcNow());
        var (one, other, gone) = (await place.Given.APublishedSheet(call, "Une fiche du dossier dont le titre est si long qu’il prend deux lignes dans le sommaire du livret", Told, remarkable: true), await place.Given.APublishedSheet(call, "Une autre, sans rien"), await place.Given.APublishedSheet(call, "Celle qui est partie"));
        var collection = new Collection(Guid.CreateVersion7(), (await place.Given.AnAccount("Danièle")).Id, "Un dossier à lire à haute voix", "# Un titre écrit ici\n\nPour **commencer**, [un lien](/repertoire).\n\n1. un\n2. deux\n   - et demi\n\n> Une parole citée.\n\n### Un autre titre", now);
        collection.Add([one.Id, gone.Id, other.Id], now);
        collection.Note(one.Id, "Elle dit *comment* commencer :\n\n- d’abord\n- ensuite", now);
        collection.Publish((await place.Given.AnOrganisation()).Id, now);
        await place.Given.Added(collection);
        await (await (await place.Given.AnAuthorOf(gone)).Open($"/suivre/fiche/{gone.Reference}/retrait")).Form("Retirer").Send();
        using var browser = place.Browser();
        var text = await Keeps(browser, $"/dossiers/{collection.Reference}/pdf");
        Assert.Contains("Une parole citée.", text);
        Assert.Contains("cette fiche a été retirée par ses auteurs", text);
    }

    /// <summary>What people fill with a pen is read aloud too; with and without titles of parts, since nothing asks a questionnaire for them.</summary>
    [Theory]
    [InlineData("courant", false), InlineData("grand", false), InlineData("facile", false), InlineData("courant", true), InlineData("facile", true)]
    public async Task Keeps_them_in_a_questionnaire_on_paper(string words, bool titled)
    {
        if (!HasFonts) return;
        var sections = Croisee.Tests.Given.EveryKind.Sections;
        var content = titled ? Croisee.Tests.Given.EveryKind with { Sections = [sections[0], sections[1] with { Title = new Wording("La suite") }] } : Croisee.Tests.Given.EveryKind;
        var given = await place.Given.AnOpenSurvey(content: content);
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Croisee.People.Role.Organiser, given.Survey.Organisation));
        await Keeps(browser, $"/bureau/enquetes/{given.Survey.Reference}/papier/{given.Code}/{words}.pdf");
    }

    bool HasFonts => place.App.Services.GetRequiredService<PaperFonts>().Set is not null;

    /// <returns>What the file lets read.</returns>
    static async Task<string> Keeps(Browser browser, string path)
    {
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
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
        return await tools.Text();
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
