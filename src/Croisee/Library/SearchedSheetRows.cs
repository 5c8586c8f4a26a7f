using System.Data.Common;
using System.Runtime.CompilerServices;
using Croisee.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Croisee.Library;

/// <summary>How often the library changed, and how often a row was deleted outright (the index then starts anew).</summary>
sealed record LibraryVersion(long Version, long Emptied);

/// <summary>
/// The rows that searching reads, in plain SQL that both engines understand. Versions are taken under the row lock of
/// search_state, so they are committed in their order: nothing with a lower version appears later.
/// </summary>
public sealed class SearchedSheetRows(Storage storage)
{
    /// <summary>A reading connection of the engine's own pool.</summary>
    internal async Task<DbConnection> OpenAsync(CancellationToken stop)
    {
        DbConnection connection = storage.Engine == Engine.Sqlite
            ? new SqliteConnection(storage.ReaderConnection)
            : new NpgsqlConnection(storage.ReaderConnection);
        try { await connection.OpenAsync(stop); }
        catch { await connection.DisposeAsync(); throw; }
        return connection;
    }

    internal static async Task<LibraryVersion> VersionAsync(DbConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select version, emptied from search_state";
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? new(reader.GetInt64(0), reader.GetInt64(1)) : new(0, 0);
    }

    internal static async IAsyncEnumerable<SearchedSheet> ChangedSinceAsync(
        DbConnection connection, long version, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            "select no, id, title, text, codes, published_on, shown, changed from searched_sheets where changed > @version order by changed";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@version", version);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) yield return SearchedSheet.FromRow(
            reader.GetInt32(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
            reader.GetFieldValue<DateOnly>(5), reader.GetBoolean(6), reader.GetInt64(7));
    }
}
