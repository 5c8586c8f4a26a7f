using System.Net;
using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Aside;
using Croisee.Surveys.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A thousand networks stuff one open link (S23): the place stops taking forms for a while, another place does not, and nobody is kept from reading.</summary>
[Trait("kind", "slow")]
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
            var form = (await machine.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Set("r.savoir", "OUN_OUI");
            place.StaysAtHome = true;
            var statuses = new List<HttpStatusCode>();
            for (var i = 0; i < 2 * Most; i++) statuses.Add((await form.Set("Form.Key", SheetKey.New()).Send()).Status);
            place.StaysAtHome = false;
            Assert.Equal(2 * Most - OfOne, statuses.Count(s => s == HttpStatusCode.TooManyRequests));
        }
        for (var i = 0; i < Most - OfOne; i++)
        {
            using var honest = place.Browser();
            Assert.Equal("Merci, vos réponses sont arrivées", (await (await honest.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Set("r.savoir", "OUN_OUI").Send()).Heading);
        }
    }

    /// <summary>A program that never opened the page closes nothing, from however many networks.</summary>
    [Fact]
    public async Task Forms_without_the_token_of_the_page_take_nothing_from_the_place()
    {
        var given = await place.Given.AnOpenSurvey();
        using var machine = place.Browser();
        for (var i = 0; i < Most + 5; i++)
            using (var answer = await machine.Send(new HttpRequestMessage(HttpMethod.Post, $"/repondre/{given.Code}/questions") { Content = new FormUrlEncodedContent([]) })) Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var honest = place.Browser();
        Assert.Equal("Merci, vos réponses sont arrivées", (await (await honest.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Set("r.savoir", "OUN_OUI").Send()).Heading);
    }

    /// <summary>A town's one address, behind which each residence answers a little: its bar is reached, and nothing of any of them is set aside. In a place of its own, for one network has few forms.</summary>
    [Fact]
    public async Task A_network_of_many_places_marks_none_of_them()
    {
        await using var own = new Narrow();
        await own.InitializeAsync();
        using var town = own.Browser();
        var forms = new List<Form>();
        for (var i = 0; i <= OfOne; i++)
        {
            var given = await own.Given.AnOpenSurvey();
            forms.Add((await town.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Set("r.savoir", "OUN_OUI"));
        }
        own.StaysAtHome = true;
        var statuses = new List<HttpStatusCode>();
        foreach (var form in forms.Concat(forms)) statuses.Add((await form.Send()).Status);
        own.StaysAtHome = false;
        Assert.Equal(forms.Count * 2 - OfOne, statuses.Count(s => s == HttpStatusCode.TooManyRequests));
        Assert.Empty(own.App.Services.GetRequiredService<StuffedLinks>().Codes);
    }

    /// <summary>Question by question, a form is sent for each: the place counts those that store something.</summary>
    [Fact]
    public async Task Questions_one_by_one_are_no_crowd_at_the_door()
    {
        var given = await place.Given.AnOpenSurvey();
        using var slow = place.Browser();
        var form = (await slow.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Passer cette question");
        for (var i = 0; i < Most + 5; i++) Assert.Equal(HttpStatusCode.OK, (await form.Send()).Status);
        using var honest = place.Browser();
        Assert.Equal("Merci, vos réponses sont arrivées", (await (await honest.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Set("r.savoir", "OUN_OUI").Send()).Heading);
    }

    /// <summary>As many networks as together fill a place leave the end of its window to those who send few.</summary>
    [Fact]
    public void Networks_that_send_without_rest_leave_room_for_the_others()
    {
        var door = new PlaceDoor(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build(), place.Clock);
        var taken = 0;
        for (var i = 0; i < AnswerLimit.PerWindow; i++)
            for (var network = 0; network < 5; network++) if (door.Enter("ab2cd3", $"bruyant {network}")) taken++;
        Assert.Equal(AnswerLimit.PerPlace * 4 / 5, taken);
        var few = 0;
        for (var i = 0; i < AnswerLimit.PerPlace; i++) if (door.Enter("ab2cd3", $"calme {i}")) few++;
        Assert.Equal(AnswerLimit.PerPlace / 5, few);
        Assert.True(door.Enter("zz9yy8", "bruyant 0"));
        place.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(door.Enter("ab2cd3", "bruyant 0"));
    }

    /// <summary>A publication may be refused halfway, or fall when nothing waits: the sign of a flood is kept until what it leads to is saved.</summary>
    [Fact]
    public async Task A_sign_is_forgotten_when_the_day_is_set_aside_and_not_before()
    {
        var (given, calm) = (await place.Given.AnOpenSurvey(), await place.Given.AnOpenSurvey());
        var signs = place.App.Services.GetRequiredService<StuffedLinks>();
        var postgres = place.Storage.Engine is Engine.Postgres;
        if (postgres) await Sql("create function no_aside() returns trigger as $$ begin raise exception 'refused'; end $$ language plpgsql");
        await Sql(postgres ? "create trigger no_aside before insert on set_asides for each row execute function no_aside()" : "create trigger no_aside before insert on set_asides begin select raise(abort, 'refused'); end");
        foreach (var code in new[] { given.Code, calm.Code }) signs.See(code, place.Clock.ParisToday());
        await place.Given.TheyAnswered(given, 12);
        await Assert.ThrowsAnyAsync<Exception>(() => place.With(async services =>
        {
            await services.GetRequiredService<PublishFigures>().Run(given.Survey.Id, CancellationToken.None);
            return true;
        }));
        Assert.Contains(given.Code, signs.Codes);
        await Sql(postgres ? "drop trigger no_aside on set_asides" : "drop trigger no_aside");
        await place.Given.TheJobRan(PublishFigures.Job);
        foreach (var survey in new[] { given, calm }) Assert.Equal(1, await place.Db(db => db.SetAsides.CountAsync(a => a.SurveyId == survey.Survey.Id && a.ById == null)));
        Assert.Equal(0, await place.Db(db => db.AnswerSheets.CountAsync(s => s.SurveyId == given.Survey.Id && s.Counted)));
        Assert.DoesNotContain(given.Code, signs.Codes);

        Task Sql(string sql) => place.Db(db => db.Write(d => d.Database.ExecuteSqlRaw(sql)));
    }

    /// <summary>Whoever invents codes fills nothing: the place that is really flooded is still seen. In a place of its own, for one network has few forms.</summary>
    [Fact]
    public async Task Codes_that_lead_nowhere_are_not_kept()
    {
        await using var own = new Narrow();
        await own.InitializeAsync();
        var given = await own.Given.AnOpenSurvey();
        using var machine = own.Browser();
        var form = (await machine.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Set("r.savoir", "OUN_OUI");
        own.StaysAtHome = true;
        for (var i = 0; i <= OfOne; i++) await form.Set("Form.Key", SheetKey.New()).Send();
        var refused = new List<HttpStatusCode>();
        foreach (var invented in new[] { "aaaaaa", "bbbbbb", "cccccc" })
            using (var answer = await machine.Send(new HttpRequestMessage(HttpMethod.Post, $"/repondre/{invented}/questions") { Content = new FormUrlEncodedContent([]) })) refused.Add(answer.StatusCode);
        own.StaysAtHome = false;
        Assert.All(refused, s => Assert.Equal(HttpStatusCode.TooManyRequests, s));
        var seen = own.App.Services.GetRequiredService<StuffedLinks>().Codes;
        Assert.Contains(given.Code, seen);
        Assert.DoesNotContain("aaaaaa", seen);
    }

    [Fact]
    public async Task A_place_takes_so_many_forms_from_all_networks_together()
    {
        var (stuffed, other) = (await place.Given.AnOpenSurvey(), await place.Given.AnOpenSurvey());
        var taken = 0;
        for (var i = 0; i < Most + 5; i++)
        {
            using var browser = place.Browser();
            var page = await (await browser.Open($"/repondre/{stuffed.Code}/questions")).Form("Envoyer mes réponses").Set("r.savoir", "OUN_OUI").Send();
            if (page.Heading == "Merci, vos réponses sont arrivées") taken++;
            else Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        }
        Assert.Equal(Most, taken);
        using var honest = place.Browser();
        Assert.Equal("Merci, vos réponses sont arrivées", (await (await honest.Open($"/repondre/{other.Code}/questions")).Form("Envoyer mes réponses").Set("r.savoir", "OUN_OUI").Send()).Heading);
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
