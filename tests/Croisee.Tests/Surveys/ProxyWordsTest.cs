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
}
