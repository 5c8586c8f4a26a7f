using System.Net;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Answering in a language that the house does not speak: only what was validated, from right to left where it is written so, and the same codes as everybody. Around the questions the page stays French, and says so.</summary>
public sealed class LanguageAnswerTest(Place place) : IClassFixture<Place>
{
    static QuestionnaireContent In(TranslationState state)
    {
        var content = Given.EveryKind with { Languages = [new("ps", "پښتو", TranslationState.Draft, RightToLeft: true)], Thanks = new Wording("Merci à tous.") };
        var whole = content.Translate("ps", key => key.StartsWith("e.s.", StringComparison.Ordinal) ? null : "نص " + key);
        return whole with { Languages = [whole.Languages[0] with { State = state }] };
    }

    Task<AnswerSheet> Sheet(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().SingleAsync(s => s.SurveyId == given.Survey.Id));

    [Theory]
    [InlineData(TranslationState.Draft)]
    [InlineData(TranslationState.ReadByNative)]
    public async Task Only_a_validated_language_is_offered(TranslationState state)
    {
        var given = await place.Given.AnOpenSurvey(content: In(state));
        using var browser = place.Browser();
        Assert.DoesNotContain("پښتو", (await browser.Open($"/repondre/{given.Code}")).TextContent, StringComparison.Ordinal);
        var page = await browser.Open($"/repondre/{given.Code}/questions?langue=ps");
        Assert.Contains("Vous connaissez le conseil.", page.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("[dir=rtl]"));
    }

    [Fact]
    public async Task On_one_page_texts_and_scales_are_translated_and_the_codes_are_the_same()
    {
        var given = await place.Given.AnOpenSurvey(content: In(TranslationState.Validated));
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}")).Follow("پښتو");
        Assert.Equal("نص titre", page.Heading);
        Assert.Equal("rtl", page.Document.QuerySelector("h1")!.GetAttribute("dir"));
        // Whether it is anonymous, and how to get out, is said in that language too.
        foreach (var said in new[] { "نص e.m.anonyme", "نص e.m.rien-garde", "نص e.m.libre" }) Assert.Contains(said, page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Vos réponses sont anonymes.", page.TextContent, StringComparison.Ordinal);
        page = await page.Follow("نص e.m.page");
        var questions = page.Document.QuerySelector("form [dir=rtl]")!;
        Assert.Equal("ps", questions.GetAttribute("lang"));
        foreach (var said in new[] { "نص q.connu", "نص e.OUN_OUI", "نص e.ACC5_5", "نص o.lieux.SALON", "نص i.avis_1", "نص e.oui" }) Assert.Contains(said, Page.Text(questions), StringComparison.Ordinal);
        Assert.DoesNotContain("Tout à fait d’accord", Page.Text(questions), StringComparison.Ordinal);
        // What was refused comes back in the same language.
        page = await page.Form("نص e.m.envoyer").Choose("نص e.OUN_OUI", "نص q.connu").Send();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form("نص e.m.envoyer").Choose("نص e.ACC5_5", "نص i.avis_1").Choose("نص o.lieux.SALON").Fill("نص q.texte", "مقعد").Choose("نص e.oui", "نص q.accord").Send();
        Assert.Equal("نص e.m.merci", page.Heading);
        Assert.Contains("نص merci", page.TextContent, StringComparison.Ordinal);
        var answers = (await Sheet(given)).Given();
        Assert.Equal(("OUN_OUI", "ACC5_5", "SALON", "oui"), (answers["connu"][0], answers["avis_1"][0], answers["lieux"][0], answers["accord"][0]));
    }

    [Fact]
    public async Task One_question_at_a_time_keeps_the_language_to_the_end()
    {
        var given = await place.Given.AnOpenSurvey(content: In(TranslationState.Validated));
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}?langue=ps")).Follow("نص e.m.une-a-une");
        Assert.Contains("نص q.connu", page.TextContent, StringComparison.Ordinal);
        page = await page.Form("نص e.m.suivant").Choose("نص e.OUN_NON").Send();
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal))
        {
            Assert.EndsWith("langue=ps", page.Path, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector("form [dir=rtl][lang=ps]"));
            Assert.EndsWith("langue=ps", (await page.Form("نص e.m.revenir").Send()).Path, StringComparison.Ordinal);
            page = await page.Form("نص e.m.passer").Send();
        }
        page = await page.Form("نص e.m.envoyer").Send();
        Assert.EndsWith("langue=ps", page.Path, StringComparison.Ordinal);
        Assert.Equal("OUN_NON", (await Sheet(given)).Given()["connu"][0]);
    }

    /// <summary>When a question is for the reader is said with the house's words of that language, and the author's; where signs would not be understood, in French.</summary>
    [Fact]
    public async Task A_condition_and_the_buttons_of_a_device_speak_the_language()
    {
        var given = await place.Given.AnOpenSurvey(content: In(TranslationState.Validated));
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/questions?langue=ps");
        var only = page.Document.QuerySelectorAll("form [lang=ps] p.hint").Single(p => Page.Text(p).Contains("m.seulement-si", StringComparison.Ordinal));
        Assert.Equal("نص e.m.seulement-si « نص q.connu » = « نص e.OUN_OUI »", Page.Text(only));
        Assert.Null(only.GetAttribute("lang"));
        var reader = new Reader(Easy: false, In: given.Content.Languages[0]);
        Assert.Equal("نص e.m.sauf-si « نص q.fois » ≥ 3", Croisee.Surveys.Answering.ConditionWords.Spoken(new Not(new Compared("fois", Comparison.AtLeast, 3)), given.Content, reader));
        Assert.Null(Croisee.Surveys.Answering.ConditionWords.Spoken(new Answered("fois"), given.Content, reader));
        Assert.Null(Croisee.Surveys.Answering.ConditionWords.Spoken(new Chosen("connu", "OUN_OUI"), given.Content, default));

        var device = await PreparedDevice.At(place, given);
        var carried = await device.Browser.Open(device.Path + "?langue=ps");
        Assert.Equal(["نص e.m.suivant", "نص e.m.passer", "نص e.m.revenir", "نص e.m.effacer"], carried.Document.QuerySelectorAll("[data-field=connu] > p > button").Select(Page.Text));
        device.Browser.Dispose();
    }

    /// <summary>What the house says in French inside a text in Arabic is declared French, so that a voice does not read it as Arabic.</summary>
    [Fact]
    public async Task A_word_of_the_house_in_french_is_declared_french()
    {
        var given = await place.Given.AnOpenSurvey(content: In(TranslationState.Validated));
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas/connu?langue=ps")).Form("نص e.m.suivant").Send();
        var error = page.Document.QuerySelector("[lang=ps] .error")!;
        Assert.Contains("Choisissez une réponse.", Page.Text(error), StringComparison.Ordinal);
        Assert.Equal(("fr", "ltr"), (error.GetAttribute("lang"), error.GetAttribute("dir")));
        Assert.EndsWith("نص e.m.obligatoire", Page.Text(page.Document.QuerySelector("legend")), StringComparison.Ordinal);
        page = await browser.Open($"/repondre/{given.Code}/pas-a-pas/ordre?langue=ps");
        Assert.All(page.Document.QuerySelectorAll("select option"), o => Assert.Equal(("fr", "ltr"), (o.GetAttribute("lang"), o.GetAttribute("dir"))));
        // In French there is nothing to declare.
        Assert.Null((await browser.Open($"/repondre/{given.Code}/pas-a-pas/ordre")).Document.QuerySelector("select [lang]"));
    }

    [Fact]
    public async Task That_nothing_was_answered_is_said_in_the_language()
    {
        var given = await place.Given.AnOpenSurvey(content: In(TranslationState.Validated));
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/pas-a-pas/connu?langue=ps");
        while (!page.Path.Contains("/fin", StringComparison.Ordinal)) page = await page.Form("نص e.m.passer").Send();
        page = await page.Form("نص e.m.envoyer").Send();
        Assert.Contains("نص e.m.rien-a-envoyer", page.Document.QuerySelectorAll("p[lang=ps]").Select(Page.Text));
    }

    [Fact]
    public async Task A_card_and_a_helper_keep_it_too()
    {
        var given = await place.Given.AnOpenSurvey(content: In(TranslationState.Validated), cards: true);
        using var browser = place.Browser();
        Assert.EndsWith("/code?langue=ps&vers=questions", (await browser.Open($"/repondre/{given.Code}/questions?langue=ps")).Path, StringComparison.Ordinal);
        given = await place.Given.AnOpenSurvey(content: In(TranslationState.Validated));
        var page = await (await browser.Open($"/repondre/{given.Code}?langue=ps")).Follow("J’aide une personne à répondre");
        page = await page.Form("Commencer avec la personne").Choose("Je suis ces règles").Choose("Une personne concernée, comme elle").Choose("À côté d’elle").Send();
        Assert.Contains("Je peux vous laisser seul.", page.TextContent, StringComparison.Ordinal);
        page = await page.Follow("Commencer les questions");
        Assert.Contains("نص q.connu", page.TextContent, StringComparison.Ordinal);
    }
}
