using Croisee.People;
using Croisee.Surveys.Content;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>The preview of the easy mode is what one answers: one question a screen, forward and back, in each language, and nothing to send.</summary>
public sealed class PreviewTest(Place place) : IClassFixture<Place>
{
    [Theory]
    [InlineData("")]
    [InlineData("&langue=ar")]
    public async Task The_easy_mode_shows_one_question_a_screen_as_it_is_answered(string language)
    {
        var content = (Given.EveryKind with { Languages = [new("ar", "العربية", TranslationState.Draft, RightToLeft: true)] }).Translate("ar", key => key.StartsWith("e.", StringComparison.Ordinal) ? null : "نص " + key);
        var given = await place.Given.AnOpenSurvey(content: content);
        using var desk = await place.Given.SignedIn(await place.Given.AnAccount("Regarde", Role.Organiser, given.Survey.Organisation));
        using var person = place.Browser();
        var (next, back) = language.Length > 0 ? ("التالي", "رجوع") : ("Suivant", "Revenir");
        var page = await desk.Open($"/bureau/questionnaires/{given.Questionnaire}/apercu?voir=facile{language}");
        var fields = content.Fields.Select(f => f.Code).ToList();
        foreach (var (code, number) in fields.Select((c, i) => (c, i + 1)))
        {
            var screen = page.Document.QuerySelector("#ecran")!;
            Assert.Equal($"Question {number} sur {fields.Count}", Page.Text(screen.QuerySelector("h2")));
            // One question, with all that the page of somebody who answers has under it.
            var names = screen.QuerySelectorAll("[name^='r.']").Select(e => e.GetAttribute("name")!.Split('.')[1]).Distinct().ToList();
            Assert.Equal([code], names);
            if (number == 1 && language.Length == 0)
            {
                var answered = await person.Open($"/repondre/{given.Code}/pas-a-pas/{code}");
                Assert.Equal(Page.Text(answered.Document.QuerySelector("form.step fieldset")), Page.Text(screen.QuerySelector("form fieldset")));
            }
            Assert.Empty(screen.QuerySelectorAll("button:not([disabled]):not([type=button]), [formaction]"));
            Assert.Equal(number > 1, screen.QuerySelectorAll("a").Any(a => Page.Text(a) == back));
            page = await page.Follow(next);
        }
        var end = page.Document.QuerySelector("#ecran")!;
        Assert.Empty(end.QuerySelectorAll("[name^='r.']"));
        Assert.NotNull(end.QuerySelector("button.btn[disabled]"));
        page = await page.Follow(back);
        Assert.Contains($"Question {fields.Count} sur", Page.Text(page.Document.QuerySelector("#ecran h2")), StringComparison.Ordinal);
        if (language.Length > 0) Assert.Equal("rtl", page.Document.QuerySelector("#ecran form")!.GetAttribute("dir"));
    }

    /// <summary>A question that a condition would leave out is looked at too, with what it depends on.</summary>
    [Fact]
    public async Task A_question_under_a_condition_is_seen_and_says_when_it_is_put()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var desk = await place.Given.SignedIn(await place.Given.AnAccount("Regarde", Role.Organiser, given.Survey.Organisation));
        var page = await desk.Open($"/bureau/questionnaires/{given.Questionnaire}/apercu?voir=facile&ecran=fois");
        Assert.Contains("Combien de réunions ?", Page.Text(page.Document.QuerySelector("#ecran")), StringComparison.Ordinal);
        Assert.Contains("Seulement si vous avez répondu « Oui »", Page.Text(page.Document.QuerySelector("#ecran")), StringComparison.Ordinal);
        // What no question bears shows the first.
        Assert.Contains("Question 1 sur", Page.Text((await desk.Open($"/bureau/questionnaires/{given.Questionnaire}/apercu?voir=facile&ecran=rien")).Document.QuerySelector("#ecran h2")), StringComparison.Ordinal);
    }
}
