using System.Text.Json;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Where a survey is answered: until when a place is added, and what its prints say of cards.</summary>
public sealed class PlacesOfSurveyTest(Place place) : IClassFixture<Place>
{
    const string Card = "Il faut aussi votre carte.";

    static string Desk(GivenSurvey given) => $"/bureau/enquetes/{given.Survey.Reference}";

    async Task<Browser> Team(GivenSurvey given) => await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));

    [Fact]
    public async Task No_place_is_added_once_the_survey_ended()
    {
        var given = await place.Given.AnOpenSurvey(closesOn: place.Clock.ParisToday());
        using var team = await Team(given);
        Assert.Contains("Foyer du Port", (await (await team.Open(Desk(given))).Form("Ajouter ce lieu").Fill("Nom du lieu", "Foyer du Port").Send()).TextContent, StringComparison.Ordinal);
        var form = (await team.Open(Desk(given))).Form("Ajouter ce lieu").Fill("Nom du lieu", "Maison des Vignes");
        // The team works on, and the form stays open beside.
        for (var hours = 0; hours < 24; hours += 8)
        {
            place.Clock.Advance(TimeSpan.FromHours(8));
            await team.Open(Desk(given));
        }
        try
        {
            Assert.StartsWith("L’enquête est terminée", Assert.Single((await form.Send()).Errors), StringComparison.Ordinal);
            Assert.Equal(2, await place.Db(db => db.SurveyPlaces.CountAsync(p => p.SurveyId == given.Survey.Id)));
        }
        finally { place.Clock.Advance(TimeSpan.FromDays(-1)); }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_poster_says_that_a_card_is_needed_where_one_is(bool cards)
    {
        var given = await place.Given.AnOpenSurvey(cards: cards);
        using var team = await Team(given);
        var poster = (await team.Open($"{Desk(given)}/affiche/{given.Code}")).TextContent;
        Assert.Equal(cards, poster.Contains(Card, StringComparison.Ordinal));
        Assert.Equal(cards, poster.Contains("Demandez-en une à l’équipe de ce lieu.", StringComparison.Ordinal));
    }

    /// <summary>What is printed above pushes what is below.</summary>
    [Fact]
    public async Task A_paper_says_so_beside_the_address()
    {
        Assert.True(await FirstMark(cards: false) < await FirstMark(cards: true));

        async Task<double> FirstMark(bool cards)
        {
            var given = await place.Given.AnOpenSurvey(cards: cards);
            using var team = await Team(given);
            var marks = JsonDocument.Parse((await team.Open($"{Desk(given)}/papier/{given.Code}/courant.json")).Source).RootElement.GetProperty("marks").EnumerateArray();
            return marks.Min(m => m.GetProperty("page").GetInt32() * 297 + m.GetProperty("y").GetDouble());
        }
    }
}
