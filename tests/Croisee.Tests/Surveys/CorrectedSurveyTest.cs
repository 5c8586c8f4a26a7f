using Croisee.Data;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Results;
using Croisee.Tests.Surveys.Cards;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Acts = Croisee.Surveys.Acts;

namespace Croisee.Tests.Surveys;

/// <summary>A survey that was opened with a mistake in it: what may be corrected, withdrawn or stopped, until when, and what those who answer see.</summary>
public sealed class CorrectedSurveyTest(Place place) : IClassFixture<Place>
{
    static string Desk(GivenSurvey given, string part = "") => $"/bureau/enquetes/{given.Survey.Reference}{part}";

    async Task<Browser> Team(GivenSurvey given) => await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));

    Task<Survey> Now(GivenSurvey given) => place.Db(db => db.Surveys.AsNoTracking().Include(s => s.Places).SingleAsync(s => s.Id == given.Survey.Id));

    Task<string?> Reason(GivenSurvey given, string act) => place.Db(db => db.JournalEntries().Where(e => e.SubjectId == given.Survey.Id && e.Act == act).OrderByDescending(e => e.At).Select(e => e.Reason).FirstOrDefaultAsync());

    [Fact]
    public async Task A_place_takes_another_name_and_the_rate_follows_the_number_that_stands_now()
    {
        var given = await place.Given.AnOpenSurvey(otherPlaces: "Foyer du Port");
        await place.Given.TheyAnswered(given, 20, choice: i => i % 2);
        await place.Given.TheJobRan(PublishFigures.Job);
        using var team = await Team(given);
        var address = Desk(given, $"/lieux/{given.Code}/corriger");
        var late = (await team.Open(address)).Form("Enregistrer").Fill("Nom du lieu", "Autre nom");
        await (await team.Open(address)).Form("Enregistrer").Fill("Nom du lieu", "Résidence des Lilas").Fill("Combien de personnes peuvent y répondre ?", "40").Send();
        using var anybody = place.Browser();
        var results = (await anybody.Open($"/repondre/{given.Code}/resultats?apres")).TextContent;
        Assert.Contains("Résidence des Lilas", results, StringComparison.Ordinal);
        Assert.Contains("Entre 50 et 60 % des personnes", results, StringComparison.Ordinal);
        Assert.Equal("Résidence des Lilas : nom, « Résidence des Tilleuls » avant ; nombre de personnes, 60 avant", await Reason(given, Acts.PlaceCorrected));
        // Who had the page before is told, and takes nothing back.
        Assert.Equal(System.Net.HttpStatusCode.Conflict, (await late.Send()).Status);
        Assert.StartsWith("Un autre lieu", Assert.Single((await (await team.Open(address)).Form("Enregistrer").Fill("Nom du lieu", "Foyer du Port").Send()).Errors), StringComparison.Ordinal);
        Assert.Equal(["Foyer du Port", "Résidence des Lilas"], (await Now(given)).Places.Select(p => p.Name).Order());
    }

    [Fact]
    public async Task A_place_where_nobody_answered_is_withdrawn_and_another_stays()
    {
        var given = await place.Given.AnOpenSurvey(otherPlaces: ["Foyer du Port", "Maison des Vignes"]);
        await place.Given.TheyAnswered(given, 1, atPlace: 1);
        using var team = await Team(given);
        Assert.StartsWith("On a répondu dans ce lieu, ou un appareil", Assert.Single((await Withdraw(1)).Errors), StringComparison.Ordinal);
        await Withdraw(2);
        var left = (await Now(given)).Places;
        Assert.Equal(["Foyer du Port", "Résidence des Tilleuls"], left.Select(p => p.Name).Order());
        Assert.Equal("Maison des Vignes : Inscrite deux fois.", await Reason(given, Acts.PlaceWithdrawn));
        using var anybody = place.Browser();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anybody.Open("/repondre/" + given.Survey.Places[2].Code)).Status);
        // Sent on the way while it was withdrawn: the others are published all the same.
        await place.Given.TheyAnswered(given, 1, atPlace: 2);
        await place.Given.TheyAnswered(given, 12);
        await place.Given.TheJobRan(PublishFigures.Job);
        Assert.Contains("de 10 à 14 réponses", (await anybody.Open($"/repondre/{given.Code}/resultats")).TextContent, StringComparison.Ordinal);

        async Task<Page> Withdraw(int at) => await (await team.Open(Desk(given, $"/lieux/{given.Survey.Places[at].Code}/retirer"))).Form("Retirer ce lieu").Fill("Pourquoi ?", "Inscrite deux fois.").Send();
    }

    [Fact]
    public async Task The_only_place_is_not_withdrawn()
    {
        var given = await place.Given.AnOpenSurvey();
        using var team = await Team(given);
        var refused = await (await team.Open(Desk(given, $"/lieux/{given.Code}/retirer"))).Form("Retirer ce lieu").Fill("Pourquoi ?", "Une erreur.").Send();
        Assert.StartsWith("C’est le seul lieu", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_is_stopped_at_once_and_whoever_answers_sees_it()
    {
        var given = await place.Given.AnOpenSurvey();
        using var team = await Team(given);
        using var anybody = place.Browser();
        var begun = (await anybody.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses");
        var form = (await team.Open(Desk(given))).Follow("Arrêter");
        Assert.StartsWith("Dites pourquoi", Assert.Single((await (await form).Form("Arrêter l’enquête").Send()).Errors), StringComparison.Ordinal);
        Assert.Contains("Terminée", (await (await team.Open(Desk(given, "/arreter"))).Form("Arrêter l’enquête").Fill("Pourquoi ?", "Le questionnaire blesse.").Send()).TextContent, StringComparison.Ordinal);
        Assert.Equal("Le questionnaire blesse.", await Reason(given, Acts.Closed));
        Assert.Contains("Cette enquête est terminée.", (await anybody.Open("/repondre/" + given.Code)).TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Cette enquête vient de se terminer", (await begun.Send()).Errors[0], StringComparison.Ordinal);
        Assert.Equal(0, await place.Db(db => db.AnswerSheets.CountAsync(s => s.SurveyId == given.Survey.Id)));
        // Prolonged, it goes on.
        await (await team.Open(Desk(given, "/prolonger"))).Form("Prolonger").Fill("Nouveau dernier jour, inclus", place.Clock.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Fill("Pourquoi ?", "C’est corrigé.").Send();
        Assert.DoesNotContain("terminée", (await anybody.Open("/repondre/" + given.Code + "?apres")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_that_was_to_open_later_never_does_once_it_is_stopped()
    {
        var given = await place.Given.AnOpenSurvey();
        await OpensInThreeDays(given);
        using var team = await Team(given);
        await (await team.Open(Desk(given, "/arreter"))).Form("Arrêter l’enquête").Fill("Pourquoi ?", "Ouverte deux fois.").Send();
        var stopped = await Now(given);
        Assert.Equal(place.Clock.ParisToday(), stopped.ClosesOn);
        Assert.False(stopped.AcceptsAt(Day(4)) || stopped.TakesPapersAt(Day(4)) || stopped.IsOver(Day(4)));
        using var anybody = place.Browser();
        Assert.Contains("Cette enquête est terminée.", (await anybody.Open("/repondre/" + given.Code)).TextContent, StringComparison.Ordinal);
        Assert.StartsWith("L’enquête est déjà terminée", Assert.Single((await (await team.Open(Desk(given, "/arreter"))).Form("Arrêter l’enquête").Fill("Pourquoi ?", "Encore.").Send()).Errors), StringComparison.Ordinal);
        // Prolonged, it opens on its first day and no sooner.
        async Task<Page> Prolong(int days) => await (await team.Open(Desk(given, "/prolonger"))).Form("Prolonger").Fill("Nouveau dernier jour, inclus", Day(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Fill("Pourquoi ?", "Tout compte fait.").Send();
        Assert.Equal("Le dernier jour vient avant le premier.", Assert.Single((await Prolong(1)).Errors));
        await Prolong(9);
        Assert.Contains("Cette enquête n’est pas encore ouverte.", (await anybody.Open("/repondre/" + given.Code + "?apres")).TextContent, StringComparison.Ordinal);
        Assert.True((await Now(given)).AcceptsAt(Day(4)));

        DateTime Day(int days) => place.Clock.GetUtcNow().UtcDateTime.AddDays(days);
    }

    [Fact]
    public async Task The_rate_of_all_follows_places_that_come_and_leave()
    {
        var given = await place.Given.AnOpenSurvey(grouping: "Gironde", otherPlaces: ["Foyer du Port, Gironde", "Maison des Vignes, Gironde", "Foyer du Lac, Gironde"]);
        for (var at = 0; at < 3; at++) await place.Given.TheyAnswered(given, 20, atPlace: at, choice: i => i % 2);
        await place.Given.TheJobRan(PublishFigures.Job);
        using var team = await Team(given);
        Assert.Equal([25, 25], await Rates());
        await (await team.Open(Desk(given, $"/lieux/{given.Survey.Places[3].Code}/retirer"))).Form("Retirer ce lieu").Fill("Pourquoi ?", "Inscrit deux fois.").Send();
        Assert.Equal([33, 33], await Rates());
        await (await team.Open(Desk(given))).Form("Ajouter ce lieu").Fill("Nom du lieu", "Service du Canal").Fill("Combien de personnes", "60").Send();
        Assert.Equal([25, 33], await Rates());
        var list = await (await team.Open(Desk(given, "/lieux/ajouter"))).Form("Relire la liste").Fill("Un lieu par ligne", "Clos Fleuri ; 60 ; ; Gironde\nMas du Lac").Send();
        await list.Form("Ajouter ces 2 lieux").Send();
        // Nobody said how many may answer in one of them.
        Assert.Equal([null, 25], await Rates());

        async Task<int?[]> Rates() => await place.Db(async db => new[] { await Rate(db, SurveyPlan.Whole), await Rate(db, SurveyPlan.PopulationOf("Gironde")) });
        async Task<int?> Rate(AppDb db, string population) => (await db.PublishedFigures.AsNoTracking().SingleAsync(f => f.SurveyId == given.Survey.Id && f.Population == population)).Read().Single(t => t is { Question: null, Cut: null }).Rate?.Low;
    }

    [Fact]
    public async Task A_place_where_a_card_was_given_stays()
    {
        var given = await place.Given.AnOpenSurvey(cards: true, otherPlaces: "Foyer du Port");
        using var team = await Team(given);
        await place.Cards(given, 1);
        await place.Db(db => db.Write(d => d.OneTimeCodes.Where(c => c.PlaceId == given.Place.Id).ExecuteUpdate(s => s.SetProperty(c => c.Used, true))));
        var refused = await (await team.Open(Desk(given, $"/lieux/{given.Code}/retirer"))).Form("Retirer ce lieu").Fill("Pourquoi ?", "Une erreur.").Send();
        Assert.StartsWith("On a répondu dans ce lieu", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    Task<int> OpensInThreeDays(GivenSurvey given)
    {
        var day = DateOnly.FromDateTime(place.Clock.GetUtcNow().UtcDateTime).AddDays(3);
        return place.Db(db => db.Write(d => d.Surveys.Where(s => s.Id == given.Survey.Id).ExecuteUpdate(s => s.SetProperty(x => x.OpensOn, day))));
    }

    [Fact]
    public async Task The_purpose_is_corrected_before_the_survey_opens_and_not_after()
    {
        var given = await place.Given.AnOpenSurvey();
        using var team = await Team(given);
        const string Save = "Enregistrer", Purpose = "À quoi servent les réponses ?";
        Assert.StartsWith("L’enquête a commencé", Assert.Single((await (await team.Open(Desk(given, "/presentation"))).Form(Save).Fill(Purpose, "Autre chose.").Send()).Errors), StringComparison.Ordinal);
        await OpensInThreeDays(given);
        await (await (await team.Open(Desk(given))).Follow("Corriger le titre ou le but")).Form(Save).Fill(Purpose, "Le conseil choisira deux choses à changer.").Send();
        Assert.Equal("Le conseil choisira deux choses à changer.", (await Now(given)).Purpose);
    }
}
