using System.Net;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.OnPaper;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>An answer may be asked for; nobody is held at a question. « Je ne veux pas répondre » is there whatever the question is answered by.</summary>
public sealed class RefusalTest(Place place) : IClassFixture<Place>
{
    const string Refuse = "Je ne veux pas répondre";

    static QuestionnaireContent AllRequired => Given.EveryKind with { Sections = [.. Given.EveryKind.Sections.Select(s => s with { Questions = [.. s.Questions.Select(q => q with { Required = q.Kind is not QuestionKind.Information })] })] };

    Task<AnswerSheet> Sheet(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().SingleAsync(s => s.SurveyId == given.Survey.Id));

    [Fact]
    public async Task On_one_page_every_required_question_may_be_refused_and_nothing_of_it_is_kept()
    {
        var given = await place.Given.AnOpenSurvey(content: AllRequired);
        using var browser = place.Browser();
        var form = (await browser.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Choose("Oui", "Vous connaissez").Choose(Refuse, "On m’écoute").Choose(Refuse, "On me répond");
        Assert.Equal(7, (await form.Send()).Errors.Count);
        foreach (var code in new[] { "lieux", "ordre", "fois", "jour", "mot", "texte", "accord" }) form = form.Set("r." + code, "_NVPR");
        var page = await form.Send();
        Assert.Equal("Merci, vos réponses sont arrivées", page.Heading);
        Assert.Equal(["avis_1", "avis_2", "connu"], (await Sheet(given)).Given().Values.Keys);
        Assert.Equal(0, await place.Db(db => db.AnswerTexts.CountAsync(t => t.SurveyId == given.Survey.Id)));
    }

    [Fact]
    public async Task What_is_drawn_has_a_box_for_it_and_keeps_it_ticked_beside_another_fault()
    {
        var given = await place.Given.AnOpenSurvey(content: AllRequired);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/questions");
        foreach (var code in new[] { "lieux", "ordre", "fois", "jour", "mot", "texte", "accord" }) Assert.Single(page.Document.QuerySelectorAll($"input[name='r.{code}'][value=_NVPR]"));
        Assert.Empty(page.Document.QuerySelectorAll("input[name='r.connu'][value=_NVPR]"));
        page = await page.Form("Envoyer mes réponses").Choose("Oui", "Vous connaissez").Set("r.mot", "_NVPR").Fill("Que faut-il changer ?", "Un banc.").Send();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Document.QuerySelector("input[name='r.mot'][value=_NVPR][checked]"));
        Assert.Equal("", page.Document.QuerySelector("input[type=text][name='r.mot']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public void Refusing_and_answering_at_once_is_said()
    {
        foreach (var (field, answer, expected) in new[] { ("mot", "Merci", "Si vous choisissez « Je ne veux pas répondre », n’écrivez rien d’autre."), ("lieux", "SALON", "Si vous choisissez « Je ne veux pas répondre », ne choisissez rien d’autre.") })
            Assert.Equal(expected, Assert.Single(ReadAnswers.Of(AllRequired.Fields.Single(f => f.Code == field), code => code == field ? [answer, "_NVPR"] : []).Errors).Sentence);
    }

    /// <summary>Issue 3: always reachable; SCL-R1: always offered where words are easy. On the page of all questions, an optional one is left empty, and made empty again by unticking; a single choice cannot be.</summary>
    [Fact]
    public void Where_the_author_left_no_way_out_it_is_offered_to_who_is_asked_for_an_answer_and_to_who_reads_easy_words()
    {
        var open = new AskedQuestion("q", QuestionKind.Multiple, new Wording("?")) { Options = [new("A", new Wording("a")), new("B", new Wording("b"))] };
        Assert.False(open.OffersRefusalTo(default));
        Assert.True(open.OffersRefusalTo(new Reader(Easy: true)));
        Assert.True((open with { Required = true }).OffersRefusalTo(default));
        Assert.True((open with { Kind = QuestionKind.Single }).OffersRefusalTo(default));
        Assert.True(new AskedQuestion("q", QuestionKind.Consent, new Wording("?")).OffersRefusalTo(default));
        var own = open with { Required = true, Options = [.. open.Options, new("NVPR", new Wording(Refuse), Silent: true)] };
        Assert.False(own.OffersRefusalTo(new Reader(Easy: true)));
        var read = ReadAnswers.Of(new AnswerField("q", open, null), _ => ["_NVPR"]);
        Assert.Empty(read.Errors);
        Assert.False(read.Given.Has("q"));
        Assert.NotEmpty(ReadAnswers.Of(new AnswerField("q", own, null), _ => ["_NVPR"]).Errors);
    }

    [Fact]
    public async Task One_question_at_a_time_it_stands_under_optional_questions_too()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Choose("Oui").Send();
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) page = await page.Form("Suivant").Choose(Refuse).Send();
        Assert.Equal("Merci, vos réponses sont arrivées", (await page.Form("Envoyer mes réponses").Send()).Heading);
        Assert.Equal(["connu"], (await Sheet(given)).Given().Values.Keys.Where(k => !k.StartsWith("avis", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_question_at_a_time_it_is_passed()
    {
        var given = await place.Given.AnOpenSurvey(content: AllRequired);
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Choose("Oui").Send();
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) page = await page.Form("Suivant").Choose(Refuse).Send();
        Assert.Contains("Vous avez passé 7 questions. C’est votre droit.", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void On_paper_its_box_has_a_number_too()
    {
        var line = KeyedFields.Of(AllRequired).Single(l => l.Code == "accord");
        Assert.Equal(["oui", "non", "_NVPR"], KeyedFields.Read(line, "1 2 3"));
    }

    [Fact]
    public async Task What_says_nothing_has_no_place_in_a_ranking()
    {
        var ranking = Given.EveryKind.Find("ordre")!;
        var content = Given.EveryKind.Put("debut", ranking with { Options = [.. ranking.Options, new("NSP", new Wording("Je ne sais pas"), Silent: true), new("NVPR", new Wording(Refuse), Silent: true)] });
        var given = await place.Given.AnOpenSurvey(content: content);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/questions");
        Assert.Equal(3, page.Document.QuerySelectorAll("select[name^='r.ordre']").Length);
        Assert.Equal(["", "1", "2", "3"], page.Document.QuerySelectorAll("select[name='r.ordre.REPAS'] option").Select(o => o.GetAttribute("value")));
        var refused = await page.Form("Envoyer mes réponses").Choose("Non", "Vous connaissez").Set("r.ordre.REPAS", "1").Choose("Je ne sais pas", "Mettez dans l’ordre").Send();
        Assert.Equal(["Si vous choisissez « Je ne sais pas », ne choisissez rien d’autre."], refused.Errors);
        await refused.Form("Envoyer mes réponses").Set("r.ordre.REPAS", "").Send();
        Assert.Equal(["NSP"], (await Sheet(given)).Given()["ordre"]);
        // Keyed in by the letter of its box: a number would be a place.
        var keyed = ReadAnswers.Of(content, KeyedFields.Sent(content, code => code switch { "connu" => "2", "ordre" => "b", _ => "" }));
        Assert.Equal(["NVPR"], keyed.Given["ordre"]);
        Assert.Empty(keyed.Errors);
    }
}
