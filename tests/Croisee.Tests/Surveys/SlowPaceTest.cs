using System.Net;
using System.Security.Cryptography;
using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Tests.Surveys.Cards;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>One question at a time, for somebody who takes their time, writes much, or is at the last second; this test moves the clock for itself.</summary>
public sealed class SlowPaceTest(Place place) : IClassFixture<Place>
{
    const string Thanks = "Merci, vos réponses sont arrivées";
    static readonly TimeSpan Long = StepAnswers.Life + TimeSpan.FromMinutes(15);

    Task<AnswerSheet> Sheet(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().SingleAsync(s => s.SurveyId == given.Survey.Id));

    [Fact]
    public async Task A_long_pause_on_one_screen_loses_nothing()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Choose("Oui").Send();
        place.Clock.Advance(Long);
        page = await page.Form("Suivant").Choose("Non").Send();
        Assert.Equal("Question 3 sur 8", page.Heading);
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) page = await page.Form("Passer cette question").Send();
        place.Clock.Advance(Long);
        Assert.Equal(Thanks, (await page.Form("Envoyer mes réponses").Send()).Heading);
        Assert.Equal(["OUN_NON", "OUN_OUI"], (await Sheet(given)).Given().Values.SelectMany(v => v.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_comes_back_later_is_told_that_the_answers_are_gone()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var second = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Choose("Oui").Send();
        place.Clock.Advance(Long);
        var page = await browser.Open(second.Path);
        Assert.Equal("On recommence au début", page.Heading);
        Assert.DoesNotContain(browser.Cookies, c => c.Key.StartsWith(StepAnswers.Name, StringComparison.Ordinal));
        Assert.Equal("Question 1 sur 8", (await page.Follow("Commencer")).Heading);
        Assert.Equal("Question 1 sur 8", (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Heading);
    }

    [Fact]
    public async Task Texts_too_long_for_a_browser_are_refused_in_words_and_the_site_still_answers()
    {
        var content = new QuestionnaireContent(new Wording("Beaucoup à écrire"))
        {
            Sections = [new("debut") { Questions = [.. Enumerable.Range(1, 16).Select(i => new AskedQuestion($"t{i}", QuestionKind.LongText, new Wording($"Texte {i}")))] }],
        };
        var given = await place.Given.AnOpenSurvey(content: content);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/pas-a-pas");
        var kept = 0;
        // Nothing that a compression could shorten much, and no words: among random ones some look like a name, and are asked about.
        for (; kept < 16 && page.Errors.Count == 0; kept++) page = await page.Form("Suivant").Fill($"Texte {kept + 1}", RandomNumberGenerator.GetString("bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZçÇابتثج", 1900)).Send();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("Vos réponses sont trop longues", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.InRange(kept, 4, 15);
        Assert.Equal(1900, page.Form("Suivant").Value($"Texte {kept}")!.Length);
        Assert.Equal(HttpStatusCode.OK, (await browser.Open("/aide")).Status);
        page = await page.Form("Suivant").Fill($"Texte {kept}", "Court.").Send();
        Assert.Equal($"Question {kept + 1} sur 16", page.Heading);
    }

    [Fact]
    public async Task What_is_typed_at_the_last_second_is_given_back()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind, closesOn: place.Clock.ParisToday());
        using var browser = place.Browser();
        var form = (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Choose("Oui");
        place.Clock.Set(given.Survey.ClosesOn.EndOfParisDay());
        var late = await form.Send();
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("vient de se terminer", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Equal("OUN_OUI", late.Document.QuerySelector("input[checked]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task The_page_of_all_questions_can_be_stopped_and_erased_and_no_goes_on_with_what_was_typed()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        var ask = await (await browser.Open($"/repondre/{given.Code}/questions")).Form("Arrêter et effacer").Fill("Un mot ?", "Peut-être").Send();
        Assert.Equal("Arrêter et effacer ?", ask.Heading);
        var back = await ask.Form("Non, continuer").Send();
        Assert.Equal("Peut-être", back.Form("Envoyer mes réponses").Value("Un mot ?"));
        Assert.Empty(back.Errors);
        Assert.Equal("Vos réponses sont effacées", (await ask.Form("Oui, tout effacer").Send()).Heading);
        Assert.Equal(0, await place.Db(db => db.AnswerSheets.CountAsync(s => s.SurveyId == given.Survey.Id)));
    }

    [Fact]
    public async Task An_order_that_is_refused_keeps_the_places_that_were_chosen()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        foreach (var path in new[] { "questions", "pas-a-pas/ordre" })
        {
            var button = path == "questions" ? "Envoyer mes réponses" : "Suivant";
            var refused = await (await browser.Open($"/repondre/{given.Code}/{path}")).Form(button).Select("Les repas", "Place 3").Select("Les soins", "Place 3").Send();
            Assert.Contains(refused.Errors, e => e.Contains("Deux réponses ont la même place", StringComparison.Ordinal));
            Assert.Equal(("3", "3", ""), (refused.Form(button).Value("Les repas"), refused.Form(button).Value("Les soins"), refused.Form(button).Value("Les sorties")));
        }
    }

    [Fact]
    public async Task At_the_end_papers_keyed_once_are_counted_and_cards_are_forgotten()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind, eligible: 40);
        await place.Cards(given, 3);
        using (var desk = await place.Given.SignedIn(await place.Given.AnAccount("Saisit", Croisee.People.Role.Organiser, given.Survey.Organisation)))
            await (await desk.Open($"/bureau/enquetes/{given.Survey.Reference}/saisie/{given.Code}")).Form("Enregistrer la feuille").Fill("Vous connaissez le conseil.", "1").Fill("Un mot ?", "Merci").Choose("Faire saisir cette feuille une seconde fois, pour vérifier").Send();
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2);
        await place.Given.TheJobRan(Croisee.Surveys.Results.PublishFigures.Job);
        Assert.Equal(12, await place.Db(db => db.AnswerSheets.CountAsync(s => s.SurveyId == given.Survey.Id)));
        place.Clock.Set(given.Survey.LastPapersOn.EndOfParisDay().AddSeconds(1));
        await place.Given.TheJobRan(Croisee.Surveys.Results.PublishFigures.Job);
        var paper = await place.Db(db => db.AnswerSheets.AsNoTracking().SingleAsync(s => s.SurveyId == given.Survey.Id && s.Channel == "CAN_PAPIER"));
        Assert.Equal(["OUN_OUI"], paper.Given()["connu"]);
        Assert.All(await place.Db(db => db.PaperEntries.AsNoTracking().Where(e => e.SurveyId == given.Survey.Id).ToListAsync()), e => Assert.False(e.Waits));
        Assert.Equal(0, await place.Db(db => db.OneTimeCodes.CountAsync(c => c.PlaceId == given.Place.Id)));
        Assert.NotNull(await place.Db(db => db.Surveys.Where(s => s.Id == given.Survey.Id).Select(s => s.SettledAt).SingleAsync()));
    }
}
