using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>After a publication rows are written in the order of their ids, over all parts, and the mark that calls for it is never lost (S22).</summary>
public sealed class WrittenAnewTest(WatchedPlace place) : IClassFixture<WatchedPlace>
{
    const int Persons = (2 * WriteAnew.Part) + 100;

    bool Postgres => place.Storage.Engine is Engine.Postgres;

    Task<List<string>> Read(FormattableString sql) => place.Db(db => db.Database.SqlQuery<string>(sql).ToListAsync());

    /// <summary>On SQLite the table itself stands in the order of its key: what is kept of an order, in pages and log, is how rows were written. So it is watched beside the table, on both engines.</summary>
    [Fact]
    public async Task Parts_follow_each_other_in_the_order_of_ids_and_not_as_answers_came()
    {
        await place.Given.TheClockworkStopped();
        string[] watching = Postgres
            ? ["create table written (nth serial primary key, id text not null)", "create function see_sheet() returns trigger as $$ begin insert into written (id) values (new.id::text); return new; end $$ language plpgsql", "create trigger see_sheet before insert on answer_sheets for each row execute function see_sheet()"]
            : ["create table written (nth integer primary key, id text not null)", "create trigger see_sheet after insert on answer_sheets begin insert into written (id) values (new.id); end"];
        foreach (var sql in watching) await Sql(sql);
        var given = await place.Given.AnOpenSurvey(eligible: null);
        for (var came = 0; came < Persons; came += 10) await place.Given.TheyAnswered(given, 10, choice: i => i % 2);
        var arrived = await Read($"select id as \"Value\" from written order by nth");
        await Sql("delete from written");
        await place.Given.TheJobRan(PublishFigures.Job);
        var (written, ids) = (await Read($"select id as \"Value\" from written order by nth"), await Read($"select cast(id as text) as \"Value\" from answer_sheets where survey_id = {given.Survey.Id} order by id"));
        foreach (var sql in Postgres ? new[] { "drop trigger see_sheet on answer_sheets", "drop function see_sheet", "drop table written" } : ["drop trigger see_sheet", "drop table written"]) await Sql(sql);
        Assert.Equal(Persons, arrived.Distinct().Count());
        Assert.Equal(ids, written);
        Assert.NotEqual(arrived, written);

        Task Sql(string sql) => place.Db(db => db.Write(d => d.Database.ExecuteSqlRaw(sql)));
    }

    [Fact]
    public async Task Whoever_publishes_twice_leaves_the_mark_each_time()
    {
        await place.Given.TheClockworkStopped();
        var given = await place.Given.AnOpenSurvey();
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2);
        await place.With(async services =>
        {
            var publish = services.GetRequiredService<PublishFigures>();
            await publish.Run(given.Survey.Id, TestContext.Current.CancellationToken);
            Assert.False(await KeepsOrder());
            await place.Given.TheyAnswered(given, 12, choice: i => i % 2);
            var writes = 0;
            place.Lane.Before = () => { if (++writes > 1) throw new InvalidOperationException("stopped"); };
            await Assert.ThrowsAsync<InvalidOperationException>(() => publish.Run(given.Survey.Id, TestContext.Current.CancellationToken));
            place.Lane.Before = null;
            Assert.True(await KeepsOrder());
            return true;
        });
        await place.Given.TheJobRan(PublishFigures.Job);
        Assert.False(await KeepsOrder());

        Task<bool> KeepsOrder() => place.Db(db => db.SurveyLedgers.Where(l => l.SurveyId == given.Survey.Id).Select(l => l.KeepsOrder).SingleAsync());
    }
}
