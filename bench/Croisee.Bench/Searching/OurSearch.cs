using Croisee.Bench.Data;
using Croisee.Data;
using Croisee.Library;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench.Searching;

/// <summary>The product's own search on its own schema, filled with generated sheets.</summary>
sealed class OurSearch : IDisposable
{
    readonly SheetSearch search;
    readonly SearchMix mix;

    public OurSearch(string folder, IEnumerable<GeneratedSheet> sheets, SearchMix mix)
    {
        this.mix = mix;
        var storage = Storage.From(null, folder);
        Schema.Apply(storage);
        Fill(storage, sheets);
        search = new SheetSearch(new SearchedSheetRows(storage));
    }

    static void Fill(Storage storage, IEnumerable<GeneratedSheet> sheets)
    {
        using var connection = new SqliteConnection(storage.WriterConnection);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "insert into searched_sheets (id, title, text, codes, published_on, shown) values (@id, @title, @text, @codes, @day, 1)";
        foreach (var name in new[] { "@id", "@title", "@text", "@codes", "@day" }) command.Parameters.AddWithValue(name, "");
        foreach (var sheet in sheets)
        {
            object[] values = [Guid.CreateVersion7(), sheet.Title, sheet.Text, string.Join(' ', sheet.Codes.Select(c => $"{c.Field}:{c.Code}")), sheet.PublishedOn];
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
            command.ExecuteNonQuery();
        }
        transaction.Commit();
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
    }
}
