using Npgsql;

namespace Croisee.Data;

/// <summary>
/// What one instance prepares at a time on a base that several serve: the scripts, the root, the first keys. Held by a connection of its own, so that the engine gives it back
/// when that connection ends, whatever became of the process.
/// </summary>
static class StartLock
{
    /// <summary>« croisee » in ASCII: the same for every instance of this base, and for nothing else there.</summary>
    const long Key = 0x63726F69736565;
    /// <summary>The scripts of a long update on a large base.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static async Task<IAsyncDisposable> Take(Storage storage)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(storage.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("select pg_advisory_lock(@key)", connection) { CommandTimeout = (int)Patience.TotalSeconds };
            command.Parameters.AddWithValue("key", Key);
            await command.ExecuteNonQueryAsync();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
