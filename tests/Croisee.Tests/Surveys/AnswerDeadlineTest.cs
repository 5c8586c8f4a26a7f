using System.Net;
using Croisee.Data;
using Croisee.Surveys;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A survey ends by the clock of the server, to the second; this test moves it for itself.</summary>
public sealed class AnswerDeadlineTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Answers_come_until_the_last_second_of_the_last_day_and_not_after()
    {
        var given = await place.Given.AnOpenSurvey(closesOn: place.Clock.ParisToday());
        using var browser = place.Browser();
        var form = (await browser.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Set("r.savoir", "OUN_OUI");
        var end = given.Survey.ClosesOn.EndOfParisDay();
        place.Clock.Set(end.AddSeconds(-1));
        Assert.Equal("Merci, vos réponses sont arrivées", (await form.Send()).Heading);
        place.Clock.Set(end);
        // The reply to the first was lost: the same page sent again is told that it is there (F20).
        Assert.Equal("Merci, vos réponses sont arrivées", (await form.Send()).Heading);
        var late = await form.Set("Form.Key", SheetKey.New()).Send();
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("vient de se terminer", Assert.Single(late.Errors), StringComparison.Ordinal);
    }
}
