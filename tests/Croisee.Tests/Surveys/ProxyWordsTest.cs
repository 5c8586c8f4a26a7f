using System.Net;
using System.Text.Json;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>In a person's place one reads words for that, or is not asked: on a screen, on paper, in another language, as a professional (PRX-R3).</summary>
public sealed class ProxyWordsTest(Place place) : IClassFixture<Place>
{
    static QuestionnaireContent Worded
    {
        get
        {
            var content = new QuestionnaireContent(new Wording("Essai")) { Sections = [new("p") { Questions = [new("savoir", QuestionKind.Scale, new Wording("Je sais à qui parler.") { Proxy = "D’après vous, votre proche sait à qui parler." }) { Scale = "V-OUINON" }] }] };
            var said = (content with { Languages = [new("en", "English", TranslationState.Draft)] }).Translate("en", key => "english " + key);
            return said with { Languages = [said.Languages[0] with { State = TranslationState.Validated }] };
        }
    }

    static readonly LanguageState English = Worded.Languages[0];

    [Fact]
    public void Its_words_come_before_any_other_and_a_professional_reads_of_the_person()
    {
        var text = Worded.Questions.Single().Text;
        Assert.Equal(text.Proxy, text.For(new Reader(Easy: true, ForAnother: true, English)));
        Assert.Equal("D’après vous, la personne sait à qui parler.", text.For(new Reader(false, ForAnother: true, IsProfessional: true)));
        Assert.Equal("english q.savoir", text.For(new Reader(false, In: English)));
    }

    [Fact]
    public async Task Another_language_has_no_such_words_and_does_not_offer_it()
    {
        var given = await place.Given.AnOpenSurvey(content: Worded);
        using var browser = place.Browser();
        Assert.Contains("Je réponds à la place d’un proche", (await browser.Open($"/repondre/{given.Code}")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Je réponds à la place d’un proche", (await browser.Open($"/repondre/{given.Code}?langue=en")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("English", (await browser.Open($"/repondre/{given.Code}?pour=proche")).TextContent, StringComparison.Ordinal);
        var page = await browser.Open($"/repondre/{given.Code}/questions?pour=proche&langue=en");
        Assert.Contains("D’après vous, votre proche sait à qui parler.", page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("english", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_professional_who_may_answer_reads_of_the_person()
    {
        var given = await place.Given.AnOpenSurvey(content: Worded);
        await place.Db(db => db.Write(d => d.Surveys.Where(s => s.Id == given.Survey.Id).ExecuteUpdate(s => s.SetProperty(x => x.ProfessionalsMayAnswer, true))));
        using var browser = place.Browser();
        Assert.Contains("D’après vous, la personne sait à qui parler.", (await browser.Open($"/repondre/{given.Code}/questions?pour=professionnel")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_for_it_offers_that_way_alone_and_the_others_do_not()
    {
        var given = await place.Given.AnOpenSurvey(content: Worded);
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var desk = $"/bureau/enquetes/{given.Survey.Reference}";
        async Task<List<string?>> Ways(string words) => [.. JsonDocument.Parse((await office.Open($"{desk}/papier/{given.Code}/{words}.json")).Source).RootElement.GetProperty("marks").EnumerateArray().Where(m => m.GetProperty("field").GetString() == "_maniere").Select(m => m.GetProperty("option").GetString())];
        Assert.Equal(["proche_a_la_place", "observation"], await Ways("proche"));
        foreach (var words in new[] { "courant", "grand", "facile" })
        {
            Assert.DoesNotContain("proche_a_la_place", await Ways(words));
            Assert.DoesNotContain("observation", await Ways(words));
        }
        Assert.NotNull((await office.Open(desk)).Document.QuerySelector($"a[href$='papier/{given.Code}/proche.pdf']"));
        // What comes back on that sheet is keyed in.
        Assert.NotNull((await office.Open($"{desk}/saisie/{given.Code}")).Document.QuerySelector("select[name='Form.Mode'] option[value=proche_a_la_place]"));
        var without = await place.Given.AnOpenSurvey(given.Survey.Organisation, Given.EveryKind);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Open($"/bureau/enquetes/{without.Survey.Reference}/papier/{without.Code}/proche.pdf")).Status);
    }

    /// <summary>Whoever helps a relative answer in somebody's place reads them the words for that, counts them apart, and says the channel.</summary>
    [Theory]
    [InlineData("Au téléphone", "CAN_TELEPHONE")]
    [InlineData("À côté d’elle", "CAN_ENTRETIEN")]
    public async Task A_relative_is_asked_in_their_words_on_the_telephone_and_in_a_meeting(string where, string channel)
    {
        var given = await place.Given.AnOpenSurvey(content: Worded);
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/aider")).Follow("Un proche répond à la place de la personne");
        Assert.Contains("Vous aidez quelqu’un à répondre à la place d’une personne.", page.TextContent, StringComparison.Ordinal);
        page = await page.Form("Commencer avec la personne").Choose("Je suis ces règles").Choose("Un bénévole, ou une autre personne").Choose(where).Send();
        Assert.Contains("Dites ce qu’elle dirait, d’après vous.", page.TextContent, StringComparison.Ordinal);
        page = await page.Follow("Commencer les questions");
        Assert.Contains("D’après vous, votre proche sait à qui parler.", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vous aidez", page.TextContent, StringComparison.Ordinal);
        await (await page.Form("Suivant").Choose("Oui").Send()).Form("Envoyer mes réponses").Send();
        Assert.Equal((channel, "proche_a_la_place"), await Sheet(given));
    }

    [Fact]
    public async Task Where_there_are_no_such_words_no_helper_is_offered_them()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        Assert.DoesNotContain("à la place", (await browser.Open($"/repondre/{given.Code}/aider?pour=proche")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("à la place", (await browser.Open($"/repondre/{given.Code}?par=borne")).TextContent, StringComparison.Ordinal);
        // In another language they would read words that ask about themselves.
        var worded = await place.Given.AnOpenSurvey(content: Worded);
        Assert.DoesNotContain("à la place", (await browser.Open($"/repondre/{worded.Code}/aider?langue=en")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("professionnel répond à la place", (await browser.Open($"/repondre/{worded.Code}/aider")).TextContent, StringComparison.Ordinal);
    }

    /// <summary>And the next person finds the usual words.</summary>
    [Fact]
    public async Task A_shared_tablet_offers_it_and_forgets_it()
    {
        var given = await place.Given.AnOpenSurvey(content: Worded);
        using var tablet = place.Browser();
        var page = await (await tablet.Open($"/repondre/{given.Code}?par=borne")).Follow("Je réponds à la place d’un proche");
        Assert.Equal($"/repondre/{given.Code}?pour=proche&par=borne", page.Path);
        Assert.EndsWith($"url=/repondre/{given.Code}?par=borne", string.Join("", page.Response.Headers.GetValues("Refresh")), StringComparison.Ordinal);
        Assert.Equal($"/repondre/{given.Code}?par=borne", page.Link("Non, je réponds pour moi").GetAttribute("href"));
        page = await page.Follow("Commencer");
        Assert.Contains("D’après vous, votre proche sait à qui parler.", page.TextContent, StringComparison.Ordinal);
        page = await (await page.Form("Suivant").Choose("Oui").Send()).Form("Envoyer mes réponses").Send();
        Assert.Equal(("CAN_BORNE", "proche_a_la_place"), await Sheet(given));
        Assert.Equal($"/repondre/{given.Code}?par=borne", page.Link("Terminé").GetAttribute("href"));
    }

    [Fact]
    public async Task A_device_has_a_page_for_it_and_the_server_takes_what_it_kept()
    {
        var given = await place.Given.AnOpenSurvey(content: Worded);
        var device = await PreparedDevice.At(place, given);
        var page = await device.Browser.Open(device.Path);
        Assert.DoesNotContain("D’après vous", page.TextContent, StringComparison.Ordinal);
        // All its pages are kept before it leaves, whichever is open then.
        string[] pages = [device.Path, device.Path + "?langue=en", device.Path + "?pour=proche"];
        IEnumerable<string?> Kept(Page of) => JsonDocument.Parse(of.Document.QuerySelector("[data-plan]")!.GetAttribute("data-plan")!).RootElement.GetProperty("pages").EnumerateArray().Select(p => p.GetString());
        Assert.Equal(pages, Kept(page));
        page = await page.Follow("Un proche, à sa place");
        Assert.Equal(pages, Kept(page));
        Assert.Contains("D’après vous, votre proche sait à qui parler.", page.TextContent, StringComparison.Ordinal);
        Assert.Equal("proche_a_la_place", Assert.Single(page.Document.QuerySelectorAll("#fin [name='Form.Mode']")).GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NoContent, (await PreparedDevice.Post(device, PreparedDevice.Seal(device, PreparedDevice.Kept(device, "proche_a_la_place", answers: [("savoir", ["OUN_OUI"])])))).Status);
        Assert.Equal(("CAN_HORS_LIGNE", "proche_a_la_place"), await Sheet(given));
        // Where a professional may not answer, what says so waits for the team.
        await PreparedDevice.Post(device, PreparedDevice.Seal(device, PreparedDevice.Kept(device, "professionnel_a_la_place", answers: [("savoir", ["OUN_OUI"])])));
        Assert.Equal(1, await place.Db(db => db.LateEnvelopes.CountAsync(l => l.SurveyId == given.Survey.Id)));
    }

    async Task<(string, string?)> Sheet(GivenSurvey given)
    {
        var sheet = await place.Db(db => db.AnswerSheets.AsNoTracking().SingleAsync(s => s.SurveyId == given.Survey.Id));
        return (sheet.Channel, sheet.Mode);
    }
}
