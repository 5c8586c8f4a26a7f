using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Croisee.Library;

/// <summary>How often the library changed, and how often a row was deleted outright (the index then starts anew).</summary>
readonly record struct LibraryVersion(long Version, long Emptied);

/// <summary>
/// The rows that searching reads, in plain SQL that both engines understand. Versions are taken under the row lock of
/// search_state, so they are committed in their order: nothing with a lower version appears later.
/// </summary>
/// <param name="open">Opens a reading connection; it is disposed after each question (pools make that cheap).</param>
public sealed class SearchedSheetRows(Func<CancellationToken, ValueTask<DbConnection>> open)
{
    internal ValueTask<DbConnection> OpenAsync(CancellationToken stop) => open(stop);

    internal static async Task<LibraryVersion> VersionAsync(DbConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select version, emptied from search_state";
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? new(reader.GetInt64(0), reader.GetInt64(1)) : default;
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
