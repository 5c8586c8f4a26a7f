using Croisee.Data;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Offline;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Croisee.Tests.Surveys.PreparedDevice;

namespace Croisee.Tests.Surveys;

/// <summary>The devices of a survey as its team sees them: how many there may be, taken off one by one, and the late answers of all of them counted at once.</summary>
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
        await (await office.Open(desk)).Form("La compter").Send();
        await (await office.Open($"{desk}?retirer={device.Id}")).Form("Oui, le retirer").Send();
        Assert.Equal(0, await place.Db(db => db.OfflineDevices.CountAsync(d => d.SurveyId == given.Survey.Id)));
        Assert.Single(await Sheets(given));
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
