using System.IO.Compression;
using System.Net;
using System.Text;
using Croisee.Data;
using Croisee.Framework;
using Croisee.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The library over HTTP: counts are true, every address has an answer, pages are light.</summary>
public sealed class CatalogueTest(Place place) : IClassFixture<Place>
{
    const int Sheets = SomeLibrary.Sheets;

    Task ALibrary() => SomeLibrary.In(place);

    [Fact]
    public async Task Counts_each_facet_as_a_reader_would_by_hand()
    {
        await ALibrary();
        var contents = (await place.Db(db => db.Sheets.AsNoTracking().Select(s => s.Content).ToListAsync())).Select(SheetContent.FromJson).ToList();
        foreach (var query in new[] { "", "?region=R53", "?region=R53&region=R32&contexte=CTX3_SOINS", "?remarquable=oui&q=usager" })
        {
            var asked = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Where(p => p[0] != "q").ToLookup(p => p[0], p => p[1]);
            foreach (var facet in SheetFacets.Listed)
            {
                var page = await place.Browser().Open("/repertoire" + query + (query.Length == 0 ? "?" : "&") + "voir=" + facet.Field);
                // Each facet counts what the other facets leave.
                var left = contents.Where(c => asked.Where(a => a.Key != facet.Field).All(a => a.Any(code => SheetFacets.CodesOf(c).Contains((a.Key, code))))).ToList();
                var expected = left.SelectMany(c => SheetFacets.CodesOf(c).Where(x => x.Field == facet.Field).Select(x => x.Code)).CountBy(c => c).ToDictionary();
                foreach (var (code, count) in expected)
                    Assert.Contains(page.Document.QuerySelectorAll(".facet a"), a => IsChoice(a.GetAttribute("href")!, facet.Field, code, asked[facet.Field].Contains(code)) && Page.Text(a.QuerySelector("span")) == count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            var total = contents.Count(c => asked.All(a => a.Any(code => SheetFacets.CodesOf(c).Contains((a.Key, code)))));
            Assert.StartsWith(total + " expérience", Page.Text((await place.Browser().Open("/repertoire" + query)).Document.QuerySelector("[role=status] b")));
        }
    }

    static bool IsChoice(string href, string field, string code, bool chosen) => href.Split('?', '&').Contains($"{field}={code}") != chosen;

    [Theory]
    [InlineData("?q=%00%FF%ED%A0%80"), InlineData("?q=AND+OR+NOT+%22+%28+%2A"), InlineData("?q=%F0%9F%8F%A1+%E2%80%8F"), InlineData("?contexte=CTX2_ACCOMPAGNEMENT&contexte=CTX2_ACCOMPAGNEMENT"), InlineData("?q="), InlineData("?utm_source=x")]
    public async Task Answers_any_words(string query)
    {
        await ALibrary();
        Assert.Equal(HttpStatusCode.OK, (await place.Browser().Open("/repertoire" + query)).Status);
    }

    /// <summary>Tabs, history and bookmarks tell one state from another.</summary>
    [Theory]
    [InlineData("", "Répertoire des expériences – page 1 sur {0}"), InlineData("?page=2", "Répertoire des expériences – page 2 sur {0}"), InlineData("?q=motquenullefichenedit&region=R53", "Répertoire des expériences – « motquenullefichenedit » – 1 choix")]
    public async Task Says_the_state_in_the_title(string query, string title)
    {
        await ALibrary();
        var page = await place.Browser().Open("/repertoire" + query);
        var pages = page.Document.QuerySelectorAll("nav.pages a[aria-current], nav.pages a").Select(a => int.TryParse(Page.Text(a), out var n) ? n : 0).DefaultIfEmpty(0).Max();
        Assert.StartsWith(string.Format(System.Globalization.CultureInfo.InvariantCulture, title, pages), Page.Text(page.Document.Title!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Narrows_to_the_sheets_of_a_call_as_its_page_links_to_them()
    {
        await ALibrary();
        var call = await place.Given.AnOpenCall(null, "Un appel qui filtre", closesOn: place.Clock.ParisToday().AddDays(1));
        await place.Given.APublishedSheet(call, "Une fiche de cet appel");
        // The link is on the page of a call that has ended.
        place.Clock.Advance(TimeSpan.FromDays(3));
        var link = (await place.Browser().Open($"/appels/{call.Slug}")).Document.QuerySelectorAll("main a").Single(a => a.GetAttribute("href")!.StartsWith("/repertoire?appel=", StringComparison.Ordinal)).GetAttribute("href")!;
        var page = await place.Browser().Open(link);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["Une fiche de cet appel"], page.Document.QuerySelectorAll(".result h2").Select(Page.Text));
        var chosen = page.Document.QuerySelectorAll("[aria-label='Choix en cours'] a").First();
        Assert.StartsWith("Appel : Un appel qui filtre", Page.Text(chosen));
        Assert.Equal("/repertoire", chosen.GetAttribute("href"));
        var nothing = await place.Browser().Open("/repertoire?appel=un-appel-inconnu-zzzz");
        Assert.Equal(HttpStatusCode.OK, nothing.Status);
        Assert.Contains("Aucune fiche ne correspond", nothing.TextContent);
    }

    [Theory]
    [InlineData("?contexte=NIMPORTE"), InlineData("?region=R53&region=%3Cscript%3E"), InlineData("?tri=hasard"), InlineData("?page=0"), InlineData("?page=-1"), InlineData("?page=abc"), InlineData("?page=99999999999999999999"), InlineData("?page=49999"),
     InlineData("?page=1.5"), InlineData("?voir=rien"), InlineData("?annee=12"), InlineData("?annee=%D9%A2%D9%A0%D9%A1%D9%A9"), InlineData("?remarquable=non"), InlineData("?appel=%3Cscript%3E"), InlineData("?appel=-x"), InlineData("?degre=")]
    public async Task Says_what_it_does_not_understand_and_shows_the_rest(string query)
    {
        await ALibrary();
        var page = await place.Browser().Open("/repertoire" + query);
        if (query == "?degre=") { Assert.Equal(HttpStatusCode.OK, page.Status); return; }
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("n’est pas comprise", page.TextContent);
        Assert.NotEmpty(page.Document.QuerySelectorAll(".result"));
        Assert.DoesNotContain("<script>", page.Source.Split("</head>")[1]);
    }

    [Fact]
    public async Task Cuts_a_text_that_is_too_long()
    {
        await ALibrary();
        var page = await place.Browser().Open("/repertoire?q=" + new string('a', 3000));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("trop longue", page.TextContent);
    }

    [Fact]
    public async Task Walks_through_the_pages_and_finds_each_sheet_once()
    {
        await ALibrary();
        // Other tests of this place publish too.
        var sheets = await place.Db(db => db.Sheets.CountAsync(s => s.WithdrawnAt == null));
        var page = await place.Browser().Open("/repertoire?tri=titre");
        var titles = Titles(page);
        while (page.Document.QuerySelector("[rel=next]") is { } next) titles.AddRange(Titles(page = await place.Browser().Open(next.GetAttribute("href")!)));
        Assert.True(sheets >= Sheets);
        Assert.Equal(sheets, titles.Count);
        Assert.Equal(sheets, titles.Distinct().Count());
        Assert.Equal(titles.OrderBy(t => FrenchAnalyser.Fold(t), StringComparer.Ordinal), titles);
        static List<string> Titles(Page page) => [.. page.Document.QuerySelectorAll(".result h2").Select(Page.Text)];
    }

    [Fact]
    public async Task Marks_the_words_that_were_found_and_carries_the_choices_along()
    {
        await ALibrary();
        var page = await place.Browser().Open("/repertoire?q=usager&remarquable=oui");
        Assert.Equal("usagers", Page.Text(page.Document.QuerySelector(".result mark")));
        var again = await page.Form("Chercher").Fill("Mots, lieu ou structure", "foyer").Send();
        Assert.Contains("remarquable=oui", again.Path);
        Assert.Equal(8, again.Document.QuerySelectorAll(".result").Length);
    }

    [Theory]
    [InlineData("/repertoire"), InlineData("/repertoire?q=usager"), InlineData("/experiences/{0}"), InlineData("/experiences/{0}/facile")]
    public async Task Fits_the_first_window_of_a_network(string path)
    {
        await ALibrary();
        var reference = await place.Db(db => db.Sheets.OrderBy(s => s.PublishedAt).Select(s => s.Reference).FirstAsync());
        var page = await place.Browser().Open(string.Format(null, path, reference));
        // What only paper needs is not asked for before the page is shown.
        var css = page.Document.QuerySelectorAll("link[rel=stylesheet]:not([media=print])").Select(l => l.GetAttribute("href")!).ToList();
        var weight = Weight(page.Source);
        foreach (var sheet in css) weight += Weight((await place.Browser().Open(sheet)).Source);
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {Weight(page.Source)} bytes of page, {weight} with its style");
        Assert.True(weight <= 14_000, $"{path} weighs {weight} bytes compressed with its style ({Weight(page.Source)} alone).");
    }

    static int Weight(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return (int)packed.Length;
    }

    [Fact]
    public async Task Reads_easily_in_easy_mode()
    {
        await ALibrary();
        var browser = place.Browser();
        var page = await browser.Open("/repertoire?lecture=facile");
        Assert.Contains("easy", page.Document.DocumentElement.ClassList);
        Assert.True(page.Document.QuerySelectorAll(".facet").Length <= 4);
        Assert.Contains("On a choisi ensemble.", Page.Text(page.Document.QuerySelector(".result p:not(.meta)")));
    }

    [Fact]
    public async Task Illustrates_the_terms_of_the_framework_with_the_chosen_first()
    {
        await ALibrary();
        string[] asked = ["REG4_INITIATIVE", .. Vocabularies.Degree.Terms.Select(t => t.Code)];
        var found = await place.With(s => s.GetServices<IFrameworkExamples>().Single(e => e is SheetExamples).Find(asked, 2, CancellationToken.None));
        var rows = await place.Db(db => db.Sheets.AsNoTracking().Select(s => new { s.Reference, s.Content, s.Remarkable }).ToListAsync());
        foreach (var code in asked)
        {
            var holding = rows.Where(r => SheetFacets.CodesOf(SheetContent.FromJson(r.Content)).Any(c => c.Code == code)).ToList();
            var shown = found.Where(e => e.Code == code).Select(e => rows.Single(r => e.Path == "/experiences/" + r.Reference)).ToList();
            Assert.Equal(Math.Min(2, holding.Count), shown.Count);
            Assert.Equal(Math.Min(2, holding.Count(h => h.Remarkable)), shown.Count(s => s.Remarkable));
        }
    }

    [Fact]
    public async Task Says_that_a_year_is_the_one_of_the_beginning()
    {
        await SomeLibrary.In(place);
        var page = await place.Browser().Open("/repertoire?annee=2015");
        Assert.Contains("Commencée en 2015", page.TextContent);
        Assert.DoesNotContain("Depuis 2015", page.TextContent);
    }
}
