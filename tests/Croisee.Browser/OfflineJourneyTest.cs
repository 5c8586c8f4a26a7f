using Croisee.Data;
using Croisee.Journal;
using Croisee.Surveys;
using Croisee.Surveys.Offline;
using Croisee.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>A device in a street without a network: prepared, carried away, brought back (F23).</summary>
public sealed class OfflineJourneyTest(Chromium chromium, RoamingPlace place) : Carried(chromium, place), IClassFixture<RoamingPlace>
{
    [Fact]
    public async Task Fifty_persons_answer_without_a_network_and_each_arrives_once()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given);
        await using var _ = context;
        var address = page.Url;
        await context.SetOfflineAsync(true);
        // The page is closed and opened again where there is no network, on a day that the device has wrong.
        await page.CloseAsync();
        page = await context.NewPageAsync();
        await page.Clock.SetFixedTimeAsync(new DateTime(2019, 1, 1));
        await page.GotoAsync(address);
        await page.GetByText(Ready).WaitForAsync();
        await Tell(page, 50);
        await page.GetByText("50 réponses en attente").WaitForAsync();
        await page.GetByText("Pas de réseau : elles partiront quand il reviendra.").WaitForAsync();
        Assert.Empty(await Sheets(given));
        // Days later, the questionnaire has a new version; this survey goes on with its own.
        Place.Clock.Advance(TimeSpan.FromDays(7));
        await Place.Db(async db =>
        {
            var questionnaire = await db.Questionnaires.Include(q => q.Drafts).Include(q => q.Revisions).SingleAsync(q => q.Reference == given.Questionnaire);
            questionnaire.Write(questionnaire.Content with { Title = new("Autrement dit") }, "Titre", Place.Clock.UtcNow());
            questionnaire.Publish(comparable: false, Place.Clock.UtcNow());
            db.Record(Place.Clock.UtcNow(), Actor.System, Croisee.Surveys.Acts.Published, questionnaire);
            return await db.SaveChangesAsync();
        });
        await context.SetOfflineAsync(false);
        await page.Press("Envoyer maintenant");
        await page.GetByText("Aucune réponse en attente, 50 envoyées.").WaitForAsync();
        var sheets = await Sheets(given);
        Assert.Equal(50, sheets.Count);
        Assert.All(sheets, s => Assert.Equal(("CAN_HORS_LIGNE", "aide_pair", Place.Clock.ParisToday(), 1), (s.Channel, s.Mode, s.Day, s.RevisionNumber)));
        Assert.Equal(25, sheets.Count(s => s.Given()["savoir"].Contains("OUN_OUI")));
        await page.ReloadAsync();
        await page.GetByText("Aucune réponse en attente, 50 envoyées.").WaitForAsync();
        Assert.Equal(50, (await Sheets(given)).Count);
    }

    [Fact]
    public async Task A_person_goes_back_passes_is_left_alone_and_may_erase_everything()
    {
        var given = await Place.Given.AnOpenSurvey(content: Given.EveryKind);
        var (context, page) = await Prepare(given, width: 320);
        await using var _ = context;
        await context.SetOfflineAsync(true);
        await page.Press("Commencer avec une personne");
        Assert.Equal("Question 1 sur 5", await Shown(page));
        await page.Press("Suivant");
        Assert.Equal("Choisissez une réponse, ou passez cette question.", await page.GetByRole(AriaRole.Alert).InnerTextAsync());
        // What is wrong belongs to its field, until it is right.
        var asked = page.Locator("[data-field=connu] fieldset");
        Assert.Contains("-faute", await asked.GetAttributeAsync("aria-describedby"));
        await page.Answer(("r.connu", "OUN_OUI"));
        await page.Press("Suivant");
        Assert.DoesNotContain("-faute", await asked.GetAttributeAsync("aria-describedby") ?? "");
        // What was answered opens the second part.
        Assert.Equal("Question 2 sur 10", await Shown(page));
        await page.Press("Revenir");
        Assert.True(await page.Locator("[name='r.connu'][value=OUN_OUI]").IsCheckedAsync());
        await page.Press("Suivant");
        await page.Press("Laissez-moi seul");
        Assert.Equal(0, await page.Locator("[data-helper]:visible").CountAsync());
        await page.Press("Passer cette question");
        await page.Press("Passer cette question");
        await page.Answer(("r.lieux", "SALON"), ("r.lieux", "NSP"));
        await page.Press("Suivant");
        Assert.Contains("ne choisissez rien d’autre", await page.GetByRole(AriaRole.Alert).InnerTextAsync());
        await page.Locator("[name='r.lieux'][value=NSP]").UncheckAsync(new() { Force = true });
        await page.Press("Suivant");
        await page.Answer(("r.ordre.SOINS", "1"), ("r.ordre.REPAS", "1"));
        await page.Press("Suivant");
        Assert.Contains("la même place", await page.GetByRole(AriaRole.Alert).InnerTextAsync());
        await page.Answer(("r.ordre.REPAS", "2"));
        await page.Press("Suivant");
        await page.Answer(("r.fois", "13"));
        await page.Press("Suivant");
        Assert.Equal("Écrivez 12 ou moins.", await page.GetByRole(AriaRole.Alert).InnerTextAsync());
        Assert.Equal("true", await page.Locator("#r_fois").GetAttributeAsync("aria-invalid"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.Answer(("r.fois", "3"));
        await page.Press("Suivant");
        await page.Answer(("r.jour", "2026-05-31"));
        await page.Press("Suivant");
        await page.Answer(("r.mot", "Merci"));
        await page.Press("Suivant");
        await page.Answer(("r.texte", "Un banc\nprès de la porte."));
        await page.Press("Suivant");
        await page.Answer(("r.accord", "oui"));
        await page.Press("Suivant");
        await page.Press("Garder mes réponses");
        await page.Press("Rendre l’appareil");
        // The next person stops.
        await page.Press("Commencer avec une personne");
        Assert.False(await page.Locator("[name='r.connu'][value=OUN_OUI]").IsCheckedAsync());
        await page.Answer(("r.connu", "OUN_NON"));
        await page.Press("Suivant");
        await page.Press("Arrêter et effacer");
        await page.Press("Oui, tout effacer");
        Assert.Equal("Vos réponses sont effacées", await Shown(page));
        await page.Press("Rendre l’appareil");
        await context.SetOfflineAsync(false);
        await page.GetByText("Aucune réponse en attente, une envoyée.").WaitForAsync();
        var sheet = Assert.Single(await Sheets(given));
        Assert.Null(sheet.Mode);
        Assert.Equal("""{"accord":["oui"],"connu":["OUN_OUI"],"fois":["3"],"jour":["2026-05-31"],"lieux":["SALON"],"ordre":["SOINS","REPAS"]}""", sheet.Answers);
        Assert.Equal(2, await Place.Db(db => db.AnswerTexts.CountAsync(t => t.SurveyId == given.Survey.Id)));
    }

    /// <summary>A device that was let fall, or a page of another time: one envelope that the server cannot open, before the others.</summary>
    [Fact]
    public async Task One_damaged_answer_holds_back_no_other()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await context.SetOfflineAsync(true);
        await Tell(page, 3);
        await page.EvaluateAsync("""
            async () => {
              const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });
              const { name } = (await indexedDB.databases()).find(d => d.name.startsWith('croisee-'));
              const db = await done(indexedDB.open(name));
              await done(db.transaction('kept', 'readwrite').objectStore('kept').put('abîmée', '!'));
              db.close();
            }
            """);
        await context.SetOfflineAsync(false);
        await page.GetByText("Une réponse en attente, 3 envoyées.").WaitForAsync();
        await page.GetByText("Une réponse est abîmée : elle reste ici. N’effacez rien et appelez l’équipe de l’enquête.").WaitForAsync();
        Assert.Equal(3, (await Sheets(given)).Count);
    }

    [Fact]
    public async Task Answers_that_come_after_the_end_are_in_the_teams_tray()
    {
        var given = await Place.Given.AnOpenSurvey(closesOn: Place.Clock.ParisToday());
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await context.SetOfflineAsync(true);
        await Tell(page, 3);
        Place.Clock.Advance(TimeSpan.FromDays(2));
        await context.SetOfflineAsync(false);
        await page.GetByText("Aucune réponse en attente, 3 envoyées.").WaitForAsync();
        Assert.Empty(await Sheets(given));
        Assert.Equal(3, await Place.Db(db => db.LateEnvelopes.CountAsync(l => l.SurveyId == given.Survey.Id && l.Reason == LateReason.AfterTheEnd)));
        await page.ReloadAsync();
        await page.GetByText(Ready).WaitForAsync();
    }

    [Fact]
    public async Task Every_screen_of_a_device_is_without_fault_for_axe()
    {
        var given = await Place.Given.AnOpenSurvey(content: Given.EveryKind);
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await Look("accueil");
        await page.Press("Commencer avec une personne");
        for (var screen = 1; !await page.Locator("#fin").IsVisibleAsync(); screen++)
        {
            await Look($"question {screen}");
            if (screen == 1) await page.Answer(("r.connu", "OUN_OUI"));
            await page.Press(screen == 1 ? "Suivant" : "Passer cette question");
        }
        await Look("fin");
        await page.Press("Garder mes réponses");
        await page.Locator("#merci").WaitForAsync();
        await Look("merci");

        async Task Look(string screen)
        {
            var faults = await page.Judged();
            Assert.True(faults.Count == 0, screen + ": " + string.Join("; ", faults));
        }
    }
}
