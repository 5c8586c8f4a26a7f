using System.Globalization;
using Croisee.Data;
using Croisee.Library;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench.Exchange;

/// <summary>As many published sheets as wanted, each the copy of one of the demonstration's under another reference; written by the database itself. All bear one name in one place, as a common name does: what is counted for a name is counted over all of them.</summary>
static class ManySheets
{
    /// <summary>Fills up to <paramref name="count"/> sheets in all.</summary>
    public static void Fill(string folder, int count)
    {
        using var connection = new SqliteConnection(Storage.From(null, folder).WriterConnection);
        connection.Open();
        // Copies have no experience behind them: what is measured reads sheets only.
        Run(connection, "pragma foreign_keys = off");
        var there = Count(connection);
        Run(connection, string.Create(CultureInfo.InvariantCulture, $$"""
            begin;
            create temp table model as select row_number() over (order by id) - 1 as at, * from main.sheets where withdrawn_at is null and length(reference) = 8 limit 8;
            create temp table rows as with recursive n(i) as (select {{there}} union all select i + 1 from n where i + 1 < {{count}}) select i, printf('%08X-0000-7000-8000-%012X', i, i) as id from n;
            insert into sheets (id, reference, organisation_id, title, sort_key, content, card, remarkable, number, published_at, updated_at, version, structure_key, structure_place)
              select r.id, printf('b%09d', r.i), m.organisation_id, m.title, m.sort_key, m.content, m.card, m.remarkable, 1, m.published_at, m.updated_at, 1, 'maison-commune', 'r53//' from rows r join model m on m.at = r.i % (select count(*) from model);
            insert into searched_sheets (id, title, text, codes, published_on, shown, edition) select id, 'fiche', 'essai', '', '2027-01-01', 1, {{SheetFacets.Edition}} from rows;
            drop table temp.rows; drop table temp.model;
            commit;
            """));
    }

    static int Count(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from sheets where withdrawn_at is null";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public static int Shown(string folder)
    {
        using var connection = new SqliteConnection(Storage.From(null, folder).ReaderConnection);
        connection.Open();
        return Count(connection);
    }

    public static int Experiences(string folder)
    {
        using var connection = new SqliteConnection(Storage.From(null, folder).ReaderConnection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from experiences";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        command.ExecuteNonQuery();
    }
}
