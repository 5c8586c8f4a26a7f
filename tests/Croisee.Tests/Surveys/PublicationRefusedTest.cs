using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A publication that the engine refuses halfway leaves nothing; one that it refuses while rows are written anew stays published and loses nothing. The next one does the rest.</summary>
public sealed class PublicationRefusedTest(Place place) : IClassFixture<Place>
{
    const int Persons = 14;

    Task<T> Of<T>(GivenSurvey given, Func<IQueryable<AnswerSheet>, Task<T>> ask) => place.Db(db => ask(db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id)));
    Task<List<string>> Kept(GivenSurvey given) => Of(given, sheets => sheets.OrderBy(s => s.Id).Select(s => s.Id + s.Answers + s.Channel + s.Mode).ToListAsync());
    Task Sql(string sql) => place.Db(db => db.Write(d => d.Database.ExecuteSqlRaw(sql)));

    async Task Publish(GivenSurvey given)
    {
        using var scope = place.App.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<PublishFigures>().Run(given.Survey.Id, CancellationToken.None);
    }

    async Task<GivenSurvey> Answered()
    {
        await place.Given.TheClockworkStopped();
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        for (var i = 0; i < Persons; i++)
        {
            using var browser = place.Browser();
            var form = (await browser.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Choose("Oui", "Vous connaissez le conseil.").Fill("Que faut-il changer ?", $"refusee-{i:00}");
            Assert.Equal("Merci, vos réponses sont arrivées", (await form.Send()).Heading);
        }
        return given;
    }

    /// <summary>Refuses rows of this kind from now on.</summary>
    async Task Refused(string table, string when)
    {
        var postgres = place.Storage.Engine is Engine.Postgres;
        if (postgres) await Sql($"create function refused_{table}() returns trigger as $$ begin if {when} then raise exception 'refused'; end if; return new; end $$ language plpgsql");
        await Sql(postgres ? $"create trigger refused_{table} before insert on {table} for each row execute function refused_{table}()" : $"create trigger refused_{table} before insert on {table} when {when} begin select raise(abort, 'refused'); end");
    }

    Task Taken(string table) => Sql(place.Storage.Engine is Engine.Postgres ? $"drop trigger refused_{table} on {table}" : $"drop trigger refused_{table}");

    Task<int> Texts(GivenSurvey given) => place.Db(db => db.AnswerTexts.CountAsync(t => t.SurveyId == given.Survey.Id));
    Task<int> Shown(GivenSurvey given) => place.Db(db => db.PublishedFigures.CountAsync(f => f.SurveyId == given.Survey.Id));

    [Fact]
    public async Task Nothing_of_it_stays_and_the_next_one_does_it_whole()
    {
        var given = await Answered();
        var before = await Kept(given);
        Assert.Equal(Persons, before.Count);
        // The figures are stored after the sheets are counted.
        await Refused("survey_figures", "new.tables is not null");
        await Assert.ThrowsAnyAsync<Exception>(() => Publish(given));
        Assert.Equal(before, await Kept(given));
        Assert.Equal(0, await Of(given, sheets => sheets.CountAsync(s => s.Counted)));
        Assert.Equal((Persons, 0), (await Texts(given), await Shown(given)));
        await Taken("survey_figures");
        await place.Given.TheJobRan(PublishFigures.Job);
        Assert.Equal(before, await Kept(given));
        Assert.True(await Of(given, sheets => sheets.CountAsync(s => s.Counted)) >= 10);
        Assert.Equal(Persons, await Texts(given));
    }

    [Fact]
    public async Task What_is_refused_while_rows_are_written_anew_is_published_and_lost_nowhere()
    {
        var given = await Answered();
        var before = await Kept(given);
        await Refused("answer_texts", "new.text = 'refusee-07'");
        await Assert.ThrowsAnyAsync<Exception>(() => Publish(given));
        Assert.Equal(before, await Kept(given));
        Assert.True(await Of(given, sheets => sheets.CountAsync(s => s.Counted)) >= 10);
        Assert.NotEqual(0, await Shown(given));
        Assert.Equal(Persons, await Texts(given));
        Assert.True(await place.Db(db => db.SurveyLedgers.Where(l => l.SurveyId == given.Survey.Id).Select(l => l.KeepsOrder).SingleAsync()));
        await Taken("answer_texts");
        await place.Given.TheJobRan(PublishFigures.Job);
        Assert.False(await place.Db(db => db.SurveyLedgers.Where(l => l.SurveyId == given.Survey.Id).Select(l => l.KeepsOrder).SingleAsync()));
        Assert.Equal((before.Count, Persons), ((await Kept(given)).Count, await Texts(given)));
    }
}
