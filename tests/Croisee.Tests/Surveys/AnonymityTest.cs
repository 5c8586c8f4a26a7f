using Croisee.Surveys;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>S22: whoever holds the whole database finds neither when a sheet came, nor in which order, nor from whom.</summary>
public sealed class AnonymityTest(Place place) : IClassFixture<Place>
{
    const int Persons = 1000;

    [Fact, Trait("kind", "slow")]
    public async Task The_order_of_rows_says_nothing_of_the_order_of_arrival()
    {
        var given = await place.Given.AnOpenSurvey(eligible: 2 * Persons);
        // The way of answering carries the order of arrival, so that the rows can be asked for it afterwards.
        // Publications fall in between, as they do from hour to hour.
        for (var i = 0; i < Persons; i++)
        {
            await place.Given.TheyAnswered(given, 1, mode: $"{i}");
            if (i % 200 == 199) await place.Given.TheJobRan(Croisee.Surveys.Results.PublishFigures.Job);
        }
        var sql = place.Storage.Engine == Croisee.Data.Engine.Postgres ? "select mode from answer_sheets where mode <> 'seul' order by ctid" : "select mode from answer_sheets where mode <> 'seul'";
        var stored = await place.Db(db => db.Database.SqlQueryRaw<string>(sql).ToListAsync());
        Assert.Equal(Persons, stored.Count);
        var correlation = Spearman([.. stored.Select(int.Parse)]);
        // 1 / sqrt(n - 1) is one standard deviation; quality.md asks for 0.05 at n = 1,000, which chance alone passes in one run of nine.
        Assert.InRange(correlation, -0.13, 0.13);
    }

    [Fact]
    public async Task Nor_does_the_order_of_free_texts()
    {
        const int Texts = 200;
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind, eligible: 2 * Texts);
        for (var i = 0; i < Texts; i++) await place.Given.TheyAnswered(given, 1, choice: n => n % 2, texts: $"texte {i}");
        await place.Given.TheJobRan(Croisee.Surveys.Results.PublishFigures.Job);
        var sql = place.Storage.Engine == Croisee.Data.Engine.Postgres ? "select text from answer_texts where text like 'texte %' order by ctid" : "select text from answer_texts where text like 'texte %'";
        var stored = await place.Db(db => db.Database.SqlQueryRaw<string>(sql).ToListAsync());
        Assert.Equal(Texts, stored.Count);
        // Four standard deviations of chance.
        Assert.InRange(Spearman([.. stored.Select(t => int.Parse(t[6..], System.Globalization.CultureInfo.InvariantCulture))]), -0.29, 0.29);
    }

    /// <summary>Rank correlation between place and arrival.</summary>
    static double Spearman(int[] arrivals)
    {
        double n = arrivals.Length, sum = 0;
        for (var i = 0; i < arrivals.Length; i++) sum += Math.Pow(i - arrivals[i], 2);
        return 1 - (6 * sum / (n * ((n * n) - 1)));
    }

    [Fact]
    public async Task No_column_of_an_answer_is_finer_than_the_day_or_names_a_device()
    {
        var columns = await place.Db(db => Task.FromResult(db.Model.GetEntityTypes().Where(t => t.ClrType == typeof(AnswerSheet) || t.ClrType == typeof(AnswerText)).SelectMany(t => t.GetProperties()).ToList()));
        Assert.DoesNotContain(columns, c => c.ClrType == typeof(DateTime) || c.ClrType == typeof(DateTime?));
        Assert.Equal(["Answers", "Channel", "Counted", "Day", "Field", "Id", "Masked", "Mixed", "Mode", "Month", "Motive", "Opened", "PlaceId", "RevisionNumber", "State", "SurveyId", "Text", "Theme"], columns.Select(c => c.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_journal_tells_of_no_answer()
    {
        var given = await place.Given.AnOpenSurvey();
        var before = await place.Db(db => db.JournalEntries().CountAsync());
        using var browser = place.Browser();
        await (await browser.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Set("r.savoir", "OUN_OUI").Send();
        Assert.Equal(before, await place.Db(db => db.JournalEntries().CountAsync()));
    }
}

static class JournalOfTests
{
    /// <summary>What the journal says of surveys and their answers.</summary>
    public static IQueryable<Croisee.Journal.JournalEntry> JournalEntries(this Croisee.Data.AppDb db) => db.Set<Croisee.Journal.JournalEntry>().Where(e => e.Act.StartsWith("enquete") || e.Act.StartsWith("questionnaire"));
}
