using System.Data.Common;
using Croisee.Data;
using Croisee.Surveys.Aside;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Croisee.Surveys.SafeRoom;

public delegate void RawReader(in RawRow row);

/// <summary>
/// Reads sheets for declared analysts: beside the publication, the one thing in the house that does (docs/decisions/0110). Rows come in the order of their random ids,
/// and only those that were published, ten or more at once, or all of them when nothing moves any more: whoever looks twice sees nobody come in.
/// Some are read at a time, and nothing is held between two readings: a file on a slow line costs nobody anything.
/// </summary>
public sealed class RawAnswers(AppDb db)
{
    /// <summary>The first reading is small: a file starts at once.</summary>
    const int First = 100, Batch = 2000;

    // Plain SQL for both engines: a text read as such is neither parsed nor kept. Sheets have no foreign keys, so that the survey bounds the reading.
    const string Select = "select cast(id as text), cast(place_id as text), substr(cast(day as text), 1, 7), channel, mode, answers from answer_sheets where survey_id = @survey";

    /// <summary>S23: what is set aside is in no figure, and in no row; a day's that were published stay in both.</summary>
    static readonly string NotAside = $" and not exists (select 1 from set_asides a where a.survey_id = answer_sheets.survey_id and a.place_id = answer_sheets.place_id and a.ended_on is null and (a.day is null or not answer_sheets.counted and a.day = answer_sheets.day and answer_sheets.channel not in ({string.Join(", ", SetAside.Vouched.Select(c => $"'{c}'"))})))";

    public Task<int> Count(Survey survey, CancellationToken stop) => Of(survey).CountAsync(stop);

    IQueryable<AnswerSheet> Of(Survey survey)
    {
        var all = survey.SettledAt is not null;
        var aside = db.SetAsides.Where(a => a.SurveyId == survey.Id && a.EndedOn == null);
        return db.AnswerSheets.Where(s => s.SurveyId == survey.Id && (all || s.Counted) && !aside.Any(a => a.PlaceId == s.PlaceId && (a.Day == null || !s.Counted && a.Day == s.Day && !SetAside.Vouched.Contains(s.Channel))));
    }

    /// <param name="after">Called after each reading, when nothing of the database is held: the place to send what is ready.</param>
    public async Task Walk(Survey survey, RawColumns columns, RawReader each, Func<Task>? after, CancellationToken stop)
    {
        Guid? last = null;
        for (var most = First; ; most = Batch)
        {
            var (count, end) = await Some(survey, columns, last is null ? "" : " and id > @last", last, most, 0, each, stop);
            if (after is not null) await after();
            if (count < most) return;
            last = end;
        }
    }

    /// <summary>One page of the table.</summary>
    public Task Page(Survey survey, RawColumns columns, int from, int most, RawReader each, CancellationToken stop) => Some(survey, columns, "", null, most, from, each, stop);

    async Task<(int Count, Guid Last)> Some(Survey survey, RawColumns columns, string where, Guid? last, int most, int from, RawReader each, CancellationToken stop)
    {
        var aside = await db.SetAsides.AnyAsync(a => a.SurveyId == survey.Id && a.EndedOn == null, stop);
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Select + (survey.SettledAt is null ? " and counted" : "") + (aside ? NotAside : "") + where + " order by id limit @most offset @from";
            Give(command, "@survey", survey.Id);
            Give(command, "@most", most);
            Give(command, "@from", from);
            if (last is { } id) Give(command, "@last", id);
            await using var rows = await command.ExecuteReaderAsync(stop);
            var places = columns.Places.Select(p => p.Id).ToList();
            var (count, end) = (0, default(Guid));
            while (await rows.ReadAsync(stop))
            {
                var (key, place) = (Guid.Parse(Text(rows, 0)), Guid.Parse(Text(rows, 1)));
                each(new RawRow(places.IndexOf(place), Text(rows, 2), Text(rows, 3), Text(rows, 4), Text(rows, 5)));
                (count, end) = (count + 1, key);
            }
            return (count, end);
        }
        finally { await db.Database.CloseConnectionAsync(); }
    }

    static void Give(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    /// <summary>On SQLite where the page of the file lies in memory; valid until the next row.</summary>
    static ReadOnlySpan<byte> Text(DbDataReader rows, int column) =>
        rows is SqliteDataReader sqlite ? raw.sqlite3_column_blob(sqlite.Handle, column) : rows.IsDBNull(column) ? default : rows.GetFieldValue<byte[]>(column);
}
