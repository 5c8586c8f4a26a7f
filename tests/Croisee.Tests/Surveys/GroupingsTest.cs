using System.Net;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Places of one department or one kind are read together too, by the same door (R3, R4, R7).</summary>
public sealed class GroupingsTest(Place place) : IClassFixture<Place>
{
    async Task<GivenSurvey> SixPlaces()
    {
        var given = await place.Given.AnOpenSurvey(grouping: "Gironde", otherPlaces: ["Foyer du Port, gironde", "Maison des Vignes, Gironde", "Foyer du Lac, Landes", "Maison des Pins, Landes", "Service du Canal"]);
        for (var at = 0; at < 6; at++) await place.Given.TheyAnswered(given, 12 + at, atPlace: at, choice: i => i % 2);
        await place.Given.TheJobRan(PublishFigures.Job);
        return given;
    }

    [Fact]
    public async Task A_grouping_has_its_results_between_its_places_and_the_whole()
    {
        var given = await SixPlaces();
        using var browser = place.Browser();
        var whole = await browser.Open($"/enquetes/{given.Survey.Reference}/resultats");
        Assert.Contains("Nous avons reçu de 85 à 89 réponses", whole.TextContent, StringComparison.Ordinal);
        var together = await whole.Follow("Gironde");
        Assert.Contains("Nous avons reçu de 35 à 39 réponses", together.TextContent, StringComparison.Ordinal);
        Assert.Contains("Les lieux de : Gironde", together.TextContent, StringComparison.Ordinal);
        // Two places are not enough to be shown together (R7).
        Assert.Contains("Pas assez de lieux", (await whole.Follow("Landes")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Nous avons reçu", (await browser.Open($"/repondre/{given.Code}/resultats")).TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/enquetes/{given.Survey.Reference}/resultats?regroupement=Nulle+part")).Status);
        Assert.Contains("Gironde", (await (await browser.Open($"/enquetes/{given.Survey.Reference}/resultats?regroupement=Gironde")).Follow("Affiche des résultats")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_the_survey_holds_its_groupings_and_one_of_a_grouping_holds_it_alone()
    {
        var given = await SixPlaces();
        using var browser = place.Browser();
        var whole = (await browser.Open($"/enquetes/{given.Survey.Reference}/fichier/csv")).Source;
        foreach (var part in new[] { ";ensemble;;savoir;", ";regroupement;Gironde;savoir;", ";regroupement;Landes;savoir;" }) Assert.Contains(part, whole, StringComparison.Ordinal);
        Assert.DoesNotContain("Tilleuls", whole, StringComparison.Ordinal);
        var part1 = (await browser.Open($"/enquetes/{given.Survey.Reference}/fichier/csv?regroupement=Gironde")).Source;
        Assert.Contains(";regroupement;Gironde;savoir;", part1, StringComparison.Ordinal);
        Assert.DoesNotContain(";ensemble;", part1, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_says_it_when_it_adds_a_place()
    {
        var given = await place.Given.AnOpenSurvey();
        using var team = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var page = await (await team.Open($"/bureau/enquetes/{given.Survey.Reference}")).Form("Ajouter ce lieu").Fill("Nom du lieu", "Foyer du Port").Fill("Avec quels autres lieux", " Gironde ").Send();
        Assert.Contains("Lu aussi avec : Gironde", page.TextContent, StringComparison.Ordinal);
        Assert.Equal("Gironde", await place.Db(db => db.SurveyPlaces.Where(p => p.SurveyId == given.Survey.Id && p.Name == "Foyer du Port").Select(p => p.Grouping).SingleAsync()));
    }
}
