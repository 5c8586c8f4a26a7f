using System.Text.Json;
using Croisee.Surveys;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A survey whose figures cannot be published keeps no other waiting, and the clockwork says that something went wrong.</summary>
public sealed class OneFailsTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task The_others_are_published_and_the_failure_is_told()
    {
        await place.Given.TheClockworkStopped();
        var given = new List<GivenSurvey>();
        for (var i = 0; i < 4; i++) given.Add(await place.Given.AnOpenSurvey());
        foreach (var survey in given) await place.Given.TheyAnswered(survey, 12, choice: i => i % 2);
        // Whichever is read first, one that fails stands before one that does not.
        foreach (var broken in new[] { given[0], given[2] })
            await place.Db(async db =>
            {
                var ledger = new SurveyLedger(broken.Survey.Id);
                db.SurveyLedgers.Add(ledger);
                db.Entry(ledger).Property(l => l.History).CurrentValue = "{broken";
                return await db.SaveChangesAsync();
            });
        await Assert.ThrowsAnyAsync<JsonException>(() => place.Given.TheJobRan(PublishFigures.Job));
        var published = await place.Db(db => db.PublishedFigures.Select(f => f.SurveyId).Distinct().ToListAsync());
        Assert.Equal(new[] { given[1].Survey.Id, given[3].Survey.Id }.Order(), published.Order());
    }
}
