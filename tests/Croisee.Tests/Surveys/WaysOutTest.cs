using AngleSharp.Dom;
using Croisee.Surveys.Content;
using Croisee.Words;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>In every mode and language: pass, refuse, stop and erase are there, in the order of the page; by keyboard alone nothing jumps and nothing hides where one is.</summary>
public sealed partial class WaysOutTest(Place place) : IClassFixture<Place>
{
    static QuestionnaireContent Content
    {
        get
        {
            var content = Given.EveryKind.Each((_, key, text) => key == "q.connu" ? text with { Proxy = "D’après vous, votre proche connaît le conseil." } : text) with { Languages = [new("en", "English", TranslationState.Draft), new("ar", "العربية", TranslationState.Draft, RightToLeft: true)] };
            foreach (var tag in new[] { "en", "ar" })
            {
                var missing = content.TextsIn(tag).Where(t => t.Said is null).Select(t => t.Key).ToHashSet();
                content = content.Translate(tag, key => missing.Contains(key) ? tag + " " + key : null);
            }
            return content with { Languages = [.. content.Languages.Select(l => l with { State = TranslationState.Validated })] };
        }
    }

    public static TheoryData<string> Ways => ["", "par=borne", "par=entretien-aide_pair", "par=telephone-aide_proche", "par=entretien-observation", "pour=proche", "langue=en", "langue=ar", "langue=en&par=borne", "langue=ar&par=entretien-aide_pair"];

    static string Said(string french, string way) => way.Contains("langue=", StringComparison.Ordinal) ? HouseTongues.Said(way.Split("langue=")[1][..2], french)! : french;

    [Theory, MemberData(nameof(Ways))]
    public async Task Each_screen_has_its_ways_out_in_order(string way)
    {
        var given = await place.Given.AnOpenSurvey(content: Content);
        using var browser = place.Browser();
        foreach (var field in given.Content.Fields.Where(f => f.Code is "connu" or "avis_1" or "lieux" or "ordre").Select(f => f.Code))
        {
            var page = await browser.Open($"/repondre/{given.Code}/pas-a-pas/{field}{(way.Length > 0 ? "?" + way : "")}");
            var stops = Stops(page);
            int At(Func<IElement, bool> which) => stops.FindIndex(e => which(e));
            var answer = At(e => e.GetAttribute("name")?.StartsWith("r.", StringComparison.Ordinal) is true);
            var refusal = At(e => e.GetAttribute("value")?.EndsWith("NVPR", StringComparison.Ordinal) is true);
            var next = At(e => Page.Text(e) == Said("Suivant", way));
            var pass = At(e => e.GetAttribute("value") == "passer" && Page.Text(e) == Said("Passer cette question", way));
            var stop = At(e => e.GetAttribute("href")?.Contains("/effacer", StringComparison.Ordinal) is true && Page.Text(e) == Said("Arrêter et effacer", way));
            Assert.True(answer >= 0 && answer < refusal && refusal < next && next < pass && pass < stop, $"{page.Path}: {answer} {refusal} {next} {pass} {stop}");
            Assert.True(Page.Text(page.Document.QuerySelector($"label[for='{stops[refusal].Id}']")).Length > 0);
            Plain(page);
        }
        Plain(await browser.Open($"/repondre/{given.Code}/questions{(way.Length > 0 ? "?" + way : "")}"));
        var whole = await browser.Open($"/repondre/{given.Code}/questions{(way.Length > 0 ? "?" + way : "")}");
        Assert.Contains(Stops(whole), e => e.GetAttribute("value") == "arreter" && Page.Text(e) == Said("Arrêter et effacer", way));
        Plain(await browser.Open($"/repondre/{given.Code}{(way.Length > 0 ? "?" + way : "")}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("langue=en")]
    [InlineData("langue=ar")]
    public async Task So_has_each_screen_of_a_device(string way)
    {
        var given = await place.Given.AnOpenSurvey(content: Content);
        var device = await PreparedDevice.At(place, given);
        using var browser = device.Browser;
        var page = await browser.Open(device.Path + (way.Length > 0 ? "?" + way : ""));
        foreach (var form in page.Document.QuerySelectorAll("form[data-field]"))
        {
            Assert.Equal(Said("Passer cette question", way), Page.Text(form.QuerySelector("[data-do=pass]")));
            Assert.Equal(Said("Arrêter et effacer", way), Page.Text(form.QuerySelector("[data-do=stop]")));
            Assert.NotNull(form.QuerySelector("[value$=NVPR]"));
        }
        Plain(page);
    }

    /// <summary>Where the Tab key stops, in its order.</summary>
    static List<IElement> Stops(Page page) => [.. page.Document.QuerySelectorAll("main a[href], main button, main input:not([type=hidden]), main select, main textarea, main summary")];

    /// <summary>The order is that of the page, for whoever reads and for whoever tabs.</summary>
    static void Plain(Page page) => Assert.Empty(page.Document.QuerySelectorAll("[tabindex]").Where(e => e.GetAttribute("tabindex") is not ("0" or "-1")).Select(e => e.OuterHtml));

    /// <summary>Where one is, is seen: no style takes the ring away from what a key reaches.</summary>
    [Fact]
    public void No_style_hides_the_focus()
    {
        foreach (var file in House.Repo.Files("src/Croisee/Ui/Css", "*.css"))
            foreach (var rule in House.Repo.Read(file).Split('}').Where(r => Hides().IsMatch(r)))
                Assert.Contains("[tabindex=\"-1\"]", rule, StringComparison.Ordinal);
    }

    [System.Text.RegularExpressions.GeneratedRegex(@":focus[^{]*\{[^}]*outline(-style)?:\s*(0|none)")] private static partial System.Text.RegularExpressions.Regex Hides();
}
