using System.Net;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Tests.Surveys.Cards;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Croisee.Tests.Surveys.PreparedDevice;

namespace Croisee.Tests.Surveys;

/// <summary>A sheet without an answer is none, by whichever door it comes: not in the rate, not in a batch, and no card is spent for it (CMP-R6, R4).</summary>
public sealed class BlankSheetTest(Place place) : IClassFixture<Place>
{
    const string Send = "Envoyer mes réponses", Arrived = "Merci, vos réponses sont arrivées";

    Task<int> Sheets(GivenSurvey given) => place.Db(db => db.AnswerSheets.CountAsync(s => s.SurveyId == given.Survey.Id));

    [Fact]
    public async Task On_one_page_it_is_told_and_the_page_stays()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/questions")).Form(Send).Choose("Aide d’un proche").Send();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([HouseWords.NothingToSend], page.Errors);
        Assert.Equal(0, await Sheets(given));
        Assert.Equal(Arrived, (await page.Form(Send).Set("r.savoir", "OUN_NSP").Send()).Heading);
        Assert.Equal(1, await Sheets(given));
    }

    [Fact]
    public async Task Question_by_question_who_passed_all_of_them_is_told_at_the_end()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/pas-a-pas");
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) page = await page.Form("Passer cette question").Send();
        page = await page.Form(Send).Send();
        Assert.Equal([HouseWords.NothingToSendEasily], page.Errors);
        Assert.Equal(0, await Sheets(given));
    }

    /// <summary>Their text lies apart: what is left looks blank, and is not.</summary>
    [Fact]
    public async Task Who_only_wrote_has_answered()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind with { Sections = [Given.EveryKind.Sections[1] with { ShownIf = null }] });
        using var browser = place.Browser();
        Assert.Equal(Arrived, (await (await browser.Open($"/repondre/{given.Code}/questions")).Form(Send).Fill("Que faut-il changer ?", "Les horaires.").Send()).Heading);
        Assert.Equal("{}", await place.Db(db => db.AnswerSheets.Where(s => s.SurveyId == given.Survey.Id).Select(s => s.Answers).SingleAsync()));
    }

    [Fact]
    public async Task A_card_answers_after_its_blank_page_was_refused()
    {
        var given = await place.Given.AnOpenSurvey(eligible: 100);
        var card = (await place.Cards(given, 1))[0];
        using var browser = place.Browser();
        var page = await (await (await browser.Open($"/repondre/{given.Code}/questions")).Form("Commencer").Fill("Le code de votre carte", card).Send()).Form(Send).Send();
        Assert.Equal([HouseWords.NothingToSend], page.Errors);
        Assert.Equal(Arrived, (await page.Form(Send).Set("r.savoir", "OUN_OUI").Send()).Heading);
        Assert.Equal(1, await Sheets(given));
    }

    /// <summary>The card is there and unspent: nobody is asked for another.</summary>
    [Fact]
    public async Task Question_by_question_with_a_card_a_blank_sheet_asks_for_no_other()
    {
        var given = await place.Given.AnOpenSurvey(eligible: 100);
        var card = (await place.Cards(given, 1))[0];
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Commencer").Fill("Le code de votre carte", card).Send();
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) page = await page.Form("Passer cette question").Send();
        page = await page.Form(Send).Send();
        Assert.Equal([HouseWords.NothingToSendEasily], page.Errors);
        Assert.DoesNotContain("Donner le code de ma carte", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_device_it_is_confirmed_and_kept_nowhere()
    {
        var given = await place.Given.AnOpenSurvey();
        var device = await At(place, given);
        Assert.Equal(HttpStatusCode.NoContent, (await Post(device, Seal(device, Kept(device)))).Status);
        Assert.Equal((0, 0), (await Sheets(given), await place.Db(db => db.LateEnvelopes.CountAsync(l => l.SurveyId == given.Survey.Id))));
    }

    [Fact]
    public async Task Of_paper_it_is_not_keyed_in()
    {
        var given = await place.Given.AnOpenSurvey();
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Saisit", Croisee.People.Role.Organiser, given.Survey.Organisation));
        var page = await (await office.Open($"/bureau/enquetes/{given.Survey.Reference}/saisie/{given.Code}")).Form("Enregistrer la feuille").Send();
        Assert.StartsWith("Cette feuille ne porte aucune réponse", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal((0, 0), (await Sheets(given), await place.Db(db => db.PaperEntries.CountAsync(e => e.SurveyId == given.Survey.Id))));
    }
}
