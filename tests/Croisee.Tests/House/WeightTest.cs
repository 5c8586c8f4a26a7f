using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>Light pages are read on an old phone in a building with thick walls: 14,000 bytes is what one round trip carries.</summary>
public sealed class WeightTest(TwoSidesPlace place) : IClassFixture<TwoSidesPlace>
{
    const int BytesMax = 14_000, RequestsMax = 6;

    [Theory]
    [InlineData("/")]
    [InlineData("/appels")]
    [InlineData("/appels/{slug}")]
    [InlineData("/experiences/{reference}")]
    [InlineData("/repertoire")]
    [InlineData("/cadre")]
    [InlineData("/deposer/fiche/{reference}/origine")]
    public async Task Keeps_a_page_light_and_to_itself(string route)
    {
        var (page, source) = await Read(route);
        var assets = Assets(page.Document).ToList();
        var faults = new List<string>();
        foreach (var asset in assets.Where(a => a.Contains("//", StringComparison.Ordinal) || a.StartsWith("data:", StringComparison.Ordinal))) faults.Add("not ours: " + asset);
        if (1 + assets.Count > RequestsMax) faults.Add($"{1 + assets.Count} requests: {string.Join(' ', assets)}");
        var sheet = page.Document.QuerySelector("link[rel=stylesheet][href*='croisee']")!.GetAttribute("href")!;
        using var browser = place.Browser();
        var (html, css) = (Zipped(source), Zipped((await browser.Open(sheet)).Source));
        if (html + css > BytesMax) faults.Add($"{html} bytes of HTML and {css} of CSS, zipped: {html + css} > {BytesMax}");
        Repo.None(faults.Select(f => route + ": " + f), $"A page weighs {BytesMax} bytes with its style sheet, asks for {RequestsMax} things, all from here:");
    }

    /// <summary>Asked in a street, on a wall's network: the questions come whole, with their look, in one answer and without a script.</summary>
    [Fact]
    public async Task Puts_a_whole_questionnaire_in_one_request()
    {
        var (page, source) = await Read("/repondre/{code}/questions");
        // A browser asks for the icon of a site once, whatever the page.
        Assert.Equal("/icon", Assert.Single(Assets(page.Document))[..5]);
        Assert.Empty(page.Document.QuerySelectorAll("script"));
        var style = Assert.Single(page.Document.QuerySelectorAll("style")).TextContent;
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        // A button that looks like nothing is found by nobody.
        var classes = page.Document.QuerySelectorAll("main [class], header [class]").SelectMany(e => e.ClassList).Except(["choices"]).Distinct().Order(StringComparer.Ordinal);
        Repo.None(classes.Where(c => !System.Text.RegularExpressions.Regex.IsMatch(style, $@"\.{System.Text.RegularExpressions.Regex.Escape(c)}(?![\w-])")), "These are shown by the page of questions and drawn by nothing in its sheet:");
        Assert.Matches(@"\.btn ?\{[^}]*background", style);
        Assert.InRange(Zipped(source), 1, BytesMax);
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"'sha256-{hash}'", string.Join("", page.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    /// <summary>Nothing that a reader does needs a script: the markup holds none that would be missed.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/appels/{slug}")]
    [InlineData("/repertoire")]
    [InlineData("/deposer/fiche/{reference}/origine")]
    public async Task Needs_no_script(string route)
    {
        var (page, _) = await Read(route);
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src]):not([type='application/ld+json'])"));
        Assert.DoesNotContain(page.Document.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.Empty(page.Document.QuerySelectorAll("a[href^='javascript:'], button[type=button]"));
    }

    async Task<(Page Page, string Source)> Read(string route)
    {
        var screen = place.Screens.Single(s => s.Route == route);
        using var browser = place.Sides.Own.Viewers.First(v => screen.Sees(v)).On(place);
        var page = await browser.Open(place.Sides.Own.Side.PathOf(route));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return (page, page.Source);
    }

    static IEnumerable<string> Assets(IDocument document) =>
        document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload], script[src], img[src], source[src], iframe[src], video[src], audio[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Distinct();

    static int Zipped(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return (int)target.Length;
    }
}
