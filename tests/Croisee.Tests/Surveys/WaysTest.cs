using Croisee.Surveys;
using Croisee.Surveys.Answering;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>On a shared tablet, with somebody's help, then alone.</summary>
public sealed class WaysTest(Place place) : IClassFixture<Place>
{
    Task<AnswerSheet> Sheet(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().SingleAsync(s => s.SurveyId == given.Survey.Id));

    [Fact]
    public async Task A_shared_tablet_forgets_each_person_and_comes_back_by_itself()
    {
        var given = await place.Given.AnOpenSurvey();
        using var tablet = place.Browser();
        var page = await (await tablet.Open($"/repondre/{given.Code}?par=borne")).Follow("Commencer");
        var refresh = string.Join("", page.Response.Headers.GetValues("Refresh"));
        Assert.StartsWith($"540;url=/repondre/{given.Code}/encore-la?par=borne&vers=savoir", refresh, StringComparison.Ordinal);
        // Nobody touches it for nine minutes: it asks, and whoever is there goes on where they were.
        page = await tablet.Open(refresh.Split("url=")[1]);
        Assert.Equal("Êtes-vous toujours là ?", page.Heading);
        Assert.Equal($"90;url=/repondre/{given.Code}?par=borne", string.Join("", page.Response.Headers.GetValues("Refresh")));
        page = await page.Follow("Oui, je continue");
        Assert.Equal("Question 1 sur 8", page.Heading);
        page = await page.Form("Suivant").Choose("Non").Send();
        Assert.Contains(tablet.Cookies, c => c.Key.StartsWith(StepAnswers.Name, StringComparison.Ordinal));
        // Nobody touched it: the page asked for is the first one, and nothing of the first person is left.
        await tablet.Open($"/repondre/{given.Code}?par=borne");
        Assert.DoesNotContain(tablet.Cookies, c => c.Key.StartsWith(StepAnswers.Name, StringComparison.Ordinal));
        page = await (await tablet.Open($"/repondre/{given.Code}/pas-a-pas?par=borne")).Form("Suivant").Choose("Oui").Send();
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) page = await page.Form("Passer cette question").Send();
        page = await page.Form("Envoyer mes réponses").Send();
        Assert.Contains("url=", string.Join("", page.Response.Headers.GetValues("Refresh")), StringComparison.Ordinal);
        Assert.Equal("CAN_BORNE", (await Sheet(given)).Channel);
    }

    /// <summary>A text takes longer than a touch, and a whole questionnaire too: without a script the tablet waits as long as what was begun lives; with one it asks on the page.</summary>
    [Fact]
    public async Task A_shared_tablet_leaves_time_to_whoever_writes()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var tablet = place.Browser();
        var whole = await tablet.Open($"/repondre/{given.Code}/questions?par=borne");
        Assert.Equal($"1800;url=/repondre/{given.Code}?par=borne", string.Join("", whole.Response.Headers.GetValues("Refresh")));
        var text = Given.EveryKind.Fields.First(f => f.Question.Kind is Croisee.Surveys.Content.QuestionKind.LongText).Code;
        await (await tablet.Open($"/repondre/{given.Code}/pas-a-pas?par=borne")).Form("Suivant").Choose("Oui").Send();
        var written = await tablet.Open($"/repondre/{given.Code}/pas-a-pas/{text}?par=borne");
        Assert.StartsWith($"1800;url=/repondre/{given.Code}/encore-la?par=borne&vers={text}", string.Join("", written.Response.Headers.GetValues("Refresh")), StringComparison.Ordinal);
        foreach (var page in new[] { whole, written })
        {
            var asks = page.Document.QuerySelector("dialog")!;
            Assert.Equal(("540", "90", $"/repondre/{given.Code}?par=borne"), (asks.GetAttribute("data-wait"), asks.GetAttribute("data-asked"), asks.GetAttribute("data-first")));
        }
        Assert.Null((await tablet.Open($"/repondre/{given.Code}/questions")).Document.QuerySelector("dialog"));
    }

    [Fact]
    public async Task Who_helps_accepts_the_rules_and_is_told_by_type_only()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/aider");
        Assert.Equal(3, (await page.Form("Commencer avec la personne").Send()).Errors.Count);
        page = await page.Form("Commencer avec la personne").Choose("Je suis ces règles").Choose("Une personne concernée, comme elle").Choose("Au téléphone").Send();
        // What to say first, what to say last, and the rules between.
        Assert.Equal("Ce qu’il faut dire à la personne", page.Heading);
        foreach (var said in new[] { "Je vous appelle pour une enquête", "Vos réponses sont anonymes : ni votre nom, ni l’heure.", given.Survey.Purpose, "Je ne propose pas de réponse.", "C’est fini. Est-ce que j’envoie vos réponses ?" }) Assert.Contains(said, page.TextContent, StringComparison.Ordinal);
        page = await page.Follow("Commencer les questions");
        Assert.Contains("lisez la question comme elle est écrite", page.TextContent, StringComparison.Ordinal);
        page = await page.Form("Suivant").Choose("Oui").Send();
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) page = await page.Form("Passer cette question").Send();
        await page.Form("Envoyer mes réponses").Send();
        var sheet = await Sheet(given);
        Assert.Equal(("CAN_TELEPHONE", "aide_pair"), (sheet.Channel, sheet.Mode));
    }

    [Fact]
    public async Task Left_alone_the_person_goes_on_without_the_helper()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/pas-a-pas?par=entretien-aide_professionnel");
        page = await page.Form("Suivant").Choose("Oui").Send();
        page = await page.Form("Laissez-moi seul").Send();
        Assert.Equal("Question 2 sur 8", page.Heading);
        Assert.DoesNotContain("Vous aidez", page.TextContent, StringComparison.Ordinal);
        // Whoever helped finds no way back into what is answered alone.
        var back = await browser.Open($"/repondre/{given.Code}/pas-a-pas/savoir?par=entretien-aide_professionnel");
        Assert.Equal($"/repondre/{given.Code}/pas-a-pas/savoir", back.Path);
        Assert.DoesNotContain("Vous aidez", back.TextContent, StringComparison.Ordinal);
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) page = await page.Form("Passer cette question").Send();
        await page.Form("Envoyer mes réponses").Choose("J’ai répondu seul").Send();
        var sheet = await Sheet(given);
        Assert.Equal(("CAN_ENTRETIEN", "seul", 1), (sheet.Channel, sheet.Mode, sheet.Given().Values.Count));
    }

    [Fact]
    public async Task The_question_whether_somebody_is_there_is_for_shared_tablets_and_forged_places_lead_to_the_start()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        Assert.StartsWith("Question 1", (await browser.Open($"/repondre/{given.Code}/encore-la")).Heading, StringComparison.Ordinal);
        var page = await browser.Open($"/repondre/{given.Code}/encore-la?par=borne&vers=..%2F..%2Fbureau");
        Assert.Equal($"/repondre/{given.Code}/pas-a-pas?par=borne", page.Link("Oui, je continue").GetAttribute("href"));
    }
}
