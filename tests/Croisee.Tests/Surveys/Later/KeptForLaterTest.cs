using System.Text.Json;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Cards;
using Croisee.Surveys.Later;
using Croisee.Tests.Surveys.Cards;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Croisee.Tests.Surveys.Later.WayBack;

namespace Croisee.Tests.Surveys.Later;

/// <summary>Answers kept under a code: taken up again on another device, sent once, and closed to everybody else.</summary>
[Trait("kind", "slow")]
public sealed class KeptForLaterTest(Place place) : IClassFixture<Place>
{
    const string Thanks = "Merci, vos réponses sont arrivées", Asked = "Je sais à qui donner mon avis.";

    Task<List<AnswerSheet>> Sheets(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync());
    Task<AnswerDraft?> Draft(string code) { var id = AnswerDraft.IdOf(SpokenCode.Read(code)!); return place.Db(db => db.AnswerDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id)); }

    /// <summary>A row that is kept thirty days holds no more of a name than a sheet does.</summary>
    [Fact]
    public async Task Keeps_no_name_longer_than_an_answer_would()
    {
        var given = await place.Given.AnOpenSurvey(agreed: "Le conseil, en mars.");
        var before = await place.Db(db => db.AnswerDrafts.CountAsync());
        using var browser = place.Browser();
        var form = (await browser.Open($"/repondre/{given.Code}/questions")).Form("Garder pour plus tard").Choose("Oui", Asked).Set("Form.Name", new string('n', 5000));
        var refused = await form.Send();
        Assert.StartsWith("Votre nom est trop long", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(before, await place.Db(db => db.AnswerDrafts.CountAsync()));
    }

    /// <summary>From the page of all questions it is asked first.</summary>
    static async Task<Page> Keep(Form all) => await (await all.Send()).Form("Garder et voir mon code").Send();

    [Fact]
    public async Task One_question_at_a_time_goes_on_another_day_on_another_device()
    {
        var given = await place.Given.AnOpenSurvey();
        using var first = place.Browser();
        var page = await first.Open($"/repondre/{given.Code}/pas-a-pas");
        Assert.StartsWith("Vous n’avez encore rien répondu", Assert.Single((await page.Form("Garder pour plus tard").Send()).Errors), StringComparison.Ordinal);
        page = await (await page.Form("Suivant").Choose("Oui").Send()).Form("Garder pour plus tard").Send();
        Assert.Equal("Garder pour plus tard ?", page.Heading);
        var keeping = page.Form("Garder et voir mon code");
        page = await keeping.Send();
        Assert.Equal("Gardez ce code", page.Heading);
        var code = Code(page);
        Assert.DoesNotContain(first.Cookies, c => c.Key.StartsWith(StepAnswers.Name, StringComparison.Ordinal));
        Assert.DoesNotContain(code.Replace(" ", "-", StringComparison.Ordinal), page.Path, StringComparison.Ordinal);
        // The page asked for again tells the same code, until it is written down.
        Assert.Equal(code, Code(await first.Open($"/repondre/{given.Code}/garder")));
        // The page sent again keeps again, under a code of its own.
        Assert.NotEqual(code, Code(await keeping.Send()));
        await (await first.Open($"/repondre/{given.Code}/garder")).Form("J’ai noté le code").Send();
        Assert.Equal("Garder pour plus tard ?", (await first.Open($"/repondre/{given.Code}/garder")).Heading);

        using var second = place.Browser();
        page = await Resume(second, code.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        Assert.Equal("Question 2 sur 8", page.Heading);
        page = await page.Form("Revenir").Send();
        Assert.True(((AngleSharp.Html.Dom.IHtmlInputElement)page.Document.QuerySelector("input[value=OUN_OUI]")!).IsChecked);
        // Kept once more: the same code.
        page = await page.Form("Suivant").Choose("Non").Send();
        page = await (await page.Form("Garder pour plus tard").Send()).Form("Garder et voir mon code").Send();
        Assert.Equal(code, Code(page));
        page = await page.Form("Continuer maintenant").Send();
        page = await (await Passed(page)).Form("Envoyer mes réponses").Send();
        Assert.Equal(Thanks, page.Heading);
        Assert.Contains("OUN_NON", Assert.Single(await Sheets(given)).Answers, StringComparison.Ordinal);
        // Sent: the code opens nothing any more, at once and after the hour.
        using var third = place.Browser();
        Assert.StartsWith("Rien n’est gardé sous ce code", Assert.Single((await Resume(third, code)).Errors), StringComparison.Ordinal);
        var before = await Draft(code);
        await place.Given.TheJobRan(DraftBox.Job);
        var after = await Draft(code);
        Assert.Equal((before!.Sealed.Length, before.Until), (after!.Sealed.Length, after.Until));
        Assert.Null(after.Open(SpokenCode.Read(code)!));
        Assert.StartsWith("Rien n’est gardé sous ce code", Assert.Single((await Resume(third, code)).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_all_questions_comes_back_as_it_was_typed()
    {
        var given = await place.Given.AnOpenSurvey();
        using var first = place.Browser();
        var kept = await place.Db(db => db.AnswerDrafts.CountAsync());
        var page = await (await first.Open($"/repondre/{given.Code}/questions")).Form("Garder pour plus tard").Choose("Oui", Asked).Choose("Seul", "Comment avez-vous répondu ?").Send();
        // Nothing is kept, and nothing lost, before they say so.
        Assert.Equal("Garder pour plus tard ?", page.Heading);
        Assert.Equal(kept, await place.Db(db => db.AnswerDrafts.CountAsync()));
        page = await page.Form("Garder et voir mon code").Send();
        Assert.Equal("Gardez ce code", page.Heading);
        var code = Code(page);
        using var second = place.Browser();
        page = await Resume(second, code);
        Assert.Equal($"/repondre/{given.Code}/questions", page.Path);
        // The next person on this device finds an empty page.
        Assert.DoesNotContain(page.Document.QuerySelectorAll("input[type=radio]"), r => ((AngleSharp.Html.Dom.IHtmlInputElement)r).IsChecked && r.GetAttribute("value") == "OUN_NON");
        var fresh = await second.Open($"/repondre/{given.Code}/questions");
        Assert.DoesNotContain(fresh.Document.QuerySelectorAll("input[type=radio]"), r => ((AngleSharp.Html.Dom.IHtmlInputElement)r).IsChecked);
        Assert.Equal(code, Code(await Keep(page.Form("Garder pour plus tard"))));
        page = await Resume(second, code);
        Assert.Equal(Thanks, (await page.Form("Envoyer mes réponses").Send()).Heading);
        var sheet = Assert.Single(await Sheets(given));
        Assert.Equal("seul", sheet.Mode);
        Assert.Contains("OUN_OUI", sheet.Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_goes_with_the_kept_answers_and_answers_once_in_all()
    {
        var given = await place.Given.AnOpenSurvey(eligible: 20);
        var cards = await place.Cards(given, 2);
        using var first = place.Browser();
        var page = await (await first.Open($"/repondre/{given.Code}/questions")).Form("Commencer").Fill("Le code de votre carte", cards[0]).Send();
        var left = page.Form("Envoyer mes réponses").Choose("Non", Asked);
        var ticket = first.Cookies[AnswerTicket.Name];
        page = await Keep(page.Form("Garder pour plus tard").Choose("Oui", Asked));
        Assert.DoesNotContain(first.Cookies, c => c.Key == AnswerTicket.Name);
        using var second = place.Browser();
        page = await Resume(second, Code(page));
        Assert.Equal(Thanks, (await page.Form("Envoyer mes réponses").Send()).Heading);
        // The page that stayed open on the first device, with a ticket that somebody copied.
        Assert.StartsWith("Ce lieu demande un code", Assert.Single((await left.Send()).Errors), StringComparison.Ordinal);
        first.Keep(AnswerTicket.Name, ticket);
        page = await left.Send();
        Assert.StartsWith("Votre carte a déjà répondu", Assert.Single(page.Errors), StringComparison.Ordinal);
        // The next person on that device gives their own card there, and nothing they chose is lost.
        Assert.Equal(Thanks, (await page.Form("Envoyer mes réponses").Fill("Le code de votre carte", cards[1]).Send()).Heading);
        Assert.Equal(["OUN_NON", "OUN_OUI"], (await Sheets(given)).Select(s => s.Given()["savoir"][0]).Order(StringComparer.Ordinal));
    }

    /// <summary>Every kind of question, half finished, comes back as it was; and what cannot be kept is given back, not lost.</summary>
    [Fact]
    public async Task What_is_half_answered_comes_back_and_what_is_refused_is_given_back()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        Form Half(Page page) => page.Form("Garder pour plus tard").Choose("Oui", "Vous connaissez le conseil.").Choose("Au jardin", "Où allez-vous ?").Select("Les soins", "Place 1").Select("Les repas", "Place 3").Fill("Combien de réunions ?", "beaucoup").Fill("Que faut-il changer ?", "Pas tout\nà la fois");
        var page = await Resume(browser, Code(await Keep(Half(await browser.Open($"/repondre/{given.Code}/questions")))));
        Assert.Equal("beaucoup", page.Form("Envoyer mes réponses").Value("Combien de réunions ?"));
        Assert.Equal("1", page.Form("Envoyer mes réponses").Value("Les soins"));
        Assert.Contains("Pas tout", page.Form("Envoyer mes réponses").Value("Que faut-il changer ?"), StringComparison.Ordinal);
        Assert.Equal(["OUN_OUI", "JARDIN"], page.Document.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));

        var refused = await Half(await browser.Open($"/repondre/{given.Code}/questions")).Fill("Que faut-il changer ?", new string('a', 6000)).Send();
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.Status);
        page = await refused.Form("Revenir aux questions").Send();
        Assert.Equal(6000, page.Form("Envoyer mes réponses").Value("Que faut-il changer ?")!.Length);
        Assert.Equal("beaucoup", page.Form("Envoyer mes réponses").Value("Combien de réunions ?"));
        Assert.Empty(page.Errors);
        Assert.StartsWith("Vous n’avez encore rien répondu", Assert.Single((await (await browser.Open($"/repondre/{given.Code}/questions")).Form("Garder pour plus tard").Send()).Errors), StringComparison.Ordinal);
        Assert.Empty(await Sheets(given));
    }

    [Fact]
    public async Task A_slip_an_unknown_code_and_an_erased_one_are_told_apart_from_nothing()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        Assert.Equal("Écrivez le code que vous avez gardé.", Assert.Single((await Resume(browser, "")).Errors));
        Assert.StartsWith("Il y a une erreur dans ce code", Assert.Single((await Resume(browser, SpokenCode.Example)).Errors), StringComparison.Ordinal);
        Assert.StartsWith("Rien n’est gardé sous ce code", Assert.Single((await Resume(browser, SpokenCode.New())).Errors), StringComparison.Ordinal);
        var page = await Keep((await browser.Open($"/repondre/{given.Code}/questions")).Form("Garder pour plus tard").Choose("Oui", Asked));
        var code = Code(page);
        page = await (await browser.Open("/repondre/reprendre")).Form("Effacer ces réponses").Fill("Votre code pour reprendre", code).Send();
        Assert.Equal("Effacer ces réponses ?", page.Heading);
        Assert.NotNull(await Draft(code));
        page = await page.Form("Oui, les effacer").Send();
        Assert.Equal("C’est effacé", page.Heading);
        Assert.Null(await Draft(code));
        await (await browser.Open($"/repondre/{given.Code}/garder")).Form("J’ai noté le code").Send();
        // « Arrêter et effacer » on the way erases what was kept before, too.
        page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Choose("Oui").Send();
        page = await (await page.Form("Garder pour plus tard").Send()).Form("Garder et voir mon code").Send();
        code = Code(page);
        page = await (await page.Form("Continuer maintenant").Send()).Follow("Arrêter et effacer");
        await page.Form("Oui, tout effacer").Send();
        Assert.Null(await Draft(code));
        Assert.Empty(await Sheets(given));
    }

    [Fact]
    public async Task A_month_later_it_is_gone()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var code = Code(await Keep((await browser.Open($"/repondre/{given.Code}/questions")).Form("Garder pour plus tard").Choose("Oui", Asked)));
        var id = AnswerDraft.IdOf(SpokenCode.Read(code)!);
        var yesterday = (await Draft(code))!.Until.AddDays(-AnswerDraft.Days - 1);
        await place.Db(db => db.Write(d => d.AnswerDrafts.Where(a => a.Id == id).ExecuteUpdate(s => s.SetProperty(a => a.Until, yesterday))));
        Assert.StartsWith("Rien n’est gardé sous ce code", Assert.Single((await Resume(browser, code)).Errors), StringComparison.Ordinal);
        await place.Given.TheJobRan(ForgetAnswers.Job);
        Assert.Null(await Draft(code));
    }

    /// <summary>Whoever has the whole table finds neither place, nor survey, nor answers, nor length; and whoever has the code too does not find the sheet.</summary>
    [Fact]
    public async Task Neither_the_table_nor_the_code_leads_to_the_sheet()
    {
        var given = await place.Given.AnOpenSurvey();
        var codes = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            using var browser = place.Browser();
            if (i % 3 == 0)
            {
                // One question at a time: what the browser held had the key of a sheet.
                var step = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Choose(i % 2 == 0 ? "Oui" : "Non").Send();
                codes.Add(Code(await (await step.Form("Garder pour plus tard").Send()).Form("Garder et voir mon code").Send()));
                continue;
            }
            var form = (await browser.Open($"/repondre/{given.Code}/questions")).Form("Garder pour plus tard").Choose(i % 2 == 0 ? "Oui" : "Non", Asked);
            if (i == 1) form.Choose("Seul", "Comment avez-vous répondu ?");
            codes.Add(Code(await Keep(form)));
        }
        var drafts = new List<AnswerDraft>();
        foreach (var code in codes) drafts.Add((await Draft(code))!);
        Assert.Single(drafts.Select(d => d.Sealed.Length).Distinct());
        Assert.Single(drafts.Select(d => d.Until).Distinct());
        Assert.Equal(["Id", "Sealed", "Until"], await place.Db(db => Task.FromResult(db.Model.FindEntityType(typeof(AnswerDraft))!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal))));
        var opened = drafts.Select((d, i) => d.Open(SpokenCode.Read(codes[i])!)!).ToList();
        Assert.All(opened.Skip(1), (o, i) => Assert.Null(drafts[0].Open(SpokenCode.Read(codes[i + 1])!)));
        foreach (var code in codes)
        {
            using var browser = place.Browser();
            Assert.Equal(Thanks, (await (await Passed(await Resume(browser, code))).Form("Envoyer mes réponses").Send()).Heading);
        }
        var sheets = (await Sheets(given)).Select(s => s.Id).ToHashSet();
        Assert.Equal(12, sheets.Count);
        // Every string that the code opens, and the code itself, as the key of a sheet: none leads to one.
        foreach (var (kept, code) in opened.Zip(codes))
            foreach (var key in Strings(JsonSerializer.SerializeToElement(kept)).Append(code).Append(SpokenCode.Read(code)!))
                Assert.DoesNotContain(SheetKey.Id(key, "feuille"), sheets);
        await place.Given.TheJobRan(DraftBox.Job);
        foreach (var code in codes) Assert.Null((await Draft(code))!.Open(SpokenCode.Read(code)!));
    }
}
