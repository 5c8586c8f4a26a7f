using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>What a page, a file and a wall say where little can be shown: never an empty hole, never more than the figures do.</summary>
public sealed class ShownResultsTest(Place place) : IClassFixture<Place>
{
    static string Path(GivenSurvey given, string part) => $"/enquetes/{given.Survey.Reference}/{part}";

    async Task<Browser> Published()
    {
        await place.Given.TheJobRan(PublishFigures.Job);
        return place.Browser();
    }

    [Fact]
    public async Task A_cut_of_which_nothing_can_be_shown_says_so_in_one_line()
    {
        var given = await place.Given.AnOpenSurvey();
        await place.Given.TheyAnswered(given, 20, choice: i => i % 2);
        await place.Given.TheyAnswered(given, 3, mode: "proche_a_la_place");
        using var browser = await Published();
        var page = await browser.Open(Path(given, "resultats"));
        var questions = page.Document.QuerySelectorAll("section.result").Where(s => s.QuerySelector("table") is not null).ToList();
        Assert.NotEmpty(questions);
        Assert.All(questions, q => Assert.Single(q.QuerySelectorAll("p.apart"), p => Page.Text(p) == "Selon la manière de répondre : Non affiché (effectif trop petit)"));
        var lines = (await browser.Open(Path(given, "fichier/csv"))).Source.Split('\n').Where(l => l.Contains(";maniere;", StringComparison.Ordinal)).ToList();
        Assert.Equal(questions.Count, lines.Count);
        Assert.All(lines, l => Assert.Contains(";maniere;;;;;;;;;;Non affiché (effectif trop petit)", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_poster_names_all_that_come_first_alike()
    {
        var given = await place.Given.AnOpenSurvey();
        await place.Given.TheyAnswered(given, 40, choice: i => i % 2);
        using var browser = await Published();
        var first = (await browser.Open(Path(given, "affiche"))).Document.QuerySelector("ul.said li")!;
        Assert.EndsWith("5 personnes sur 10 ont répondu : « Oui ». Environ autant de personnes ont répondu : « Non ».", Page.Text(first), StringComparison.Ordinal);
        Assert.Equal(2, first.QuerySelectorAll("img").Length);
    }

    [Fact]
    public async Task A_poster_names_one_where_one_comes_first()
    {
        var given = await place.Given.AnOpenSurvey();
        await place.Given.TheyAnswered(given, 40, choice: i => i < 28 ? 0 : 1);
        using var browser = await Published();
        var first = (await browser.Open(Path(given, "affiche"))).Document.QuerySelector("ul.said li")!;
        Assert.EndsWith("7 personnes sur 10 ont répondu : « Oui ».", Page.Text(first), StringComparison.Ordinal);
        Assert.Single(first.QuerySelectorAll("img"));
    }

    /// <summary>Whoever answered a question finds it again: with figures, with phrases, or with a sentence that says why there are none.</summary>
    [Fact]
    public async Task No_question_is_missing_without_a_word()
    {
        var content = Given.EveryKind with { Sections = [.. Given.EveryKind.Sections, new("qui") { Questions = [Describing("age"), Describing("depuis")] }] };
        var given = await place.Given.AnOpenSurvey(content: content, eligible: null);
        await place.Given.TheyAnswered(given, 20, choice: i => i % 2, texts: [.. Enumerable.Repeat("Un banc.", 12)]);
        using var browser = await Published();
        var page = await browser.Open(Path(given, "resultats"));
        foreach (var field in content.Fields) Assert.Contains(field.Text.Text, page.Document.QuerySelectorAll("section.result h2").Select(h => Page.Text(h).Replace(" (ce que chacun a mis en premier)", "", StringComparison.Ordinal)));
        string Why(string question) => Page.Text(page.Document.QuerySelectorAll("section.result").Single(s => Page.Text(s.QuerySelector("h2")) == question).QuerySelector(".notice"));
        // Somebody wrote under one of them, nobody under the other: the page says the same of both.
        Assert.Equal("Pas encore de phrase à montrer. Elles viennent par paquets, une fois relues.", Why("Un mot ?"));
        Assert.Equal(Why("Un mot ?"), Why("Que faut-il changer ?"));
        Assert.Equal(ResultLines.Cutting, Why("age ?"));
        Assert.Equal(ResultLines.Describing, Why("depuis ?"));
        var rows = (await browser.Open(Path(given, "fichier/csv"))).Source.Split('\n').Where(l => l.Contains(';', StringComparison.Ordinal)).Select(l => l.Trim('\r').Split(';')).ToList();
        foreach (var code in new[] { "mot", "texte", "age", "depuis" }) Assert.NotEqual("", Assert.Single(rows, r => r[5] == code)[^1]);
        // CMP-R6: the rate is always told, also where it is not known.
        Assert.Equal(("20", "24", "", "Non connu : on ne sait pas combien de personnes pouvaient répondre."), rows.Where(r => r[8] == "taux_de_reponse").Select(r => (r[9], r[10], r[14], r[^1])).Single());
        // Declared since: that it is not known would be untrue, and the page does not say it either.
        await place.Db(db => db.Write(d => d.SurveyPlaces.Where(p => p.Id == given.Place.Id).ExecuteUpdate(s => s.SetProperty(p => p.Eligible, 60))));
        await place.App.Services.GetRequiredService<Microsoft.AspNetCore.OutputCaching.IOutputCacheStore>().EvictByTagAsync(Croisee.Ui.PublicCache.Tag, TestContext.Current.CancellationToken);
        Assert.EndsWith(";Non publié.", (await browser.Open(Path(given, "fichier/csv"))).Source.Split('\n').Single(l => l.Contains(";taux_de_reponse;", StringComparison.Ordinal) && !l.StartsWith(';')).Trim('\r'), StringComparison.Ordinal);

        static AskedQuestion Describing(string code) => new(code, QuestionKind.Single, new Wording(code + " ?")) { Describes = true, Options = [new("A", new Wording("a")), new("B", new Wording("b"))] };
    }

    /// <summary>After the end nobody waits for more.</summary>
    [Fact]
    public async Task A_poster_of_an_ended_survey_does_not_say_not_yet()
    {
        var given = await place.Given.AnOpenSurvey(closesOn: place.Clock.ParisToday());
        await place.Given.TheyAnswered(given, 4);
        using (var before = await Published()) Assert.Contains("Pas encore assez de réponses.", (await before.Open(Path(given, "affiche"))).TextContent, StringComparison.Ordinal);
        place.Clock.Advance(TimeSpan.FromDays(2));
        using (var after = await Published())
        {
            var poster = (await after.Open(Path(given, "affiche") + "?apres")).TextContent;
            Assert.Contains("Pas assez de réponses à ce jour. Des réponses sur papier peuvent s’ajouter jusqu’au", poster, StringComparison.Ordinal);
            Assert.DoesNotContain("Pas encore", poster, StringComparison.Ordinal);
        }

        place.Clock.Set(given.Survey.LastPapersOn.EndOfParisDay().AddSeconds(1));
        using var settled = await Published();
        Assert.Contains("Trop peu de personnes ont répondu pour montrer des résultats.", (await settled.Open(Path(given, "affiche") + "?fin")).TextContent, StringComparison.Ordinal);
    }
}
