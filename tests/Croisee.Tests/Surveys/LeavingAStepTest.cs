using Croisee.Surveys;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>One question at a time: whoever goes back, keeps for later or asks to be left alone loses nothing of what they just typed, right or not.</summary>
public sealed class LeavingAStepTest(Place place) : IClassFixture<Place>
{
    static QuestionnaireContent Short => new(new Wording("Court"))
    {
        Sections = [new("debut") { Questions = [new("mot", QuestionKind.ShortText, new Wording("Un mot ?")), new("fois", QuestionKind.Number, new Wording("Combien de fois ?")) { Least = 0, Most = 12 }] }],
    };

    static string? Typed(Page page, string label) => page.Form("Suivant").Value(label);

    [Fact]
    public async Task Going_back_keeps_what_was_typed_and_says_what_is_wrong_with_it_when_one_comes_again()
    {
        var given = await place.Given.AnOpenSurvey(content: Short);
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Fill("Un mot ?", "Merci").Send();
        page = await page.Form("Revenir").Fill("Combien de fois ?", "souvent").Send();
        Assert.Equal(("Question 1 sur 2", "Merci"), (page.Heading, Typed(page, "Un mot ?")));
        page = await page.Form("Suivant").Send();
        Assert.Equal("souvent", Typed(page, "Combien de fois ?"));
        Assert.Contains("Écrivez un nombre entier, en chiffres.", page.TextContent, StringComparison.Ordinal);
        // Past it by the address: the end leads back to what is not right, and nothing wrong is sent.
        page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas/fin")).Form("Envoyer mes réponses").Send();
        Assert.Equal("Question 2 sur 2", page.Heading);
        Assert.Equal(0, await place.Db(db => db.AnswerSheets.CountAsync(s => s.SurveyId == given.Survey.Id)));
        page = await (await page.Form("Suivant").Fill("Combien de fois ?", "3").Send()).Form("Envoyer mes réponses").Send();
        Assert.Equal("Merci, vos réponses sont arrivées", page.Heading);
        Assert.Equal(["3"], (await place.Db(db => db.AnswerSheets.AsNoTracking().SingleAsync(s => s.SurveyId == given.Survey.Id))).Given()["fois"]);
    }

    [Fact]
    public async Task Left_alone_the_same_question_still_holds_what_was_typed()
    {
        var given = await place.Given.AnOpenSurvey(content: Short);
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas?par=entretien-aide_pair")).Form("Laissez-moi seul").Fill("Un mot ?", "Un seul").Send();
        Assert.Equal(("Question 1 sur 2", "Un seul"), (page.Heading, Typed(page, "Un mot ?")));
        Assert.DoesNotContain("Vous aidez", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kept_for_later_with_what_was_just_typed_and_who_helped()
    {
        var given = await place.Given.AnOpenSurvey(content: Short);
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Garder pour plus tard").Fill("Un mot ?", "À suivre").Send();
        page = await page.Form("Garder et voir mon code").Send();
        page = await page.Form("Continuer maintenant").Send();
        page = await page.Form("Revenir").Send();
        Assert.Equal("À suivre", Typed(page, "Un mot ?"));
        page = await (await page.Form("Suivant").Send()).Form("Passer cette question").Send();
        page = await page.Form("Revenir").Choose("J’ai répondu seul").Send();
        page = await page.Form("Passer cette question").Send();
        await page.Form("Envoyer mes réponses").Send();
        Assert.Equal("seul", (await place.Db(db => db.AnswerSheets.AsNoTracking().SingleAsync(s => s.SurveyId == given.Survey.Id))).Mode);
    }

    /// <summary>The Enter key presses the first button of a form: it must be the one that goes on.</summary>
    [Theory, InlineData(""), InlineData("?par=entretien-aide_pair")]
    public async Task The_first_button_of_the_form_goes_on(string way)
    {
        var given = await place.Given.AnOpenSurvey(content: Short);
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas{way}")).Form("Suivant").Fill("Un mot ?", "Oui").Send();
        var first = page.Document.QuerySelector("form.step button, form.step input[type=submit]")!;
        Assert.Equal(("Suivant", null), (Page.Text(first), first.GetAttribute("name")));
        page = await page.Form("Passer cette question").Send();
        Assert.Equal("Envoyer mes réponses", Page.Text(page.Document.QuerySelector("form.step button")));
    }
}
