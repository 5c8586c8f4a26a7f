using System.Net;
using Croisee.Surveys;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Answering over real HTTP: on one page, one question at a time, once and only once, and nothing of the person.</summary>
public sealed class AnswerTest(Place place) : IClassFixture<Place>
{
    /// <summary>Before it is refused: on the page of all questions, and one at a time. A phrase of a matrix is read with the question it belongs to.</summary>
    [Fact]
    public async Task What_must_be_answered_is_said_and_a_phrase_names_its_question()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/questions");
        Assert.Equal(["Vous connaissez le conseil. (il faut répondre)", "Que faut-il changer ? (il faut répondre)"], page.Document.QuerySelectorAll("form :is(legend, .field > label)").Select(Page.Text).Where(l => l.Contains("(il faut", StringComparison.Ordinal)));
        var group = page.Document.QuerySelectorAll("fieldset").Single(f => Page.Text(f.QuerySelector("legend")) == "On m’écoute.");
        var stem = page.Document.GetElementById(group.GetAttribute("aria-describedby")!)!;
        // Its part has no title: the question is the heading under that of the page.
        Assert.Equal(("Votre avis", "H2"), (Page.Text(stem), stem.TagName));
        Assert.EndsWith("(il faut répondre)", Page.Text((await browser.Open($"/repondre/{given.Code}/pas-a-pas/connu")).Document.QuerySelector("legend")), StringComparison.Ordinal);
        Assert.DoesNotContain("(il faut", (await browser.Open($"/repondre/{given.Code}/pas-a-pas/lieux")).TextContent, StringComparison.Ordinal);
    }

    Task<List<AnswerSheet>> Sheets(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync());

    async Task<Page> Questions(Browser browser, GivenSurvey given) => await browser.Open($"/repondre/{given.Code}/questions");

    [Fact]
    public async Task Says_before_the_first_question_what_it_is_for_and_who_will_see_what()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code.ToUpperInvariant()}");
        Assert.Contains("Vos réponses sont anonymes.", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("au moins 10 personnes", page.TextContent, StringComparison.Ordinal);
        Assert.Contains(given.Survey.Purpose, page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Environ 2 minutes", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_one_row_that_tells_neither_who_nor_when()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var thanks = await (await Questions(browser, given)).Form("Envoyer mes réponses").Choose("Oui", "Je sais à qui donner mon avis.").Choose("Aide d’un proche").Send();
        Assert.Equal("Merci, vos réponses sont arrivées", thanks.Heading);
        var sheet = Assert.Single(await Sheets(given));
        Assert.Equal(["OUN_OUI"], sheet.Given()["savoir"]);
        Assert.Equal(("aide_proche", "CAN_LIEN_PUBLIC", false), (sheet.Mode, sheet.Channel, sheet.Counted));
        Assert.Equal(Croisee.Data.Clock.ParisToday(place.Clock), sheet.Day);
    }

    [Fact]
    public async Task Sixty_four_identical_sendings_make_one_row_and_sixty_four_thanks()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var form = (await Questions(browser, given)).Form("Envoyer mes réponses").Choose("Oui", "Je sais à qui donner mon avis.");
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => form.Send())));
        Assert.All(answers, a => Assert.Equal("Merci, vos réponses sont arrivées", a.Heading));
        Assert.Single(await Sheets(given));
        place.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Merci, vos réponses sont arrivées", (await form.Send()).Heading);
        Assert.Single(await Sheets(given));
    }

    /// <summary>S24: ten thousand pages asked for without a cookie, and not one row more in any table.</summary>
    [Fact, Trait("kind", "slow")]
    public async Task Looking_ten_thousand_times_writes_nothing()
    {
        const int Loads = 10_000, Crowd = 8;
        var given = await place.Given.AnOpenSurvey();
        var cards = await place.Given.AnOpenSurvey(cards: true);
        string[] paths = [.. new[] { "", "/questions", "/pas-a-pas", "/pas-a-pas/savoir", "/effacer", "/garder", "/merci", "/aider", "/hors-ligne", "/resultats" }.Select(part => $"/repondre/{given.Code}{part}"), $"/repondre/{cards.Code}/code", "/repondre/reprendre"];
        var tables = await place.Db(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Where(t => t != "job_runs").Distinct().Select(t => $"select cast(count(*) as integer) as \"Value\" from {t}").ToList()));
        Task<List<int>> Rows() => place.Db(async db => { var rows = new List<int>(); foreach (var count in tables) rows.Add(await db.Database.SqlQueryRaw<int>(count).SingleAsync()); return rows; });
        var before = await Rows();
        var asked = 0;
        await Task.WhenAll(Enumerable.Range(0, Crowd).Select(async _ =>
        {
            while (Interlocked.Increment(ref asked) is var mine && mine <= Loads)
            {
                using var browser = place.Browser();
                var page = await browser.Open(paths[mine % paths.Length]);
                Assert.True((int)page.Status < 400, $"{paths[mine % paths.Length]}: {page.Status}");
            }
        }));
        Assert.Equal(before, await Rows());
    }

    /// <summary>F20: the reply was lost, or the page stood in another tab; the browser's own copy of the answers is gone.</summary>
    [Fact]
    public async Task The_last_page_sent_again_says_that_the_answers_are_there()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        await (await browser.Open($"/repondre/{given.Code}/pas-a-pas/savoir")).Form("Suivant").Choose("Oui").Send();
        var last = (await browser.Open($"/repondre/{given.Code}/pas-a-pas/fin")).Form("Envoyer mes réponses");
        Assert.Equal("Merci, vos réponses sont arrivées", (await last.Send()).Heading);
        Assert.Equal("Merci, vos réponses sont arrivées", (await last.Send()).Heading);
        var back = await browser.Open($"/repondre/{given.Code}/pas-a-pas/fin");
        Assert.Equal("Il n’y a rien à envoyer ici", back.Heading);
        Assert.Contains("Elles sont bien arrivées", back.TextContent, StringComparison.Ordinal);
        Assert.Single(await Sheets(given));
    }

    [Fact]
    public async Task A_refused_sheet_shows_the_error_beside_the_field_and_keeps_what_was_typed()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        var refused = await (await Questions(browser, given)).Form("Envoyer mes réponses").Choose("Oui", "Vous connaissez le conseil.").Fill("Combien de réunions ?", "beaucoup").Fill("Un mot ?", "Bonjour").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Écrivez un nombre entier, en chiffres.", "Écrivez une réponse."], refused.Errors);
        Assert.Equal("beaucoup", refused.Document.QuerySelector("#r_fois")!.GetAttribute("value"));
        Assert.Equal("Bonjour", refused.Document.QuerySelector("#r_mot")!.GetAttribute("value"));
        Assert.True(refused.Document.QuerySelector("input[name='r.connu'][value=OUN_OUI]")!.HasAttribute("checked"));
        Assert.Empty(await Sheets(given));
        await refused.Form("Envoyer mes réponses").Fill("Combien de réunions ?", "4").Fill("Que faut-il changer ?", "Les horaires.").Send();
        Assert.Equal(["4"], Assert.Single(await Sheets(given)).Given()["fois"]);
    }

    [Fact]
    public async Task A_free_text_lies_apart_from_the_sheet_it_came_with()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        await (await Questions(browser, given)).Form("Envoyer mes réponses").Choose("Oui", "Vous connaissez le conseil.").Fill("Que faut-il changer ?", "Les horaires.").Send();
        var sheet = Assert.Single(await Sheets(given));
        var text = Assert.Single(await place.Db(db => db.AnswerTexts.AsNoTracking().Where(t => t.SurveyId == given.Survey.Id).ToListAsync()));
        Assert.DoesNotContain("horaires", sheet.Answers, StringComparison.Ordinal);
        Assert.NotEqual(sheet.Id, text.Id);
        Assert.Equal(1, text.Month.Day);
    }

    [Fact]
    public async Task A_question_that_an_answer_hides_is_not_required()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        Assert.Equal("Merci, vos réponses sont arrivées", (await (await Questions(browser, given)).Form("Envoyer mes réponses").Choose("Non", "Vous connaissez le conseil.").Send()).Heading);
    }

    [Fact]
    public async Task Forged_answers_are_a_400()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        foreach (var (field, value) in new[] { ("r.savoir", "TOUT"), ("Form.Mode", "professionnel_a_la_place"), ("Form.Mode", "nimporte") })
            Assert.Equal(HttpStatusCode.BadRequest, (await (await Questions(browser, given)).Form("Envoyer mes réponses").Set(field, value).Send()).Status);
        Assert.Empty(await Sheets(given));
    }

    [Fact]
    public async Task One_question_at_a_time_stays_in_the_browser_until_it_is_sent()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/pas-a-pas");
        Assert.Equal("Question 1 sur 8", page.Heading);
        page = await page.Form("Suivant").Choose("Oui").Send();
        Assert.Equal("Question 2 sur 8", page.Heading);
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) page = await page.Form("Passer cette question").Send();
        Assert.Contains("7 questions", page.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Sheets(given));
        Assert.Contains(browser.Cookies, c => c.Key.StartsWith(StepAnswers.Name, StringComparison.Ordinal));
        await page.Form("Envoyer mes réponses").Choose("J’ai répondu seul").Send();
        var sheet = Assert.Single(await Sheets(given));
        Assert.Equal(("seul", 1), (sheet.Mode, sheet.Given().Values.Count));
        Assert.DoesNotContain(browser.Cookies, c => c.Key.StartsWith(StepAnswers.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_person_on_a_shared_device_sees_no_answer_of_the_last_one()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Choose("Non").Send();
        var asked = await browser.Open($"/repondre/{given.Code}/pas-a-pas");
        Assert.Equal("Quelqu’un a déjà commencé ici", asked.Heading);
        var afresh = await asked.Form("Recommencer au début").Send();
        Assert.Equal("Question 1 sur 8", afresh.Heading);
        Assert.Null(afresh.Document.QuerySelector("input[checked]"));
        await (await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Choose("Oui").Send()).Follow("Arrêter et effacer").ContinueWith(p => p.Result.Form("Oui, tout effacer").Send()).Unwrap();
        Assert.DoesNotContain(browser.Cookies, c => c.Key.StartsWith(StepAnswers.Name, StringComparison.Ordinal));
        Assert.Empty(await Sheets(given));
    }

    [Fact]
    public async Task Who_answers_in_a_persons_place_reads_the_wording_for_it_and_is_counted_apart()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/questions?pour=proche");
        Assert.Contains("D’après vous, votre proche sait à qui donner son avis.", page.TextContent, StringComparison.Ordinal);
        await page.Form("Envoyer mes réponses").Set("r.savoir", "OUN_OUI").Send();
        Assert.Equal("proche_a_la_place", Assert.Single(await Sheets(given)).Mode);
        Assert.DoesNotContain("D’après vous", (await browser.Open($"/repondre/{given.Code}/questions?pour=professionnel")).TextContent, StringComparison.Ordinal);
    }

    /// <summary>RGP-R2: it warns once, and never blocks.</summary>
    [Theory, InlineData("questions"), InlineData("pas-a-pas/texte")]
    public async Task A_text_that_may_lead_to_somebody_is_told_once_and_goes_as_it_is_the_second_time(string part)
    {
        var content = new QuestionnaireContent(new Wording("Essai")) { Sections = [new("p") { Questions = [new("texte", QuestionKind.LongText, new Wording("Que faut-il changer ?"))] }] };
        var given = await place.Given.AnOpenSurvey(content: content);
        using var browser = place.Browser();
        var whole = part == "questions";
        var page = await (await browser.Open($"/repondre/{given.Code}/{part}")).Form(whole ? "Envoyer mes réponses" : "Suivant").Fill("Que faut-il changer ?", "Mme Dupont crie sur nous.").Send();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("peut désigner quelqu’un : « Mme Dupont »", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Form(whole ? "Envoyer mes réponses" : "Suivant").Send();
        if (!whole) page = await page.Form("Envoyer mes réponses").Send();
        Assert.Equal("Merci, vos réponses sont arrivées", page.Heading);
        Assert.Equal("Mme Dupont crie sur nous.", await place.Db(db => db.AnswerTexts.Where(t => t.SurveyId == given.Survey.Id).Select(t => t.Text).SingleAsync()));
    }

    /// <summary>PRX-R3: without words for it, a relative would answer about themselves and be counted for the person.</summary>
    [Fact]
    public async Task Nobody_is_asked_to_answer_in_a_persons_place_in_the_first_person()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        Assert.DoesNotContain("à la place d’un proche", (await browser.Open($"/repondre/{given.Code}")).TextContent, StringComparison.Ordinal);
        Assert.NotNull((await browser.Open($"/repondre/{given.Code}/questions?pour=proche")).Document.QuerySelector("input[name='Form.Mode'][type=radio]"));
    }
}
