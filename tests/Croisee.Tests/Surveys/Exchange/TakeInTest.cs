using System.Text;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>Answers of another tool come in as FHIR: whole, once, of nobody.</summary>
public sealed class TakeInTest(Place place) : IClassFixture<Place>
{
    static string Line(string answer, string? more = null) => FhirAnswers.Line(Given.EveryKind, new GivenAnswers(answer == "OUN_NON" ? [new("connu", [answer])] : [new("connu", [answer]), new("texte", ["Un banc."])]), "2026-11", "essai").Replace("{\"resourceType\"", "{" + more + "\"resourceType\"", StringComparison.Ordinal);

    async Task<(GivenSurvey Given, Browser Office)> AnOffice()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        return (given, await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation)));
    }

    static async Task<Page> TakeIn(GivenSurvey given, Browser office, string file, bool anyway = false, string mode = "Plusieurs, ou je ne sais pas", int at = 0)
    {
        var form = (await office.Open($"/bureau/enquetes/{given.Survey.Reference}/reprendre/{given.Survey.Places[at].Code}")).Form("Reprendre ces réponses").Attach("Fichier", "reponses.ndjson", Encoding.UTF8.GetBytes(file), "application/fhir+ndjson").Select("Par où ces réponses sont-elles venues ?", "Papier").Select("Qui tenait le stylo ?", mode);
        return await (anyway ? form.Choose("Laisser de côté ce qui ne répond pas à ce questionnaire") : form).Send();
    }

    static string Plain(Page page) => page.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    /// <summary>At the wrong place: said, taken out with its texts, and taken in where it belongs, with who held the pen.</summary>
    [Fact]
    public async Task A_file_at_the_wrong_place_goes_out_again_as_long_as_nothing_of_it_is_counted()
    {
        var content = Given.EveryKind.Each((_, key, text) => key == "q.connu" ? text with { Proxy = "D’après vous, votre proche connaît le conseil." } : text);
        var given = await place.Given.AnOpenSurvey(content: content, otherPlaces: ["Résidence des Saules"]);
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var file = $"{Line("OUN_OUI")}\n{Line("OUN_NON")}\n";
        await TakeIn(given, office, file, at: 1);
        var told = await TakeIn(given, office, file);
        Assert.Contains("Rien n’est ajouté : ce fichier était déjà repris (2 à « Résidence des Saules »)", Plain(told), StringComparison.Ordinal);
        var takenOut = await told.Follow("Retirer un fichier repris par erreur");
        async Task<Page> TakeOut(string again) => await (await office.Open(takenOut.Path)).Form("Retirer ces réponses").Attach("Fichier", "reponses.ndjson", Encoding.UTF8.GetBytes(again), "application/fhir+ndjson").Send();
        Assert.StartsWith("Aucune réponse de ce fichier", Assert.Single((await TakeOut(Line("OUN_OUI").Replace("Un banc.", "Un arbre.", StringComparison.Ordinal))).Errors), StringComparison.Ordinal);
        Assert.Contains("2 réponses sont retirées : 2 à « Résidence des Saules ».", Plain(await TakeOut(file)), StringComparison.Ordinal);
        Assert.Empty(await Sheets(given));
        Assert.Equal(0, await place.Db(db => db.AnswerTexts.CountAsync(t => t.SurveyId == given.Survey.Id)));
        await TakeIn(given, office, file, mode: "Un proche à la place de la personne");
        Assert.All(await Sheets(given), s => Assert.Equal((given.Place.Id, "proche_a_la_place"), (s.PlaceId, s.Mode)));
        // Counted, it stays.
        await place.Db(db => db.Write(d => d.AnswerSheets.Where(s => s.SurveyId == given.Survey.Id && s.Answers.Contains("OUN_NON")).ExecuteUpdate(s => s.SetProperty(a => a.Counted, true))));
        Assert.StartsWith("Des réponses de ce fichier sont déjà comptées", Assert.Single((await TakeOut(file)).Errors), StringComparison.Ordinal);
        Assert.Equal(2, (await Sheets(given)).Count);
    }

    /// <summary>Another tool keeps whoever opened the form and left: that is no answer here.</summary>
    [Fact]
    public async Task A_response_without_an_answer_is_left_aside_and_told()
    {
        var (given, office) = await AnOffice();
        using var _ = office;
        var blank = FhirAnswers.Line(Given.EveryKind, new GivenAnswers(), "2026-11", "vide");
        Assert.StartsWith("Aucune feuille de ce fichier ne porte de réponse", Assert.Single((await TakeIn(given, office, blank + "\n")).Errors), StringComparison.Ordinal);
        Assert.Contains("Une réponse est reprise : elle paraîtra avec les prochains résultats. Une feuille sans réponse est laissée de côté.", Plain(await TakeIn(given, office, $"{Line("OUN_OUI")}\n{blank}\n")), StringComparison.Ordinal);
        Assert.Single(await Sheets(given));
    }

    Task<List<AnswerSheet>> Sheets(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync());

    [Fact]
    public async Task A_file_taken_in_twice_counts_once_and_like_answers_stay_apart()
    {
        var (given, office) = await AnOffice();
        using var _ = office;
        var file = $"{Line("OUN_OUI")}\n{Line("OUN_OUI")}\n{Line("OUN_NON", """ "subject":{"display":"Mme Martin"}, """)}\n";
        Assert.Contains("3 réponses sont reprises", Plain(await TakeIn(given, office, file)), StringComparison.Ordinal);
        // The second time says the truth, and writes nothing of it.
        Assert.Contains("Rien n’est ajouté : ce fichier était déjà repris (3 à « Résidence des Tilleuls »)", Plain(await TakeIn(given, office, file)), StringComparison.Ordinal);
        Assert.Equal(1, await place.Db(db => db.JournalEntries().CountAsync(e => e.Act == Croisee.Surveys.Acts.TakenIn && e.SubjectId == given.Survey.Id)));
        var sheets = await Sheets(given);
        Assert.Equal(3, sheets.Count);
        Assert.All(sheets, s => Assert.Equal(("CAN_PAPIER", null, place.Clock.UtcNow().ParisDay()), (s.Channel, s.Mode, s.Day)));
        Assert.Equal(2, sheets.Count(s => s.Given()["connu"].Contains("OUN_OUI")));
        Assert.Equal(2, await place.Db(db => db.AnswerTexts.CountAsync(t => t.SurveyId == given.Survey.Id)));
    }

    /// <summary>Another tool gives all of its sheets again each time: only the new ones are added, and what was taken in may go out by the later file.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_file_that_grew_or_was_written_anew_counts_nothing_twice(bool named)
    {
        var (given, office) = await AnOffice();
        using var _ = office;
        string One(string id, string answer) => Line(answer, named ? $"\"id\":\"{id}\"," : null);
        await TakeIn(given, office, $"{One("a", "OUN_OUI")}\n{One("b", "OUN_NON")}\n{One("c", "OUN_NON")}\n");
        // In another order of lines and members, with spaces, and with what a server says of its copy.
        string Anew(string line) => line.Replace("\"status\":\"completed\",", "", StringComparison.Ordinal)[..^1].Replace("{\"resourceType\"", "{ \"meta\" : {\"versionId\":\"2\"}, \"resourceType\"", StringComparison.Ordinal) + ", \"status\": \"completed\" }";
        var grown = $"{Anew(One("b", "OUN_NON"))}\n{Anew(One("a", "OUN_OUI"))}\n{Anew(One("d", "OUN_OUI"))}\n{Anew(One("c", "OUN_NON"))}\n";
        Assert.Contains("Une réponse est reprise : elle paraîtra avec les prochains résultats. D’autres étaient déjà là : 3 à « Résidence des Tilleuls ».", Plain(await TakeIn(given, office, grown)), StringComparison.Ordinal);
        Assert.Equal(4, (await Sheets(given)).Count);
        var takenOut = await (await office.Open($"/bureau/enquetes/{given.Survey.Reference}/reprendre/{given.Code}/retirer")).Form("Retirer ces réponses").Attach("Fichier", "reponses.ndjson", Encoding.UTF8.GetBytes(grown), "application/fhir+ndjson").Send();
        Assert.Contains("4 réponses sont retirées", Plain(takenOut), StringComparison.Ordinal);
        Assert.Empty(await Sheets(given));
    }

    [Fact]
    public void A_sheet_that_stands_twice_in_a_file_is_one_and_an_id_with_other_answers_is_another()
    {
        string One(string answer) => Line(answer, "\"id\":\"a\",");
        var survey = Guid.CreateVersion7();
        Assert.Equal(2, FhirSheets.Read(Encoding.UTF8.GetBytes($"{One("OUN_OUI")}\n{One("OUN_OUI")}\n{One("OUN_NON")}\n"), Given.EveryKind, survey).Count);
        // Another survey has other keys: nobody finds a sheet of one in the other.
        Assert.Empty(FhirSheets.Keys(Encoding.UTF8.GetBytes(One("OUN_OUI")), survey).Take(1).Intersect(FhirSheets.Keys(Encoding.UTF8.GetBytes(One("OUN_OUI")), Guid.CreateVersion7())));
    }

    /// <summary>PostgreSQL holds no U+0000, and a text says the same without it.</summary>
    [Fact]
    public async Task A_text_with_signs_that_are_no_text_is_taken_without_them()
    {
        var (given, office) = await AnOffice();
        using var _ = office;
        var page = await TakeIn(given, office, Line("OUN_OUI").Replace("Un banc.", "Un\\u0000 banc\\u001f.", StringComparison.Ordinal) + "\n");
        Assert.Contains("Une réponse est reprise", page.TextContent, StringComparison.Ordinal);
        Assert.Equal("Un banc.", (await place.Db(db => db.AnswerTexts.AsNoTracking().SingleAsync(t => t.SurveyId == given.Survey.Id))).Text);
    }

    /// <summary>The second sheet cannot be written: the first is not there either, and the journal says nothing.</summary>
    [Fact]
    public async Task A_file_that_cannot_be_written_whole_leaves_nothing()
    {
        var (given, office) = await AnOffice();
        using var _ = office;
        var file = $"{Line("OUN_NON")}\n{Line("OUN_OUI")}\n";
        var second = FhirSheets.Read(Encoding.UTF8.GetBytes(file), Given.EveryKind, given.Survey.Id)[1];
        await place.Db(async db =>
        {
            db.AnswerTexts.Add(new AnswerText(SheetKey.Id(second.Key, "texte"), given.Survey, given.Place, place.Clock.UtcNow().ParisDay(), "texte", "Déjà là."));
            return await db.SaveChangesAsync();
        });
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await TakeIn(given, office, file)).Status);
        Assert.Empty(await Sheets(given));
        Assert.Equal(1, await place.Db(db => db.AnswerTexts.CountAsync(t => t.SurveyId == given.Survey.Id)));
        Assert.Equal(0, await place.Db(db => db.JournalEntries().CountAsync(e => e.Act == Croisee.Surveys.Acts.TakenIn && e.SubjectId == given.Survey.Id)));
    }

    [Fact]
    public async Task A_bundle_and_a_single_sheet_are_taken_too()
    {
        var (given, office) = await AnOffice();
        using var _ = office;
        await TakeIn(given, office, Line("OUN_OUI"));
        await TakeIn(given, office, $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{Line("OUN_OUI", """ "id":"deux", """)}}},{"resource":{{Line("OUN_NON")}}}]}""");
        Assert.Equal(3, (await Sheets(given)).Count);
    }

    [Fact]
    public async Task What_is_not_asked_stops_the_file_until_somebody_leaves_it_out()
    {
        var (given, office) = await AnOffice();
        using var _ = office;
        var file = $"{Line("OUN_OUI")}\n{Line("FORGED")}";
        var page = await TakeIn(given, office, file);
        Assert.Contains(page.Errors, e => e.StartsWith("Réponse 2, connu", StringComparison.Ordinal));
        Assert.Empty(await Sheets(given));
        Assert.Contains("Une réponse est reprise", (await TakeIn(given, office, file, anyway: true)).TextContent, StringComparison.Ordinal);
        // What is left of the second is no answer.
        Assert.Single(await Sheets(given));
    }

    /// <summary>There is nothing to correct in the file: they are left aside, and said.</summary>
    [Fact]
    public async Task Sheets_that_say_themselves_that_they_do_not_count_are_left_aside()
    {
        var (given, office) = await AnOffice();
        using var _ = office;
        string As(string status) => Line("OUN_NON").Replace("\"completed\"", $"\"{status}\"", StringComparison.Ordinal);
        var file = $"{Line("OUN_OUI")}\n{As("entered-in-error")}\n{As("in-progress")}\n";
        Assert.Contains("2 feuilles, par erreur ou pas finies, sont laissées de côté", Plain(await TakeIn(given, office, file)), StringComparison.Ordinal);
        Assert.Single(await Sheets(given));
        Assert.StartsWith("Aucune feuille de ce fichier", Assert.Single((await TakeIn(given, office, As("stopped"))).Errors), StringComparison.Ordinal);
    }

    /// <summary>As on paper: who answers in a person's place does so where the survey has words for it and allowed it.</summary>
    [Fact]
    public async Task A_file_is_of_no_way_of_answering_that_the_survey_has_not()
    {
        var (given, office) = await AnOffice();
        using var _ = office;
        var page = await office.Open($"/bureau/enquetes/{given.Survey.Reference}/reprendre/{given.Code}");
        Assert.Empty(page.Document.QuerySelectorAll("select[name='Form.Mode'] option[value$=_a_la_place]"));
        foreach (var mode in new[] { "professionnel_a_la_place", "proche_a_la_place" })
            Assert.Equal("Choisissez une réponse de la liste.", Assert.Single((await page.Form("Reprendre ces réponses").Attach("Fichier", "reponses.ndjson", Encoding.UTF8.GetBytes(Line("OUN_NON")), "application/fhir+ndjson").Select("Par où ces réponses sont-elles venues ?", "Papier").Set("Form.Mode", mode).Send()).Errors));
        Assert.Empty(await Sheets(given));
    }

    public static TheoryData<string> NoSheets => ["", "\0", "rien", "[]", "{}", "{\"resourceType\":\"Patient\"}", "{\"resourceType\":\"Bundle\"}", "{\"resourceType\":\"Bundle\",\"entry\":[1,{}]}", "{\"resourceType\":5}"];

    [Theory, MemberData(nameof(NoSheets))]
    public async Task What_is_no_sheet_is_refused_in_words(string file)
    {
        var (given, office) = await AnOffice();
        using var _ = office;
        Assert.NotEmpty((await TakeIn(given, office, file)).Errors);
        Assert.Empty(await Sheets(given));
    }
}
