using System.Text;
using System.Text.Json;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Croisee.Surveys.OnPaper;
using Croisee.Surveys.Results;
using Croisee.Surveys.SafeRoom;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Croisee.Tests.Surveys.PreparedDevice;

namespace Croisee.Tests.Surveys;

/// <summary>« Je ne sais pas » is always offered in easy words and with pictures (SCL-R1): kept as an answer, told apart, never among the shares.</summary>
public sealed class NotKnowingTest(Place place) : IClassFixture<Place>
{
    const string Unknown = "Je ne sais pas";
    static readonly AskedQuestion One = new("un", QuestionKind.Single, new Wording("Quand ?") { Easy = "Quand ?" }) { Required = true, Options = [new("A", new Wording("Le matin")), new("B", new Wording("Le soir"))] },
        Several = One with { Code = "plus", Kind = QuestionKind.Multiple, Text = new Wording("Où ?"), Least = 2 }, Order = One with { Code = "ordre", Kind = QuestionKind.Ranking, Text = new Wording("Dans quel ordre ?") },
        Agreed = new("accord", QuestionKind.Consent, new Wording("Êtes-vous d’accord ?"));
    static readonly QuestionnaireContent Content = new(new Wording("Essai")) { Sections = [new("p1") { Questions = [One, Several, Order, Agreed, new("mot", QuestionKind.ShortText, new Wording("Un mot ?"))] }] };
    static readonly string[] Closed = ["un", "plus", "ordre", "accord"];

    Task<AnswerSheet> Sheet(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().SingleAsync(s => s.SurveyId == given.Survey.Id));

    static void OnlyUnknown(AnswerSheet sheet) => Assert.Equal(Closed.Order(StringComparer.Ordinal).Select(c => c + " _NSP"), sheet.Given().Values.Select(v => $"{v.Key} {string.Join(' ', v.Value)}"));

    [Fact]
    public void It_is_offered_to_who_reads_easy_words_where_the_author_has_none()
    {
        foreach (var code in Closed)
        {
            var question = Content.Find(code)!;
            Assert.True(question.OffersUnknownTo(new Reader(Easy: true)));
            Assert.False(question.OffersUnknownTo(default));
        }
        Assert.False(Content.Find("mot")!.OffersUnknownTo(new Reader(Easy: true)));
        Assert.False(new AskedQuestion("q", QuestionKind.Scale, new Wording("?")) { Scale = "V-ACCORD5" }.MayNotKnow);
        Assert.False((One with { Options = [.. One.Options, new("NSP", new Wording(Unknown), Silent: true)] }).MayNotKnow);
        // Counted by its author, and the same words twice would say nothing.
        Assert.False((One with { Options = [.. One.Options, new("C", new Wording("Je ne sais pas."))] }).MayNotKnow);
        // Said in other words, it is not said twice; words that mean something else are an answer.
        foreach (var (words, may) in new[] { ("Sans opinion", false), ("Ne se prononce pas", false), ("Sans objet", true) }) Assert.Equal((words, may), (words, (One with { Options = [.. One.Options, new("D", new Wording(words), Silent: true)] }).MayNotKnow));
        var language = new LanguageState("uk", "українська", TranslationState.Validated) { Terms = new Dictionary<string, string> { ["_NSP"] = "Не знаю" } };
        Assert.Contains(new AskedField(new AnswerField("un", One, null), new Reader(Easy: true, In: language), null, []).Offered, o => o.Text.For(new Reader(Easy: true, In: language)) == "Не знаю");
    }

    [Fact]
    public async Task One_question_at_a_time_it_is_an_answer_whatever_the_question_is_answered_by()
    {
        var given = await place.Given.AnOpenSurvey(content: Content);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/pas-a-pas");
        for (var i = 0; i < Closed.Length; i++)
        {
            // With the house's own picture, before « Je ne veux pas répondre ».
            var silent = page.Document.QuerySelectorAll(".choice.silent label").Select(Page.Text).ToList();
            Assert.Equal([Unknown, "Je ne veux pas répondre"], silent);
            Assert.NotNull(page.Document.QuerySelector(".choice.silent img[src*='ne-sait-pas']"));
            page = await page.Form("Suivant").Choose(Unknown).Send();
        }
        Assert.StartsWith("Question 5", page.Heading, StringComparison.Ordinal);
        // Back at the last one, it stands as it was left.
        page = await page.Form("Revenir").Send();
        Assert.NotNull(page.Document.QuerySelector("input[value=_NSP][checked]"));
        page = await (await page.Form("Suivant").Send()).Form("Passer cette question").Send();
        await page.Form("Envoyer mes réponses").Send();
        OnlyUnknown(await Sheet(given));
    }

    [Fact]
    public async Task On_one_page_it_stands_in_the_easy_version_alone()
    {
        var given = await place.Given.AnOpenSurvey(content: Content);
        using var browser = place.Browser();
        Assert.Empty((await browser.Open($"/repondre/{given.Code}/questions")).Document.QuerySelectorAll("input[value=_NSP]"));
        var page = await browser.Open($"/repondre/{given.Code}/questions?lecture=facile");
        Assert.Equal(4, page.Document.QuerySelectorAll("input[value=_NSP]").Length);
        var form = page.Form("Envoyer mes réponses");
        foreach (var code in Closed) form = form.Set("r." + code, "_NSP");
        await form.Send();
        OnlyUnknown(await Sheet(given));
    }

    /// <summary>Also where the usual words, which do not offer it, are read the next time.</summary>
    [Fact]
    public async Task Kept_for_later_it_is_there_on_another_device()
    {
        var given = await place.Given.AnOpenSurvey(content: Content);
        using var first = place.Browser();
        var form = (await first.Open($"/repondre/{given.Code}/questions?lecture=facile")).Form("Garder pour plus tard");
        foreach (var code in Closed) form = form.Set("r." + code, "_NSP");
        var kept = await (await form.Send()).Form("Garder et voir mon code").Send();
        using var second = place.Browser();
        var page = await Later.WayBack.Resume(second, Later.WayBack.Code(kept));
        Assert.Equal(4, page.Document.QuerySelectorAll("input[value=_NSP][checked]").Length);
        await page.Form("Envoyer mes réponses").Send();
        OnlyUnknown(await Sheet(given));
    }

    [Fact]
    public void It_stands_alone_and_is_refused_where_it_is_not_offered()
    {
        ReadAnswers Read(AskedQuestion question, params string[] said) => ReadAnswers.Of(new AnswerField(question.Code, question, null), name => name == question.Code ? said : []);
        foreach (var code in Closed) Assert.Empty(Read(Content.Find(code)!, "_NSP").Errors);
        Assert.Equal("Si vous choisissez « Je ne sais pas », ne choisissez rien d’autre.", Assert.Single(Read(Several, "A", "_NSP").Errors).Sentence);
        Assert.Single(Read(One with { Options = [.. One.Options, new("NSP", new Wording(Unknown), Silent: true)] }, "_NSP").Errors);
        Assert.True(Read(One, "_NSP").Given.Has("un"));
        // It names no answer of the questionnaire: a condition cannot look at it.
        Assert.DoesNotContain("_NSP", One.Choices());
    }

    [Fact]
    public async Task The_easy_paper_has_a_box_for_it_and_a_number_means_the_same_on_every_paper()
    {
        var given = await place.Given.AnOpenSurvey(content: Content);
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        async Task<List<string?>> Boxes(string words) => [.. JsonDocument.Parse((await office.Open($"/bureau/enquetes/{given.Survey.Reference}/papier/{given.Code}/{words}.json")).Source).RootElement.GetProperty("marks").EnumerateArray().Where(m => m.GetProperty("field").GetString() == "un").Select(m => m.GetProperty("option").GetString())];
        var (usual, easy) = (await Boxes("courant"), await Boxes("facile"));
        Assert.Equal(["A", "B", "_NVPR"], usual);
        Assert.Equal([.. usual, "_NSP"], easy);
        var lines = KeyedFields.Of(Content);
        Assert.Equal(easy, lines.Single(l => l.Code == "un").Keys.Select(k => k.Code));
        Assert.Equal(["_NSP"], KeyedFields.Read(lines.Single(l => l.Code == "ordre"), "b"));
        var keyed = ReadAnswers.Of(Content, KeyedFields.Sent(Content, code => code switch { "un" or "plus" => "4", "ordre" => "b", "accord" => "4", _ => "" }));
        Assert.Empty(keyed.Errors);
        Assert.All(Closed, code => Assert.Equal(["_NSP"], keyed.Given[code]));
    }

    [Fact]
    public async Task A_device_keeps_it_and_the_server_takes_it()
    {
        var given = await place.Given.AnOpenSurvey(content: Content);
        var device = await At(place, given);
        var page = await device.Browser.Open(device.Path);
        Assert.Equal(4, page.Document.QuerySelectorAll("form.step input[value=_NSP]").Length);
        // Its script lets it stand alone, whatever the least number of choices.
        Assert.Contains("\"silent\":[\"_NSP\"]", page.Document.QuerySelector("[data-plan]")!.GetAttribute("data-plan"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await Post(device, Seal(device, Kept(device, answers: [.. Closed.Select(c => (c, new[] { "_NSP" }))])))).Status);
        OnlyUnknown(await Sheet(given));
    }

    [Fact]
    public async Task It_is_out_of_the_shares_and_in_the_words_of_every_file()
    {
        var given = await place.Given.AnOpenSurvey(content: Content);
        await place.Given.TheyAnswered(given, 24, said: i => new() { ["un"] = i % 2 == 0 ? "A" : "B" });
        await place.Given.TheyAnswered(given, 12, said: _ => new() { ["un"] = "_NSP" });
        await place.Given.TheJobRan(PublishFigures.Job);
        var tables = (await place.Db(db => db.PublishedFigures.AsNoTracking().SingleAsync(f => f.SurveyId == given.Survey.Id && f.Population == SurveyPlan.PopulationOf(given.Place.Id)))).Read();
        var shown = tables.Single(t => t is { Question: "un", Cut: null }).Figures!;
        Assert.Equal(2, shown.Shares.Count);
        Assert.True(shown.Answers.High < 36, shown.Answers.ToString());
        var codes = new ResultRows(given.Survey, Content).Codes().ToList();
        Assert.Contains(codes, row => row[0] == "un" && row[1] == "_NSP" && row[2] == Unknown);
        var column = new RawColumns(given.Survey, Content, Given.PlainLabels).All.Single(c => c.Code == "un");
        Assert.Equal(Unknown, column.Said("_NSP"));
    }

    [Fact]
    public void It_goes_out_and_comes_back_as_FHIR_and_is_no_refusal_of_an_agreement()
    {
        var given = new GivenAnswers(Closed.Select(c => new KeyValuePair<string, string[]>(c, ["_NSP"])));
        var file = FhirAnswers.Write(Content, given, new(2027, 5, 31), "essai");
        Assert.DoesNotContain("valueBoolean", file, StringComparison.Ordinal);
        Assert.Equal(JsonSerializer.Serialize(given.Values), JsonSerializer.Serialize(FhirAnswers.Read(Encoding.UTF8.GetBytes(file), Content).Given!.Values));
    }
}
