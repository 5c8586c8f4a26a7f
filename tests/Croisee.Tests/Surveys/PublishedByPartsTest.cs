using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A large survey is published at once, and in little: what it counts is written anew after it, part by part, and everybody else's saves pass between two parts.</summary>
public sealed class PublishedByPartsTest(WatchedPlace place) : IClassFixture<WatchedPlace>
{
    const int Places = 80, Questions = 40, Persons = 20;
    /// <summary>A part takes each row out and puts it back.</summary>
    const int PartMost = 2 * WriteAnew.Part;

    static QuestionnaireContent Long => new(new Wording("Quarante questions"))
    {
        Sections = [new("tout") { Questions = [.. Enumerable.Range(1, Questions).Select(i => new AskedQuestion($"q{i:00}", QuestionKind.Scale, new Wording($"Question {i}")) { Scale = "V-ACCORD5" })] }],
    };

    Task<List<string>> Sheets(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).OrderBy(s => s.Id).Select(s => s.Id + s.Answers + s.Channel + s.Mode).ToListAsync());
    Task<bool> KeepsOrder(GivenSurvey given) => place.Db(db => db.SurveyLedgers.Where(l => l.SurveyId == given.Survey.Id).Select(l => l.KeepsOrder).SingleAsync());

    /// <summary>What somebody sees who reads now, in one statement: sheets, those that are counted, publications, populations with figures.</summary>
    Task<string> Seen(GivenSurvey given) => place.Db(db => db.Database.SqlQuery<string>($"""
        select cast((select count(*) from answer_sheets where survey_id = {given.Survey.Id}) as text) || ' ' || cast((select count(*) from answer_sheets where survey_id = {given.Survey.Id} and counted) as text)
          || ' ' || cast(coalesce((select number from survey_ledgers where survey_id = {given.Survey.Id}), 0) as text) || ' ' || cast((select count(*) from survey_figures where survey_id = {given.Survey.Id}) as text) as "Value"
        """).SingleAsync());

    [Fact]
    public async Task Nobody_waits_for_more_than_a_part_and_nobody_reads_half_a_publication()
    {
        await place.Given.TheClockworkStopped();
        var given = await place.Given.AnOpenSurvey(content: Long, otherPlaces: [.. Enumerable.Range(2, Places - 1).Select(i => $"Lieu {i:00}")]);
        for (var at = 0; at < Places; at++) await place.Given.TheyAnswered(given, Persons, at, choice: i => i % 5);
        var (sheets, seen) = (await Sheets(given), new List<string> { await Seen(given) });
        Assert.Equal("1600 0 0 0", seen[0]);
        await place.Given.TheJobIsMine(PublishFigures.Job);
        place.Lane.Rows.Clear();
        place.Lane.After = async () => seen.Add(await Seen(given));
        await place.Given.TheJobRan(PublishFigures.Job);
        place.Lane.After = null;
        Assert.Equal("1600 1600 1 81", seen[^1]);
        Assert.Equal([seen[0], seen[^1]], seen.Distinct());
        Assert.Equal(sheets, await Sheets(given));
        Assert.False(await KeepsOrder(given));
        if (Place.PostgresServer is not null) return;
        // The publication: a mark on each sheet, the figures of each population, how far each place's texts are open, the ledger, the entry of the journal. Once, this and all the rest was one transaction.
        Assert.InRange(place.Lane.Rows[0], Places * Persons, (Places * Persons) + (2 * Places) + 10);
        Assert.All(place.Lane.Rows.Skip(1), rows => Assert.InRange(rows, 0, PartMost));
        Assert.True(place.Lane.Rows.Sum() >= 3 * Places * Persons);
        TestContext.Current.SendDiagnosticMessage($"{place.Lane.Rows.Sum()} rows changed, {place.Lane.Rows.Max()} at most at a time.");

        // Ten more at one place: all that this day holds is written anew, and no wait is longer than a part.
        await place.Given.TheyAnswered(given, 10, choice: i => i % 5);
        place.Lane.Rows.Clear();
        await place.Given.TheJobRan(PublishFigures.Job);
        Assert.InRange(place.Lane.Rows[0], 10, 20);
        Assert.All(place.Lane.Rows, rows => Assert.InRange(rows, 0, PartMost));
        Assert.True(place.Lane.Rows.Sum() > 2 * Places * Persons);
    }

    [Fact]
    public async Task What_was_stopped_between_two_parts_is_done_the_next_hour()
    {
        await place.Given.TheClockworkStopped();
        var given = await place.Given.AnOpenSurvey();
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2);
        var (sheets, writes) = (await Sheets(given), 0);
        await place.Given.TheJobIsMine(PublishFigures.Job);
        place.Lane.Before = () => { if (++writes > 1) throw new InvalidOperationException("stopped"); };
        await Assert.ThrowsAsync<InvalidOperationException>(() => place.Given.TheJobRan(PublishFigures.Job));
        place.Lane.Before = null;
        var published = await Seen(given);
        Assert.Equal("12 12 1 2", published);
        Assert.True(await KeepsOrder(given));
        Assert.Equal(sheets, await Sheets(given));
        // Nobody answered meanwhile: the mark alone calls for it.
        await place.Given.TheJobRan(PublishFigures.Job);
        Assert.False(await KeepsOrder(given));
        Assert.Equal(published, await Seen(given));
        Assert.Equal(sheets, await Sheets(given));
    }
}
