using System.Net;
using Croisee.Surveys;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Aside;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A thousand networks stuff one open link (S23): the place stops taking forms for a while, another place does not, and nobody is kept from reading.</summary>
public sealed class StuffedLinkTest(StuffedLinkTest.Narrow place) : IClassFixture<StuffedLinkTest.Narrow>
{
    const int Most = 20, OfOne = 5;

    public sealed class Narrow : RoamingPlace
    {
        protected override void Tweak(WebApplicationBuilder builder)
        {
            base.Tweak(builder);
            builder.Configuration[AnswerLimit.Setting] = OfOne.ToString(System.Globalization.CultureInfo.InvariantCulture);
            builder.Configuration[AnswerLimit.PlaceSetting] = Most.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>What its own bar refuses takes nothing from the place: whoever answers there beside it gets through.</summary>
    [Fact]
    public async Task One_address_cannot_close_a_place_to_the_others()
    {
        var given = await place.Given.AnOpenSurvey();
        using (var machine = place.Browser())
        {
            var form = (await machine.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses");
            place.StaysAtHome = true;
            var statuses = new List<HttpStatusCode>();
            for (var i = 0; i < 2 * Most; i++) statuses.Add((await form.Set("Form.Key", SheetKey.New()).Send()).Status);
            place.StaysAtHome = false;
            Assert.Equal(2 * Most - OfOne, statuses.Count(s => s == HttpStatusCode.TooManyRequests));
        }
        for (var i = 0; i < Most - OfOne; i++)
        {
            using var honest = place.Browser();
            Assert.Equal("Merci, vos réponses sont arrivées", (await (await honest.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Send()).Heading);
        }
    }

    [Fact]
    public async Task A_place_takes_so_many_forms_from_all_networks_together()
    {
        var (stuffed, other) = (await place.Given.AnOpenSurvey(), await place.Given.AnOpenSurvey());
        var taken = 0;
        for (var i = 0; i < Most + 5; i++)
        {
            using var browser = place.Browser();
            var page = await (await browser.Open($"/repondre/{stuffed.Code}/questions")).Form("Envoyer mes réponses").Send();
            if (page.Heading == "Merci, vos réponses sont arrivées") taken++;
            else Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        }
        Assert.Equal(Most, taken);
        using var honest = place.Browser();
        Assert.Equal("Merci, vos réponses sont arrivées", (await (await honest.Open($"/repondre/{other.Code}/questions")).Form("Envoyer mes réponses").Send()).Heading);
        Assert.Equal(HttpStatusCode.OK, (await honest.Open($"/repondre/{stuffed.Code}/questions")).Status);
        // What came that day is looked at before it counts; the other place's is not.
        await place.Given.TheJobRan(Croisee.Surveys.Results.PublishFigures.Job);
        var aside = await place.Db(db => db.SetAsides.AsNoTracking().SingleAsync(a => a.PlaceId == stuffed.Place.Id));
        Assert.Equal((stuffed.Place.Id, null, true), (aside.PlaceId, aside.ById, aside.IsOn));
        // A publication may have fallen before the flood was seen; from now on nothing of that day joins.
        var counted = await place.Db(db => db.AnswerSheets.CountAsync(s => s.Counted && s.PlaceId == stuffed.Place.Id));
        await place.Given.TheyAnswered(stuffed, 12);
        await place.Given.TheJobRan(Croisee.Surveys.Results.PublishFigures.Job);
        Assert.Equal(counted, await place.Db(db => db.AnswerSheets.CountAsync(s => s.Counted && s.PlaceId == stuffed.Place.Id)));
    }
}
