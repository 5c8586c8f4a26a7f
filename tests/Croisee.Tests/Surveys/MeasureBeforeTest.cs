using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>« La mesure d’avant »: figures that were published of a survey that asked the same, beside those of today. These tests move the clock forward.</summary>
public sealed class MeasureBeforeTest(Place place) : IClassFixture<Place>
{
    const string Before = "La mesure d’avant";

    static string Whole(GivenSurvey given) => $"/enquetes/{given.Survey.Reference}/resultats";

    async Task<Page> Read(string path)
    {
        await place.Given.TheJobRan(PublishFigures.Job);
        using var browser = place.Browser();
        return await browser.Open(path);
    }

    /// <summary>Forty answers, of which twenty-six say yes, in each place; everything settled.</summary>
    Task<GivenSurvey> Settled(params string[] otherPlaces) => Settled(null, otherPlaces);

    async Task<GivenSurvey> Settled(QuestionnaireContent? content, string[] otherPlaces)
    {
        var given = await place.Given.AnOpenSurvey(content: content, closesOn: place.Clock.ParisToday(), otherPlaces: otherPlaces);
        for (var at = 0; at <= otherPlaces.Length; at++) await place.Given.TheyAnswered(given, 40, atPlace: at, choice: i => i < 26 ? 0 : 1);
        place.Clock.Set(given.Survey.LastPapersOn.EndOfParisDay().AddSeconds(1));
        await place.Given.TheJobRan(PublishFigures.Job);
        return given;
    }

    async Task<GivenSurvey> Again(GivenSurvey given, QuestionnaireContent? changed = null, params string[] otherPlaces)
    {
        var again = await place.Given.TheSameAgain(given, changed, otherPlaces);
        for (var at = 0; at <= otherPlaces.Length; at++) await place.Given.TheyAnswered(again, 40, atPlace: at, choice: i => i < 14 ? 0 : 1);
        return again;
    }

    [Fact]
    public async Task A_survey_that_asks_the_same_again_is_read_beside_the_one_before()
    {
        var again = await Again(await Settled());
        var page = await Read(Whole(again));
        var details = page.Document.QuerySelectorAll("section.result details").First(d => Page.Text(d.QuerySelector("summary")) == Before);
        Assert.Equal(["Oui", "environ 65 %", "environ 35 %"], details.QuerySelector("tbody tr")!.Children.Select(Page.Text));
        Assert.Contains("Ce ne sont pas forcément les mêmes personnes", page.TextContent, StringComparison.Ordinal);
        using var browser = place.Browser();
        Assert.Contains("La fois d’avant :", (await browser.Open(Whole(again) + "?lecture=facile")).TextContent, StringComparison.Ordinal);
    }

    /// <summary>Words may be corrected between two measures that ask the same: an answer stays the one of its code.</summary>
    [Fact]
    public async Task An_answer_whose_words_were_corrected_is_read_beside_itself()
    {
        static QuestionnaireContent Asking(string yes) => new(new Wording("Venir")) { Sections = [new("p1") { Questions = [new("venir", QuestionKind.Single, new Wording("Vous venez ?")) { Options = [new("OUI", new Wording(yes)), new("NON", new Wording("Non"))] }] }] };
        var again = await Again(await Settled(Asking("Oui"), []), Asking("Oui, je viens"));
        var page = await Read(Whole(again));
        var details = page.Document.QuerySelectorAll("section.result details").First(d => Page.Text(d.QuerySelector("summary")) == Before);
        Assert.Equal(["Oui, je viens", "environ 65 %", "environ 35 %"], details.QuerySelector("tbody tr")!.Children.Select(Page.Text));
    }

    /// <summary>Nobody answered the survey between: it measured nothing, and hides no measure.</summary>
    [Theory, InlineData(), InlineData("Foyer du Port", "Maison des Vignes")]
    public async Task The_last_survey_that_showed_something_is_the_one_before(params string[] otherPlaces)
    {
        var first = await Settled(otherPlaces);
        var empty = await place.Given.TheSameAgain(first, null, otherPlaces);
        place.Clock.Set(empty.Survey.LastPapersOn.EndOfParisDay().AddSeconds(1));
        await place.Given.TheJobRan(PublishFigures.Job);
        Assert.NotNull(await place.Db(db => db.Surveys.Where(s => s.Id == empty.Survey.Id).Select(s => s.SettledAt).SingleAsync()));
        Assert.Contains(Before, (await Read(Whole(await Again(first, null, otherPlaces)))).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_asks_something_else_is_read_by_itself()
    {
        var before = await Settled();
        var changed = before.Content with { Sections = [.. before.Content.Sections.Select((s, i) => i > 0 ? s : s with { Questions = [s.Questions[0] with { Scale = "V-ACCORD5" }, .. s.Questions.Skip(1)] })] };
        Assert.DoesNotContain(Before, (await Read(Whole(await Again(before, changed)))).TextContent, StringComparison.Ordinal);
    }

    /// <summary>CMP-R1: what a place's own code opened is not opened to everybody because the next survey has no other place.</summary>
    [Fact]
    public async Task A_place_stands_beside_itself_and_its_figures_stay_for_who_has_its_code()
    {
        var again = await Again(await Settled("Foyer du Port", "Maison des Vignes"));
        Assert.DoesNotContain(Before, (await Read(Whole(again))).TextContent, StringComparison.Ordinal);
        Assert.Contains(Before, (await Read($"/repondre/{again.Code}/resultats")).TextContent, StringComparison.Ordinal);
    }
}
