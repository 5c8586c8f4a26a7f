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

    /// <summary>RGP-R2: whoever leaves the question and comes back past it is told all the same, once.</summary>
    [Fact]
    public async Task A_name_typed_before_leaving_is_said_before_it_is_sent()
    {
        var given = await place.Given.AnOpenSurvey(content: Short with { Sections = [Short.Sections[0] with { Questions = [.. Short.Sections[0].Questions.Reverse()] }] });
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Passer cette question").Send();
        page = await (await page.Form("Garder pour plus tard").Fill("Un mot ?", "Mme Dupont est partie.").Send()).Form("Garder et voir mon code").Send();
        page = await page.Form("Continuer maintenant").Send();
        Assert.EndsWith("/fin", page.Path, StringComparison.Ordinal);
        page = await page.Form("Envoyer mes réponses").Send();
        Assert.Equal("Question 2 sur 2", page.Heading);
        Assert.Contains("« Mme Dupont »", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await place.Db(db => db.AnswerTexts.CountAsync(t => t.SurveyId == given.Survey.Id)));
        page = await (await page.Form("Suivant").Send()).Form("Envoyer mes réponses").Send();
        Assert.Equal("Merci, vos réponses sont arrivées", page.Heading);
        Assert.Equal("Mme Dupont est partie.", (await place.Db(db => db.AnswerTexts.AsNoTracking().SingleAsync(t => t.SurveyId == given.Survey.Id))).Text);
    }

    /// <summary>As any other answer: kept as it was left, and not sent before it has as many places as the question asks for.</summary>
    [Fact]
    public async Task An_order_with_too_few_places_is_asked_again_before_it_is_sent()
    {
        var order = new AskedQuestion("ordre", QuestionKind.Ranking, new Wording("Dans quel ordre ?")) { Options = [.. "ABC".Select(c => new AnswerOption(c.ToString(), new Wording("Choix " + c)))], Least = 2, Most = 2 };
        var given = await place.Given.AnOpenSurvey(content: Short with { Sections = [Short.Sections[0] with { Questions = [Short.Sections[0].Questions[0], order] }] });
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Fill("Un mot ?", "Merci").Send();
        // How many is said before anybody is refused.
        var told = page.Document.QuerySelector("fieldset")!.GetAttribute("aria-describedby")!.Split(' ').Select(id => Page.Text(page.Document.GetElementById(id)));
        Assert.Contains("Choisissez 2 réponses.", told);
        await page.Form("Garder pour plus tard").Set("r.ordre.A", "1").Send();
        page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Follow("Continuer");
        Assert.Equal("Question 2 sur 2", page.Heading);
        page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas/fin")).Form("Envoyer mes réponses").Send();
        Assert.Equal("Question 2 sur 2", page.Heading);
        Assert.Contains("Choisissez au moins 2 réponses.", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await place.Db(db => db.AnswerSheets.CountAsync(s => s.SurveyId == given.Survey.Id)));
        await (await page.Form("Suivant").Set("r.ordre.B", "2").Send()).Form("Envoyer mes réponses").Send();
        Assert.Equal(["A", "B"], (await place.Db(db => db.AnswerSheets.AsNoTracking().SingleAsync(s => s.SurveyId == given.Survey.Id))).Given()["ordre"]);
    }

    /// <summary>A browser that remembers what was typed offers it to the next person on a shared tablet, and to whoever shares the device at home.</summary>
    [Fact]
    public async Task No_field_of_an_answer_is_remembered_by_the_browser()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/questions");
        Forgets(page, fields: 4);
        page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas?par=borne")).Form("Suivant").Choose("Oui").Send();
        var written = 0;
        for (; page.Heading.StartsWith("Question", StringComparison.Ordinal); page = await page.Form("Passer cette question").Send()) written += Forgets(page, fields: null);
        Assert.Equal(4, written);
        Forgets(page, fields: 0);
        var device = await PreparedDevice.At(place, given);
        page = await device.Browser.Open(device.Path);
        Assert.All(page.Document.QuerySelectorAll("#appareil form, #appareil :is(input[type=text], input[type=date], textarea)"), e => Assert.Equal("off", e.GetAttribute("autocomplete")));
        device.Browser.Dispose();

        static int Forgets(Page page, int? fields)
        {
            Assert.Equal("off", page.Document.QuerySelector("main form[method=post]")!.GetAttribute("autocomplete"));
            var typed = page.Document.QuerySelectorAll("main form :is(input[type=text], input[type=date], textarea)");
            Assert.All(typed, t => Assert.Equal("off", t.GetAttribute("autocomplete")));
            if (fields is { } count) Assert.Equal(count, typed.Length);
            return typed.Length;
        }
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
