using System.Net;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Results;
using Croisee.Surveys.SafeRoom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Acts = Croisee.Surveys.Acts;

namespace Croisee.Tests.Surveys.SafeRoom;

/// <summary>The raw table: declared, promised, asked why, written down; and closed to everybody else.</summary>
[Trait("kind", "slow")]
public sealed class SafeRoomTest(Place place) : IClassFixture<Place>
{
    const string Marker = "MARQUEUR-TEXTE-LIBRE";
    static readonly string[] Rooms = ["salle", "salle/entrer", "salle/engagement", "salle/croisement", "salle/fichiers"];

    sealed record Scene(GivenSurvey Given, Person Administrator, Person Analyst)
    {
        public string Path(string part) => $"/bureau/enquetes/{Given.Survey.Reference}/{part}";
    }

    /// <summary>A survey with answers that were published, an administrator of its organisation, and somebody with an account.</summary>
    async Task<Scene> AScene(int answers = 20)
    {
        var given = await place.Given.AnOpenSurvey(eligible: 400, content: Croisee.Tests.Given.EveryKind, otherPlaces: ["Foyer du Port", "Maison des Vignes"]);
        await place.Given.TheyAnswered(given, answers, choice: i => i % 2, texts: $"{Marker} Mme Martin 06 12 34 56 78");
        await place.Given.TheJobRan(PublishFigures.Job);
        return new(given, await place.Given.AnAccount("Ada", Role.Administrator, given.Survey.Organisation), await place.Given.AnAccount("Noé"));
    }

    async Task<Browser> Inside(Scene scene)
    {
        await place.Given.AnAnalyst(scene.Given, scene.Analyst, scene.Administrator);
        var browser = await place.Given.SignedIn(scene.Analyst);
        var page = await (await browser.Open(scene.Path("salle"))).Form("Entrer").Fill("Pourquoi venez-vous ?", "Comparer les lieux.").Send();
        Assert.StartsWith("Salle sûre", page.Heading, StringComparison.Ordinal);
        return browser;
    }

    Task<List<RoomLine>> Lines(Scene scene) => place.Db(db => db.RoomLines.AsNoTracking().Where(l => l.SurveyId == scene.Given.Survey.Id).OrderBy(l => l.At).ThenBy(l => l.Id).ToListAsync());

    [Fact]
    public async Task An_administrator_declares_the_person_promises_then_says_why_and_reads()
    {
        var scene = await AScene();
        using var administrator = await place.Given.SignedIn(scene.Administrator);
        using var analyst = await place.Given.SignedIn(scene.Analyst);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Open(scene.Path("salle"))).Status);
        var form = (await administrator.Open(scene.Path("analystes"))).Form("Déclarer analyste").Fill("Adresse de courriel de son compte", "personne@nulle.part").Fill("À quoi servira son analyse ?", "Comparer les lieux.").Fill("Dernier jour, inclus", place.Clock.ParisToday().AddMonths(2).ToString("yyyy-MM-dd"));
        var refused = await form.Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Aucun compte", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("Comparer les lieux.", refused.TextContent, StringComparison.Ordinal);
        var declared = await refused.Form("Déclarer analyste").Fill("Adresse de courriel de son compte", scene.Analyst.Email.ToUpperInvariant()).Send();
        Assert.Contains("Noé", declared.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Cette personne est déjà déclarée", Assert.Single((await declared.Form("Déclarer analyste").Fill("Adresse de courriel de son compte", scene.Analyst.Email).Fill("À quoi servira son analyse ?", "Encore.").Fill("Dernier jour, inclus", place.Clock.ParisToday().ToString("yyyy-MM-dd")).Send()).Errors), StringComparison.Ordinal);
        Assert.Contains("Noé, déclaré·e le", (await administrator.Open(scene.Path(""))).TextContent, StringComparison.Ordinal);

        var promise = await analyst.Open(scene.Path("salle"));
        Assert.Equal("Votre engagement d’analyste", promise.Heading);
        Assert.Equal(HttpStatusCode.BadRequest, (await promise.Form("M’engager").Send()).Status);
        var door = await promise.Form("M’engager").Choose("J’ai lu ces lignes et je m’y engage").Send();
        Assert.Equal("Entrer dans la salle sûre", door.Heading);
        Assert.Contains("pourquoi vous venez", Assert.Single((await door.Form("Entrer").Send()).Errors), StringComparison.Ordinal);
        var room = await door.Form("Entrer").Fill("Pourquoi venez-vous ?", "Comparer les lieux.").Send();
        Assert.Equal(20, room.Document.QuerySelectorAll("table.raw tbody tr").Length);
        Assert.Contains(MayLeave.Sentence, room.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, room.Source, StringComparison.Ordinal);
        var acts = await place.Db(db => db.JournalEntries().Where(e => e.SubjectId == scene.Given.Survey.Id).Select(e => e.Act).ToListAsync());
        foreach (var act in new[] { Acts.AnalystDeclared, Acts.AnalystPledged, Acts.Read }) Assert.Single(acts, act);
        Assert.Contains("Mes salles sûres", (await analyst.Open("/compte")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_declares_themselves()
    {
        var scene = await AScene(0);
        using var administrator = await place.Given.SignedIn(scene.Administrator);
        var refused = await (await administrator.Open(scene.Path("analystes"))).Form("Déclarer analyste").Fill("Adresse de courriel de son compte", scene.Administrator.Email).Fill("À quoi servira son analyse ?", "Voir.").Fill("Dernier jour, inclus", place.Clock.ParisToday().ToString("yyyy-MM-dd")).Send();
        Assert.StartsWith("On ne se déclare pas soi-même", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Open(scene.Path("salle"))).Status);
    }

    [Fact]
    public async Task Roles_open_nothing_and_neither_does_another_survey()
    {
        var (scene, other) = (await AScene(0), await AScene(0));
        await place.Given.AnAnalyst(other.Given, scene.Analyst, other.Administrator);
        foreach (var person in new[] { scene.Administrator, scene.Analyst, await place.Given.AnAccount("Organise", Role.Organiser, scene.Given.Survey.Organisation), await place.Given.AnAccount("Racine", Role.Administrator, await place.Given.TheInstance()) })
        {
            using var browser = await place.Given.SignedIn(person);
            foreach (var room in Rooms) Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(scene.Path(room))).Status);
        }
        using var organiser = await place.Given.APerson("Organise encore", Role.Organiser, scene.Given.Survey.Organisation);
        foreach (var closed in new[] { "analystes", "salle/registre" }) Assert.Equal(HttpStatusCode.NotFound, (await organiser.Open(scene.Path(closed))).Status);
    }

    [Fact]
    public async Task Without_the_second_factor_the_door_leads_there_first()
    {
        var scene = await AScene(0);
        await place.Given.AnAnalyst(scene.Given, scene.Analyst, scene.Administrator);
        using var browser = await place.Given.SignedIn(scene.Analyst, secondFactor: false);
        foreach (var room in Rooms.Append("salle/registre"))
            Assert.StartsWith("/compte/second-facteur?retour=", (await browser.Open(scene.Path(room), follow: false)).Response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ended_or_past_declaration_shuts_the_room_at_once()
    {
        var scene = await AScene(0);
        using var browser = await Inside(scene);
        using var administrator = await place.Given.SignedIn(scene.Administrator);
        var ending = await (await administrator.Open(scene.Path("analystes"))).Follow("Terminer – Noé");
        Assert.Single((await ending.Form("Terminer la déclaration").Send()).Errors);
        Assert.Contains("terminée le", (await ending.Form("Terminer la déclaration").Fill("Raison", "L’étude est rendue.").Send()).TextContent, StringComparison.Ordinal);
        foreach (var room in Rooms.Append("salle/registre")) Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(scene.Path(room))).Status);

        var late = await AScene(0);
        await place.Given.AnAnalyst(late.Given, late.Analyst, late.Administrator, until: place.Clock.ParisToday());
        using var last = await place.Given.SignedIn(late.Analyst);
        Assert.Equal("Entrer dans la salle sûre", (await last.Open(late.Path("salle"))).Heading);
        place.Clock.Advance(TimeSpan.FromHours(12));
        try
        {
            using var tomorrow = await place.Given.SignedIn(late.Analyst);
            Assert.Equal(HttpStatusCode.NotFound, (await tomorrow.Open(late.Path("salle"))).Status);
        }
        finally { place.Clock.Advance(TimeSpan.FromHours(-12)); }
    }

    [Fact]
    public async Task A_visit_lasts_two_hours_on_one_device()
    {
        var scene = await AScene(0);
        using var browser = await Inside(scene);
        using var other = await place.Given.SignedIn(scene.Analyst);
        Assert.Equal("Entrer dans la salle sûre", (await other.Open(scene.Path("salle"))).Heading);
        place.Clock.Advance(RoomLine.VisitLife);
        try { Assert.Equal("Entrer dans la salle sûre", (await browser.Open(scene.Path("salle/fichiers"))).Heading); }
        finally { place.Clock.Advance(-RoomLine.VisitLife); }
    }

    [Fact]
    public async Task Crossing_counts_to_the_unit_and_is_written_down()
    {
        var scene = await AScene(21);
        using var browser = await Inside(scene);
        var page = await browser.Open(scene.Path("salle/croisement"));
        Assert.Equal(2, (await page.Form("Croiser").Send()).Errors.Count);
        Assert.Single((await page.Form("Croiser").Select("En lignes", "Lieu").Select("En colonnes", "Lieu").Send()).Errors);
        var crossed = await page.Form("Croiser").Select("En lignes", "Vous connaissez le conseil.").Select("En colonnes", "Lieu").Send();
        var yes = crossed.Document.QuerySelectorAll("tbody tr").First(r => Page.Text(r).StartsWith("Oui", StringComparison.Ordinal));
        Assert.Equal("Oui 11 11", Page.Text(yes));
        Assert.Contains(MayLeave.Sentence, crossed.TextContent, StringComparison.Ordinal);
        Assert.Equal([(RoomAct.Entered, null), (RoomAct.Crossed, "Vous connaissez le conseil. × Lieu")], (await Lines(scene)).Select(l => (l.Act, l.What)));
    }

    [Fact]
    public async Task Files_hold_codes_and_nothing_that_names_a_person_a_day_or_an_order()
    {
        var scene = await AScene(30);
        await place.Given.TheyAnswered(scene.Given, 3);
        using var browser = await Inside(scene);
        var page = await browser.Open(scene.Path("salle/fichiers"));
        var answers = (await page.Form("Télécharger les réponses (CSV)").Send()).Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var codes = (await page.Form("Télécharger les codes (CSV)").Send()).Source;
        Assert.Equal("# " + MayLeave.Sentence, answers[0]);
        Assert.Contains(MayLeave.Sentence, codes, StringComparison.Ordinal);
        Assert.Equal("lieu;mois;canal;maniere;connu;avis_1;avis_2;lieux;ordre;fois;jour;accord", answers[1]);
        var fhir = (await page.Form("Télécharger les réponses (FHIR)").Send()).Source.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // Each line is a sheet that can be read again.
        Assert.Equal(30, fhir.Length);
        foreach (var line in fhir) Assert.True(Croisee.Surveys.Exchange.FhirAnswers.Read(System.Text.Encoding.UTF8.GetBytes(line), scene.Given.Content) is { Given.Values.Count: > 3 }, line);
        // Three wait for seven others: who watches the file sees nobody come in.
        Assert.Equal(30, answers.Length - 2);
        var today = place.Clock.ParisToday();
        foreach (var hidden in new[] { Marker, "Martin", "06 12", ";mot;", scene.Analyst.Email, today.ToString("yyyy-MM-dd"), today.ToString("dd/MM/yyyy") })
            Assert.DoesNotContain(answers.Append(codes).Concat(fhir), l => l.Contains(hidden, StringComparison.Ordinal));
        var stored = await place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == scene.Given.Survey.Id && s.Counted).OrderBy(s => s.Id).ToListAsync());
        Assert.DoesNotContain(answers, l => stored.Any(s => l.Contains($"{s.Id:N}", StringComparison.OrdinalIgnoreCase) || l.Contains($"{s.Id}", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(stored.Select(s => s.Given()["connu"][0]), answers.Skip(2).Select(l => l.Split(';')[4]));
        Assert.Equal([RoomAct.Entered, RoomAct.TookAnswers, RoomAct.TookCodes, RoomAct.TookAnswers], (await Lines(scene)).Select(l => l.Act));
    }

    [Fact]
    public async Task All_answers_are_there_once_nothing_moves_any_more()
    {
        var scene = await AScene(13);
        await place.Given.TheyAnswered(scene.Given, 4);
        await place.Db(async db => await db.Write(d => d.Surveys.Where(s => s.Id == scene.Given.Survey.Id).ExecuteUpdate(u => u.SetProperty(s => s.SettledAt, place.Clock.UtcNow()))));
        using var browser = await Inside(scene);
        Assert.Equal(17, (await browser.Open(scene.Path("salle"))).Document.QuerySelectorAll("table.raw tbody tr").Length);
    }

    [Fact]
    public async Task The_table_goes_by_hundreds_and_odd_page_numbers_are_no_error()
    {
        var scene = await AScene(230);
        using var browser = await Inside(scene);
        var shown = await place.Db(db => db.AnswerSheets.CountAsync(s => s.SurveyId == scene.Given.Survey.Id && s.Counted));
        var pages = new List<int>();
        foreach (var number in new[] { "1", "2", "3" }) pages.Add((await browser.Open(scene.Path("salle?feuille=" + number))).Document.QuerySelectorAll("table.raw tbody tr").Length);
        Assert.Equal([100, 100, shown - 200], pages);
        foreach (var odd in new[] { "0", "-1", "99999999999999", "abc", "" }) Assert.Equal(HttpStatusCode.OK, (await browser.Open(scene.Path("salle?feuille=" + odd))).Status);
    }

    [Fact]
    public async Task The_log_is_read_by_those_who_answer_for_the_survey_and_changed_by_nobody()
    {
        var scene = await AScene(0);
        using var browser = await Inside(scene);
        using var administrator = await place.Given.SignedIn(scene.Administrator);
        foreach (var reader in new[] { browser, administrator })
        {
            var log = await reader.Open(scene.Path("salle/registre"));
            Assert.Contains("Noé est entré·e Comparer les lieux.", log.TextContent, StringComparison.Ordinal);
            Assert.Empty(log.Document.QuerySelectorAll("form[method=post]"));
        }
        await Assert.ThrowsAnyAsync<Exception>(() => place.Db(async db => await db.Write(d => d.RoomLines.Where(l => l.SurveyId == scene.Given.Survey.Id).ExecuteUpdate(u => u.SetProperty(l => l.Why, "Rien.")))));
        await Assert.ThrowsAnyAsync<Exception>(() => place.Db(async db => await db.Write(d => d.RoomLines.Where(l => l.SurveyId == scene.Given.Survey.Id).ExecuteDelete())));
        Assert.Equal("Comparer les lieux.", Assert.Single(await Lines(scene)).Why);
    }

    [Fact]
    public async Task A_closed_account_ends_what_it_was_declared_for()
    {
        var scene = await AScene(0);
        await place.Given.AnAnalyst(scene.Given, scene.Analyst, scene.Administrator);
        await place.With(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await services.GetRequiredService<CloseAccount>().Run(await db.Persons.SingleAsync(p => p.Id == scene.Analyst.Id));
            return true;
        });
        Assert.All(await place.Db(db => db.Analysts.AsNoTracking().Where(a => a.SurveyId == scene.Given.Survey.Id).ToListAsync()), a => Assert.NotNull(a.EndedAt));
    }
}
