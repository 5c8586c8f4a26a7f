using System.Net;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Offline;
using Croisee.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Croisee.Tests.Surveys.PreparedDevice;

namespace Croisee.Tests.Surveys;

/// <summary>The devices of a survey as its team sees them: how many there may be, taken off one by one, and the late answers of all of them counted at once.</summary>
[Trait("kind", "slow")]
public sealed class DevicesOfSurveyTest(Place place) : IClassFixture<Place>
{
    Task<PreparedDevice> Prepare(GivenSurvey given) => At(place, given);
    Task<List<AnswerSheet>> Sheets(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync());
    Task<List<LateEnvelope>> Late(GivenSurvey given) => place.Db(db => db.LateEnvelopes.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync());

    /// <summary>Anybody may prepare a device: five hundred that never send anything keep nobody out for more than a week, and the team takes them off one by one.</summary>
    [Fact]
    public async Task Devices_that_nobody_uses_take_nobodys_place()
    {
        var given = await place.Given.AnOpenSurvey();
        var device = await Prepare(given);
        await Post(device, Seal(device, Kept(device, answers: [("savoir", ["OUN_OUI"])])));
        await place.Db(async db =>
        {
            for (var i = 1; i < OfflineDevice.MostOfASurvey; i++) db.OfflineDevices.Add(new OfflineDevice(given.Place, "aide_pair", false, place.Clock.ParisToday(), sealing => sealing));
            return await db.SaveChangesAsync();
        });
        using var browser = place.Browser();
        Assert.StartsWith("Cette enquête a déjà 500 appareils.", Assert.Single((await Ask()).Errors), StringComparison.Ordinal);
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var desk = await office.Open($"/bureau/enquetes/{given.Survey.Reference}/appareils");
        Assert.Contains("Aide d’un pair (sans le lien de l’équipe)", desk.TextContent, StringComparison.Ordinal);
        // The team's own link still has room.
        var ours = desk.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).Single(to => to.Contains("/hors-ligne?equipe=", StringComparison.Ordinal));
        Assert.Empty((await Ask(ours)).Errors);
        Assert.Equal(1, await place.Db(db => db.OfflineDevices.CountAsync(d => d.SurveyId == given.Survey.Id && d.IsOfTeam)));
        Assert.StartsWith("Cette enquête a déjà 500 appareils.", Assert.Single((await Ask(ours[..^1])).Errors), StringComparison.Ordinal);
        var unused = desk.Document.QuerySelectorAll("tbody th").Select(Page.Text).First(m => m != OfflineDevice.MarkOf(Guid.ParseExact(device.Id, "N")));
        var sure = await desk.Follow($"Retirer – {unused}");
        desk = await sure.Form("Oui, le retirer").Send();
        Assert.Contains($"L’appareil {unused} est retiré.", desk.TextContent, StringComparison.Ordinal);
        Assert.Empty((await Ask()).Errors);
        place.Clock.Advance(TimeSpan.FromDays(OfflineDevice.FreshDays));
        Assert.Empty((await Ask()).Errors);
        Assert.Single(await Sheets(given));

        async Task<Page> Ask(string? at = null) => await (await browser.Open(at ?? $"/repondre/{given.Code}/hors-ligne")).Form("Préparer cet appareil").Choose("Je suis ces règles").Choose("Une personne concernée, comme elle").Send();
    }

    /// <summary>A link of one place that got about opens no other place, and fills no other place's number.</summary>
    [Fact]
    public async Task The_teams_link_is_of_one_place()
    {
        var given = await place.Given.AnOpenSurvey(otherPlaces: ["Foyer du Port"]);
        var (here, there) = (given.Survey.Places[0], given.Survey.Places[1]);
        Assert.NotEqual(given.Survey.TeamCodeOf(here), given.Survey.TeamCodeOf(there));
        Assert.Matches($"^[{SurveyPlace.Signs}]{{10}}$", given.Survey.TeamCodeOf(here));
        using var browser = place.Browser();
        async Task<Page> Ask(SurveyPlace at, string code) => await (await browser.Open($"/repondre/{at.Code}/hors-ligne?equipe={code}")).Form("Préparer cet appareil").Choose("Je suis ces règles").Choose("Une personne concernée, comme elle").Send();
        Task<int> OfTeam(SurveyPlace at) => place.Db(db => db.OfflineDevices.CountAsync(d => d.PlaceId == at.Id && d.IsOfTeam));
        const string stale = "Ce lien de l’équipe ne sert plus ici";
        foreach (var (code, told) in new[] { (given.Survey.TeamCodeOf(here), true), (given.Survey.TeamCode, true), (given.Survey.TeamCodeOf(there), false) })
            Assert.Equal(told, (await browser.Open($"/repondre/{there.Code}/hors-ligne?equipe={code}")).TextContent.Contains(stale, StringComparison.Ordinal));
        await Ask(there, given.Survey.TeamCodeOf(here));
        await Ask(there, given.Survey.TeamCode);
        Assert.Equal(0, await OfTeam(there));
        await place.Db(async db =>
        {
            for (var i = 0; i < OfflineDevice.MostOfAPlace; i++) db.OfflineDevices.Add(new OfflineDevice(here, "aide_pair", true, place.Clock.ParisToday(), sealing => sealing));
            return await db.SaveChangesAsync();
        });
        Assert.StartsWith("Votre équipe a déjà 100 appareils pour ce lieu.", Assert.Single((await Ask(here, given.Survey.TeamCodeOf(here))).Errors), StringComparison.Ordinal);
        Assert.Empty((await Ask(there, given.Survey.TeamCodeOf(there))).Errors);
        Assert.Equal(1, await OfTeam(there));
    }

    [Fact]
    public async Task A_device_whose_answers_wait_is_not_taken_off()
    {
        var given = await place.Given.AnOpenSurvey(closesOn: place.Clock.ParisToday());
        var device = await Prepare(given);
        place.Clock.Advance(TimeSpan.FromDays(2));
        await Post(device, Seal(device, Kept(device, answers: [("savoir", ["OUN_OUI"])])));
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var desk = $"/bureau/enquetes/{given.Survey.Reference}/appareils";
        var refused = await (await office.Open($"{desk}?retirer={device.Id}")).Form("Oui, le retirer").Send();
        Assert.StartsWith("Des réponses de cet appareil attendent encore ici", Assert.Single(refused.Errors), StringComparison.Ordinal);
        await (await office.Open(desk)).Form("Les compter toutes").Send();
        await (await office.Open($"{desk}?retirer={device.Id}")).Form("Oui, le retirer").Send();
        Assert.Equal(0, await place.Db(db => db.OfflineDevices.CountAsync(d => d.SurveyId == given.Survey.Id)));
        Assert.Single(await Sheets(given));
    }

    /// <summary>Whoever holds a device cannot fill the disk with answers that fit nothing: beyond what may wait it stays on the device, and the team makes room.</summary>
    [Fact]
    public async Task What_does_not_fit_waits_up_to_a_number_and_is_erased_by_the_team()
    {
        var given = await place.Given.AnOpenSurvey();
        var (device, other) = (await Prepare(given), await Prepare(given));
        string Misfit(PreparedDevice of, string? key = null) => Seal(of, Kept(of, revision: 7, key: key, answers: [("savoir", ["OUN_OUI"])]));
        var first = SheetKey.New();
        Assert.Equal(HttpStatusCode.NoContent, (await Post(device, Misfit(device, first))).Status);
        var id = Guid.ParseExact(device.Id, "N");
        await place.Db(async db =>
        {
            var held = await db.OfflineDevices.SingleAsync(d => d.Id == id);
            for (var i = 1; i < OfflineDevice.MostWaiting; i++) db.LateEnvelopes.Add(new LateEnvelope(Guid.CreateVersion7(), held, place.Clock.ParisToday(), "fermée", LateReason.DoesNotFit));
            return await db.SaveChangesAsync();
        });
        Assert.StartsWith("500 réponses de cet appareil attendent déjà", Assert.Single((await Post(device, Misfit(device))).Errors), StringComparison.Ordinal);
        // One that is here is confirmed again, one that fits is counted, and another device has room.
        Assert.Equal(HttpStatusCode.NoContent, (await Post(device, Misfit(device, first))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Post(device, Seal(device, Kept(device, answers: [("savoir", ["OUN_OUI"])])))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Post(other, Misfit(other))).Status);
        Assert.Single(await Sheets(given));

        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var sure = await (await office.Open($"/bureau/enquetes/{given.Survey.Reference}/appareils")).Follow("Les effacer");
        Assert.Equal(OfflineDevice.MostWaiting + 1, (await Late(given)).Count);
        Assert.Contains("de 500 à 509 réponses", sure.TextContent, StringComparison.Ordinal);
        Assert.Contains("sont effacées", (await sure.Form("Oui, les effacer toutes").Send()).TextContent, StringComparison.Ordinal);
        Assert.Empty(await Late(given));
        Assert.Contains(Croisee.Surveys.Acts.MisfitErased, await place.ActsOn(given.Survey.Id));
        // Kept for ever, the line of the journal says no more than the page did.
        Assert.Equal("de 500 à 509 réponses", await place.Db(db => db.JournalEntries().Where(e => e.SubjectId == given.Survey.Id && e.Act == Croisee.Surveys.Acts.MisfitErased).Select(e => e.Reason).SingleAsync()));
        Assert.Equal(HttpStatusCode.NoContent, (await Post(device, Misfit(device))).Status);
    }

    /// <summary>Who looks each day would read in its growing how many came since (R1, R6).</summary>
    [Fact]
    public async Task The_tray_says_no_number_as_it_grows()
    {
        var given = await place.Given.AnOpenSurvey(closesOn: place.Clock.ParisToday());
        var device = await Prepare(given);
        place.Clock.Advance(TimeSpan.FromDays(2));
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        async Task<string> Tray()
        {
            await Post(device, Seal(device, Kept(device, answers: [("savoir", ["OUN_OUI"])])));
            await Post(device, Seal(device, Kept(device, revision: 7, answers: [("savoir", ["OUN_OUI"])])));
            return Page.Text((await office.Open($"/bureau/enquetes/{given.Survey.Reference}/appareils")).Document.QuerySelector("main"));
        }

        var first = await Tray();
        Assert.Contains("Des réponses sont arrivées après le dernier jour : moins de 10 réponses", first, StringComparison.Ordinal);
        Assert.Equal(first, await Tray());
    }

    /// <summary>Of a page prepared long ago: no sheet, and not said to be counted.</summary>
    [Fact]
    public async Task A_late_sheet_without_an_answer_is_not_told_as_counted()
    {
        var given = await place.Given.AnOpenSurvey();
        var device = await Prepare(given);
        await place.Db(async db =>
        {
            var known = await db.OfflineDevices.SingleAsync(d => d.SurveyId == given.Survey.Id);
            db.LateEnvelopes.Add(new LateEnvelope(Guid.CreateVersion7(), known, place.Clock.ParisToday(), Seal(device, Kept(device)), LateReason.AfterTheEnd));
            return await db.SaveChangesAsync();
        });
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var page = await (await office.Open($"/bureau/enquetes/{given.Survey.Reference}/appareils")).Form("Les compter toutes").Send();
        Assert.Contains("Feuilles sans aucune réponse : 1.", page.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("sont comptées", page.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Sheets(given));
        Assert.Empty(await Late(given));
    }

    [Fact]
    public async Task Late_answers_are_counted_all_together_or_not_at_all()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind, closesOn: place.Clock.ParisToday());
        var device = await Prepare(given);
        var keys = new[] { SheetKey.New(), SheetKey.New() };
        place.Clock.Advance(TimeSpan.FromDays(2));
        foreach (var key in keys) await Post(device, Seal(device, Kept(device, key: key, answers: [("connu", ["OUN_OUI"]), ("texte", ["Un banc."])])));
        // A text of one of them stands in the way of the others.
        await place.Db(async db =>
        {
            db.AnswerTexts.Add(new AnswerText(SheetKey.Id(keys[1], "texte"), given.Survey, given.Place, place.Clock.ParisToday(), "texte", "Déjà là."));
            return await db.SaveChangesAsync();
        });
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        await (await office.Open($"/bureau/enquetes/{given.Survey.Reference}/appareils")).Form("Les compter toutes").Send();
        Assert.Empty(await Sheets(given));
        Assert.Equal(2, (await Late(given)).Count);
    }
}
