using System.Data.Common;
using Croisee.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Croisee.Tests.House;

/// <summary>
/// An instance of the first release: its scripts, and rows that its own program wrote (a part of its demonstration, without keys and sessions), opened by today's program.
/// The rows are of the past: no change of the product changes them.
/// </summary>
public sealed class OldPlace : RoamingPlace
{
    const string LastScript = "0061_library.sql", Rows = "tests/Croisee.Tests/House/Old/rows.sql";

    protected override Action<Storage> MakesDatabase => storage =>
    {
        using DbConnection connection = storage.Engine is Engine.Sqlite ? new SqliteConnection($"Data Source={storage.SqliteFile};Pooling=False") : new NpgsqlConnection(storage.ConnectionString + ";Pooling=false;Timezone=UTC");
        connection.Open();
        Run(connection, "create table schema_version (name text primary key, applied_at text not null)");
        foreach (var script in Schema.Scripts(storage.Engine).TakeWhile(s => string.CompareOrdinal(s.Name, LastScript) <= 0))
            Run(connection, $"{script.Sql}; insert into schema_version (name, applied_at) values ('{script.Name}', '2026-11-25T00:00:00Z')");
        Run(connection, "begin;\n" + Repo.Read(Rows) + "commit");
    };

    static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
