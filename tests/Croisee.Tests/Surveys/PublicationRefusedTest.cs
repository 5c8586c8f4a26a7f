using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A publication that the engine refuses halfway, after the sheets were taken out and written anew: nothing of it stays, nothing is lost, and the next one does it whole.</summary>
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

    [Fact]
    public async Task Nothing_of_it_stays_and_the_next_one_does_it_whole()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        // The texts are written after the sheets: one of them is refused, by whoever publishes first, this test or the clockwork.
        var postgres = place.Storage.Engine is Engine.Postgres;
        var counted = $"exists (select 1 from answer_sheets where survey_id = '{(postgres ? $"{given.Survey.Id}" : $"{given.Survey.Id}".ToUpperInvariant())}' and counted{(postgres ? "" : " = 1")})";
        if (postgres) await Sql($"create function no_text() returns trigger as $$ begin if new.text = 'refusee-07' and {counted} then raise exception 'refused'; end if; return new; end $$ language plpgsql");
        await Sql(postgres ? "create trigger no_text before insert on answer_texts for each row execute function no_text()"
            : $"create trigger no_text before insert on answer_texts when new.text = 'refusee-07' and {counted} begin select raise(abort, 'refused'); end");
        for (var i = 0; i < Persons; i++)
        {
            using var browser = place.Browser();
            var form = (await browser.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Choose("Oui", "Vous connaissez le conseil.").Fill("Que faut-il changer ?", $"refusee-{i:00}");
            Assert.Equal("Merci, vos réponses sont arrivées", (await form.Send()).Heading);
        }
        var before = await Kept(given);
        Assert.Equal(Persons, before.Count);
        await Assert.ThrowsAnyAsync<Exception>(() => Publish(given));
        Assert.Equal(before, await Kept(given));
        Assert.Equal(0, await Of(given, sheets => sheets.CountAsync(s => s.Counted)));
        Assert.Equal(Persons, await place.Db(db => db.AnswerTexts.CountAsync(t => t.SurveyId == given.Survey.Id)));
        Assert.False(await place.Db(db => db.PublishedFigures.AnyAsync(f => f.SurveyId == given.Survey.Id)));
        await Sql(postgres ? "drop trigger no_text on answer_texts" : "drop trigger no_text");
        // The clockwork may publish in the same instant: one of the two is refused, and comes again.
        await place.Given.TheJobRan(PublishFigures.Job);
        Assert.Equal(before, await Kept(given));
        Assert.True(await Of(given, sheets => sheets.CountAsync(s => s.Counted)) >= 10);
        Assert.Equal(Persons, await place.Db(db => db.AnswerTexts.CountAsync(t => t.SurveyId == given.Survey.Id)));
    }
}
