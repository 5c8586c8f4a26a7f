using System.Data.Common;
using Croisee.Bench.Data;
using Croisee.Data;
using Croisee.Library;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Croisee.Bench.Searching;

/// <summary>The product's own search on its own schema, filled with generated sheets.</summary>
sealed class OurSearch : IDisposable
{
    readonly SheetSearch search;
    readonly SearchMix mix;

    /// <param name="database">Connection string of an empty PostgreSQL database; null for SQLite in the folder.</param>
    public OurSearch(string folder, IEnumerable<GeneratedSheet> sheets, SearchMix mix, string? database = null)
    {
        this.mix = mix;
        var storage = Storage.From(database, folder);
        Schema.Apply(storage);
        Fill(storage, sheets);
        search = new SheetSearch(new SearchedSheetRows(storage));
    }

    static void Fill(Storage storage, IEnumerable<GeneratedSheet> sheets)
    {
        using DbConnection connection = storage.Engine is Engine.Sqlite ? new SqliteConnection(storage.WriterConnection) : new NpgsqlConnection(storage.WriterConnection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "insert into searched_sheets (id, title, text, codes, published_on, shown) values (@id, @title, @text, @codes, @day, @shown)";
        foreach (var name in new[] { "@id", "@title", "@text", "@codes", "@day", "@shown" })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        // Each row moves the library's version: a server keeps every former one until the commit.
        foreach (var batch in sheets.Chunk(1_000))
        {
            using var transaction = connection.BeginTransaction();
            command.Transaction = transaction;
            foreach (var sheet in batch)
            {
                object[] values = [Guid.CreateVersion7(), sheet.Title, sheet.Text, string.Join(' ', sheet.Codes.Select(c => $"{c.Field}:{c.Code}")), sheet.PublishedOn, true];
                for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
                command.ExecuteNonQuery();
            }
            transaction.Commit();
        }
    }

    /// <summary>Reads the library into memory, as the product does at its start.</summary>
    public void CatchUp() => search.CatchUpAsync().GetAwaiter().GetResult();

    public SearchAnswer Ask(SearchQuestion question) => search.AskAsync(question).GetAwaiter().GetResult();

    public SearchCrossing Cross(SearchQuestion question, string rows, string columns) => search.CrossAsync(question, rows, columns).GetAwaiter().GetResult();

    public IReadOnlyList<NearSheet> Near(NearQuestion question) => search.NearAsync(question).GetAwaiter().GetResult();

    /// <summary>The next query of the mix; its class.</summary>
    public string Ask()
    {
        var (kind, question) = mix.Next();
        Ask(question);
        return kind;
    }

    public void Dispose()
    {
        search.Dispose();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }
}
