using System.Net;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Offline;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Croisee.Tests.Surveys.PreparedDevice;

namespace Croisee.Tests.Surveys;

/// <summary>A device without a network, as the server sees it: prepared once, then sealed answers that come when they come (F23).</summary>
[Trait("kind", "slow")]
public sealed class OfflineTest(Place place) : IClassFixture<Place>
{
    Task<PreparedDevice> Prepare(GivenSurvey given, string helper = "Une personne concernée, comme elle") => PreparedDevice.At(place, given, helper);

    Task<List<AnswerSheet>> Sheets(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync());
    Task<List<LateEnvelope>> Late(GivenSurvey given) => place.Db(db => db.LateEnvelopes.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync());

    [Fact]
    public async Task What_a_device_kept_becomes_one_sheet_however_often_it_is_sent()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        var device = await Prepare(given);
        var content = Seal(device, Kept(device, answers: [("connu", ["OUN_OUI"]), ("ordre.SOINS", ["1"]), ("ordre.REPAS", ["2"]), ("fois", ["3"]), ("texte", ["Un banc."])]));
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.NoContent, (await Post(device, content)).Status);
        var sheet = Assert.Single(await Sheets(given));
        Assert.Equal(("CAN_HORS_LIGNE", "aide_pair", place.Clock.ParisToday()), (sheet.Channel, sheet.Mode, sheet.Day));
        Assert.Equal(["SOINS", "REPAS"], sheet.Given()["ordre"]);
        Assert.Equal("Un banc.", (await place.Db(db => db.AnswerTexts.SingleAsync(t => t.SurveyId == given.Survey.Id))).Text);
        Assert.Equal(1, (await place.Db(db => db.OfflineDevices.SingleAsync(d => d.SurveyId == given.Survey.Id))).Received);
    }

    [Fact]
    public async Task Sixty_four_parallel_sendings_of_one_answer_are_one_sheet_and_all_are_confirmed()
    {
        var given = await place.Given.AnOpenSurvey();
        var device = await Prepare(given);
        var content = Seal(device, Kept(device, answers: [("savoir", ["OUN_OUI"])]));
        var sent = await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ => await Post(device with { Browser = place.Browser() }, content)));
        Assert.All(sent, p => Assert.Equal(HttpStatusCode.NoContent, p.Status));
        Assert.Single(await Sheets(given));
    }

    [Fact]
    public async Task A_question_passed_on_the_device_is_no_fault_and_the_form_shows_the_rules_of_help()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/hors-ligne");
        Assert.Equal(2, (await page.Form("Préparer cet appareil").Send()).Errors.Count);
        Assert.Equal(0, await place.Db(db => db.OfflineDevices.CountAsync(d => d.SurveyId == given.Survey.Id)));
        var device = await Prepare(given);
        Assert.Equal(HttpStatusCode.NoContent, (await Post(device, Seal(device, Kept(device, mode: null, answers: [("avis_1", ["ACC5_4"])])))).Status);
        Assert.Single(await Sheets(given));
    }

    [Fact]
    public async Task What_comes_after_the_end_waits_sealed_until_the_team_counts_it()
    {
        var given = await place.Given.AnOpenSurvey(closesOn: place.Clock.ParisToday());
        var device = await Prepare(given);
        var (first, late) = (Seal(device, Kept(device, answers: [("savoir", ["OUN_OUI"])])), Seal(device, Kept(device, answers: [("savoir", ["OUN_NON"])])));
        Assert.Equal(HttpStatusCode.NoContent, (await Post(device, first)).Status);
        place.Clock.Advance(TimeSpan.FromDays(2));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await Post(device, first)).Status);
            Assert.Equal(HttpStatusCode.NoContent, (await Post(device, late)).Status);
        }
        Assert.Single(await Sheets(given));
        Assert.Equal((LateReason.AfterTheEnd, late), ((await Late(given)).Single().Reason, (await Late(given)).Single().Content));

        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var tray = await office.Open($"/bureau/enquetes/{given.Survey.Reference}/appareils");
        Assert.Contains("Des réponses sont arrivées après le dernier jour : moins de 10 réponses", tray.TextContent, StringComparison.Ordinal);
        await tray.Form("Les compter toutes").Send();
        Assert.Equal(2, (await Sheets(given)).Count);
        Assert.Empty(await Late(given));
        // The device that never heard the confirmation sends once more.
        Assert.Equal(HttpStatusCode.NoContent, (await Post(device, late)).Status);
        Assert.Equal((2, 0), ((await Sheets(given)).Count, (await Late(given)).Count));
    }

    [Fact]
    public async Task After_the_last_figures_a_late_answer_stays_in_the_tray()
    {
        var given = await place.Given.AnOpenSurvey(closesOn: place.Clock.ParisToday());
        var device = await Prepare(given);
        place.Clock.Advance(TimeSpan.FromDays(Survey.LateDays + 2));
        await Post(device, Seal(device, Kept(device, answers: [("savoir", ["OUN_OUI"])])));
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var tray = await office.Open($"/bureau/enquetes/{given.Survey.Reference}/appareils");
        Assert.Contains("Les résultats définitifs sont publiés", tray.TextContent, StringComparison.Ordinal);
        Assert.Single(await Late(given));
    }

    [Fact]
    public async Task A_late_answer_that_this_server_cannot_open_stays_and_is_not_said_to_be_counted()
    {
        var given = await place.Given.AnOpenSurvey();
        await place.Given.ADevice(given); // Sealed by nobody, as after the loss of the key ring.
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var page = await (await office.Open($"/bureau/enquetes/{given.Survey.Reference}/appareils")).Form("Les compter toutes").Send();
        Assert.Contains("Réponses qui ne s’ouvrent pas sur ce serveur : moins de 10 réponses.", page.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Sheets(given));
        Assert.Single(await Late(given));
    }

    /// <summary>A page that was prepared long ago does not refuse too few places: that one answer is left, and the sheet counts.</summary>
    [Fact]
    public async Task An_order_out_of_bounds_keeps_nothing_else_of_its_sheet_from_counting()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind with { Sections = [.. Given.EveryKind.Sections.Select(s => s with { Questions = [.. s.Questions.Select(q => q.Code == "ordre" ? q with { Least = 2, Required = true } : q)] })] });
        var device = await Prepare(given);
        Assert.Equal(HttpStatusCode.NoContent, (await Post(device, Seal(device, Kept(device, answers: [("connu", ["OUN_OUI"]), ("ordre.SOINS", ["1"])])))).Status);
        var sheet = Assert.Single(await Sheets(given)).Given();
        Assert.Equal((1, 0), (sheet["connu"].Count, sheet["ordre"].Count));
        Assert.Empty(await Late(given));
    }

    public static TheoryData<string> Misfits => ["revision", "option", "mode", "nul", "number"];

    [Theory, MemberData(nameof(Misfits))]
    public async Task What_does_not_answer_this_questionnaire_is_kept_apart_and_never_counted(string what)
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        var device = await Prepare(given);
        var kept = what switch
        {
            "revision" => Kept(device, revision: 7, answers: [("connu", ["OUN_OUI"])]),
            "option" => Kept(device, answers: [("connu", ["FORGED"])]),
            "mode" => Kept(device, mode: "professionnel_a_la_place", answers: [("connu", ["OUN_OUI"])]),
            "nul" => Kept(device, answers: [("connu", ["OUN_OUI"]), ("texte", ["a\0b"])]),
            _ => Kept(device, answers: [("connu", ["OUN_OUI"]), ("fois", ["13"])]),
        };
        Assert.Equal(HttpStatusCode.NoContent, (await Post(device, Seal(device, kept))).Status);
        Assert.Empty(await Sheets(given));
        Assert.Equal(LateReason.DoesNotFit, Assert.Single(await Late(given)).Reason);
    }

    [Fact]
    public async Task What_this_device_did_not_seal_is_refused_and_kept_by_whoever_sent_it()
    {
        var given = await place.Given.AnOpenSurvey();
        var (device, other) = (await Prepare(given), await Prepare(given));
        var kept = Kept(device, answers: [("savoir", ["OUN_OUI"])]);
        var good = Seal(device, kept);
        var touched = good[..^4] + (good[^4] == 'A' ? 'B' : 'A') + good[^3..];
        foreach (var bad in new[] { "", "x", "éé", new string('A', 500), touched, Seal(other, kept), Seal(device, "{}"), Seal(device, "not json"), Seal(device, """{"key":"short","answers":{}}"""), Seal(device, """{"key":"AAAAAAAAAAAAAAAAAAAAAA","answers":{"savoir":null}}"""), Seal(device, """{"key":"AAAAAAAAAAAAAAAAAAAAAA","answers":{"savoir":["\ud800"]}}"""), new string('A', Envelope.LengthMax + 1) })
        {
            var page = await Post(device, bad);
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Single(page.Errors);
        }
        Assert.Empty(await Sheets(given));
        Assert.Empty(await Late(given));
    }

    [Fact]
    public async Task No_device_is_prepared_where_each_person_has_a_card_nor_outside_the_days()
    {
        var cards = await place.Given.AnOpenSurvey(cards: true);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{cards.Code}/hors-ligne");
        Assert.Contains("Une carte ne se lit pas sans réseau", page.TextContent, StringComparison.Ordinal);
        var over = await place.Given.AnOpenSurvey(closesOn: place.Clock.ParisToday());
        place.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("Cette enquête est terminée", (await browser.Open($"/repondre/{over.Code}/hors-ligne")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_of_another_place_or_none_is_absent()
    {
        var (given, other) = (await place.Given.AnOpenSurvey(), await place.Given.AnOpenSurvey());
        var device = await Prepare(given);
        foreach (var path in new[] { $"/repondre/{other.Code}/hors-ligne/{device.Id}", $"/repondre/{given.Code}/hors-ligne/{Guid.NewGuid():N}", $"/repondre/{given.Code}/hors-ligne/rien" })
            Assert.Equal(HttpStatusCode.NotFound, (await device.Browser.Open(path)).Status);
    }

    [Fact]
    public async Task The_private_half_of_the_key_is_in_no_page_and_not_in_the_clear_in_the_database()
    {
        var given = await place.Given.AnOpenSurvey();
        var device = await Prepare(given);
        var stored = await place.Db(db => db.OfflineDevices.AsNoTracking().SingleAsync(d => d.SurveyId == given.Survey.Id));
        Assert.Throws<FormatException>(() => Convert.FromBase64String(stored.PrivateKey));
        Assert.DoesNotContain(stored.PrivateKey, (await device.Browser.Open(device.Path)).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Devices_and_late_answers_are_forgotten_a_year_after_the_end()
    {
        var given = await place.Given.AnOpenSurvey(closesOn: place.Clock.ParisToday());
        var device = await Prepare(given);
        place.Clock.Advance(TimeSpan.FromDays(2));
        await Post(device, Seal(device, Kept(device, answers: [("savoir", ["OUN_OUI"])])));
        place.Clock.Advance(TimeSpan.FromDays(370));
        await place.Given.TheJobRan(ForgetAnswers.Job);
        Assert.Empty(await Late(given));
        Assert.Equal(0, await place.Db(db => db.OfflineDevices.CountAsync(d => d.SurveyId == given.Survey.Id)));
    }
}
