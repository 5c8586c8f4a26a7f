using System.Net;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A trial is answered like the real thing, shows what would have been recorded, and leaves nothing anywhere.</summary>
public sealed class TrialTest(Place place) : IClassFixture<Place>
{
    Task<int> Stored(Guid survey) => place.Db(async db => await db.AnswerSheets.CountAsync(s => s.SurveyId == survey) + await db.AnswerTexts.CountAsync(t => t.SurveyId == survey));
    Task<int> StoredAtAll() => place.Db(async db => await db.AnswerSheets.CountAsync() + await db.AnswerTexts.CountAsync());

    static void IsTrial(Page page) => Assert.Contains("Essai : rien n’est compté.", page.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_survey_is_tried_at_each_place_on_one_page()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/essai-{given.Code}");
        IsTrial(page);
        page = await page.Follow("Toutes les questions sur une page");
        IsTrial(page);
        var refused = await page.Form("Envoyer mes réponses").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var tried = await refused.Form("Envoyer mes réponses").Choose("Oui", "Vous connaissez le conseil.").Choose("Au salon").Fill("Que faut-il changer ?", "Un banc.").Choose("Aide d’un proche").Send();
        Assert.Equal("Ce qui aurait été enregistré", tried.Heading);
        IsTrial(tried);
        foreach (var said in new[] { "OUN_OUI", "Oui", "SALON", "Au salon", "CAN_LIEN_PUBLIC", "aide_proche", "Un banc.", "passée : rien n’est écrit" }) Assert.Contains(said, tried.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Stored(given.Survey.Id));
        Assert.DoesNotContain(browser.Cookies, c => c.Key.Contains("reponses", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trial_one_question_at_a_time_keeps_its_banner_and_erases_itself()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/essai-{given.Code}/pas-a-pas");
        page = await page.Form("Suivant").Choose("Non").Send();
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) { IsTrial(page); page = await page.Form("Passer cette question").Send(); }
        IsTrial(page);
        page = await page.Form("Envoyer mes réponses").Send();
        Assert.Equal("Ce qui aurait été enregistré", page.Heading);
        Assert.Contains("non posée, à cause de sa condition", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Stored(given.Survey.Id));
        Assert.DoesNotContain(browser.Cookies, c => c.Key.Contains("reponses", StringComparison.Ordinal));
        Assert.StartsWith("/repondre/essai-", (await browser.Open($"/repondre/essai-{given.Code}/merci")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_tried_before_it_opens_and_where_cards_are_asked()
    {
        var given = await place.Given.AnOpenSurvey(cards: true);
        using var browser = place.Browser();
        Assert.StartsWith("Question 1", (await browser.Open($"/repondre/essai-{given.Code}/pas-a-pas")).Heading, StringComparison.Ordinal);
        place.Clock.Advance(TimeSpan.FromDays(-10));
        try { IsTrial(await browser.Open($"/repondre/ESSAI-{given.Code.ToUpperInvariant()}/questions")); }
        finally { place.Clock.Advance(TimeSpan.FromDays(10)); }
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/repondre/essai-zzzzzz")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/repondre/essai-")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/repondre/essai-{given.Code}/resultats")).Status);
    }

    [Fact]
    public async Task What_is_being_written_is_tried_at_an_address_that_opens_and_closes()
    {
        var organisation = await place.Given.AnOrganisation("Maison d’essais");
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Essaie", Role.Organiser, organisation));
        var page = await (await browser.Open("/bureau/questionnaires/nouveau")).Form("Commencer").Choose("Participer : mon avis compte").Send();
        var reference = page.Path.Split('/', '#')[3];
        page = await (await page.Follow("Essayer")).Form("Ouvrir une adresse d’essai").Send();
        var address = new Uri(page.Document.QuerySelectorAll("a").Single(a => a.GetAttribute("href")!.Contains("/repondre/essai-", StringComparison.Ordinal)).GetAttribute("href")!).AbsolutePath;
        using var person = place.Browser();
        IsTrial(await person.Open(address));
        // It follows what is written, also by who kept the page open.
        var changed = await (await browser.Open($"/bureau/questionnaires/{reference}/presentation")).Form("Enregistrer ces textes").Fill("Titre", "Notre maison à nous").Send();
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal("Notre maison à nous", (await person.Open(address)).Heading);
        var before = await StoredAtAll();
        var tried = await (await person.Open(address + "/questions")).Form("Envoyer mes réponses").Choose("Oui", "Je sais à qui donner mon avis.").Send();
        Assert.Contains("OUN_OUI", tried.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await StoredAtAll());
        await (await browser.Open($"/bureau/questionnaires/{reference}/essayer")).Form("Fermer cette adresse").Send();
        Assert.Equal(HttpStatusCode.NotFound, (await person.Open(address)).Status);
    }

    /// <summary>The preview shows a page; what it cannot show it leads to, each way where it can be tried.</summary>
    [Fact]
    public async Task Every_way_of_answering_is_seen_from_the_preview()
    {
        var organisation = await place.Given.AnOrganisation("Maison des manières");
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Regarde", Role.Organiser, organisation));
        var content = Given.EveryKind.Each((_, key, text) => key == "q.connu" ? text with { Proxy = "D’après vous, votre proche connaît le conseil." } : text);
        var page = await (await browser.Open("/bureau/questionnaires/nouveau")).Form("Commencer").Choose("Un fichier de questionnaire").Attach("Fichier (facultatif)", "q.json", System.Text.Encoding.UTF8.GetBytes(ContentJson.Write(content)), "application/json").Send();
        var seen = $"/bureau/questionnaires/{page.Path.Split('/', '#')[3]}/apercu";
        await (await (await browser.Open(seen)).Follow("Ouvrir une adresse d’essai")).Form("Ouvrir une adresse d’essai").Send();
        page = await browser.Open(seen);
        foreach (var (way, told) in new[] { ("L’accueil, puis toute la page", content.Title.Text), ("Facile, une question à la fois", "Question 1"), ("Sur une borne", content.Title.Text), ("En aidant quelqu’un", "Aider"), ("En répondant pour un proche", content.Title.Text) })
        {
            var tried = await page.Follow(way);
            IsTrial(tried);
            Assert.StartsWith(told, tried.Heading, StringComparison.Ordinal);
        }
        using var pdf = await browser.Send(new HttpRequestMessage(HttpMethod.Get, page.Link("Sur papier, à la place d’un proche (PDF)").GetAttribute("href")));
        Assert.Equal("essai-papier-proche.pdf", pdf.Content.Headers.ContentDisposition!.FileName);
    }

    [Fact]
    public async Task What_has_faults_is_not_tried_and_a_language_in_progress_is()
    {
        var organisation = await place.Given.AnOrganisation("Maison de langues");
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Traduit", Role.Organiser, organisation));
        var content = (Given.EveryKind with { Languages = [new("ar", "العربية", TranslationState.Draft, RightToLeft: true)] }).Translate("ar", key => "نص " + key);
        var page = await (await browser.Open("/bureau/questionnaires/nouveau")).Form("Commencer").Choose("Un fichier de questionnaire").Attach("Fichier (facultatif)", "q.json", System.Text.Encoding.UTF8.GetBytes(ContentJson.Write(content)), "application/json").Send();
        var reference = page.Path.Split('/', '#')[3];
        page = await (await page.Follow("Essayer")).Form("Ouvrir une adresse d’essai").Send();
        var address = new Uri(page.Document.QuerySelectorAll("a").Single(a => a.GetAttribute("href")!.Contains("/repondre/essai-", StringComparison.Ordinal)).GetAttribute("href")!).AbsolutePath;
        Assert.Contains("نص q.connu", (await browser.Open(address + "/questions?langue=ar")).TextContent, StringComparison.Ordinal);
        // A question that another's condition looks at is taken out: there is something to repair first.
        await (await browser.Open($"/bureau/questionnaires/{reference}")).Form("Retirer – Vous connaissez le conseil.").Send();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(address)).Status);
        page = await browser.Open($"/bureau/questionnaires/{reference}/essayer");
        Assert.Contains("À corriger avant d’essayer", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisation_does_not_open_a_trial()
    {
        var given = await place.Given.AnOpenSurvey();
        using var stranger = await place.Given.SignedIn(await place.Given.AnAccount("Ailleurs", Role.Organiser, await place.Given.AnOrganisation("Ailleurs")));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/bureau/questionnaires/{given.Questionnaire}/essayer")).Status);
    }
}
