using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Croisee.Data;

/// <summary>The schema is SQL, one folder for each engine, applied in order, each script in a transaction, noted in <c>schema_version</c>.</summary>
public static class Schema
{
    public sealed record Script(string Name, string Sql);

    public static IReadOnlyList<Script> Scripts(Engine engine)
    {
        var assembly = typeof(Schema).Assembly;
        var prefix = $"Croisee.Data.Schema.{(engine == Engine.Sqlite ? "sqlite" : "postgres")}.";
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n => new Script(n[prefix.Length..], Read(assembly.GetManifestResourceStream(n)!)))];
    }

    /// <summary>Brings the database to the last script. Returns the names applied now.</summary>
    public static IReadOnlyList<string> Apply(Storage storage)
    {
        using DbConnection connection = storage.Engine == Engine.Sqlite ? SqliteWriter.Open(storage) : Connected(new NpgsqlConnection(storage.ConnectionString));
        Run(connection, null, "create table if not exists schema_version (name text primary key, applied_at text not null)");
        var known = Known(connection);
        RefuseNewer(storage.Engine, known);
        var applied = new List<string>();
        foreach (var script in Scripts(storage.Engine).Where(s => !known.Contains(s.Name)))
        {
            using var transaction = connection.BeginTransaction();
            Run(connection, transaction, script.Sql);
            Run(connection, transaction, $"insert into schema_version (name, applied_at) values ('{script.Name}', '{TimeProvider.System.GetUtcNow():O}')");
            transaction.Commit();
            applied.Add(script.Name);
        }
        return applied;
    }

    /// <summary>An older program on a newer base would write rows that the newer one no longer expects, and nobody would know.</summary>
    static void RefuseNewer(Engine engine, HashSet<string> known)
    {
        if (Unknown(engine, known) is [var first, ..]) throw new CannotServe($"Cette base a été préparée par une version plus récente de Croisée (script {first}, inconnu de celle-ci). Démarrez la version la plus récente, ou reprenez la sauvegarde faite avant la mise à jour.");
    }

    static List<string> Unknown(Engine engine, HashSet<string> known) => [.. known.Except(Scripts(engine).Select(s => s.Name)).Order(StringComparer.Ordinal)];

    /// <summary>Scripts applied, those that the database still lacks, and those of a newer program. Changes nothing: a database that does not exist yet lacks them all.</summary>
    public static (IReadOnlyList<string> Applied, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown) Status(Storage storage)
    {
        var all = Scripts(storage.Engine).Select(s => s.Name).ToList();
        if (storage.Engine is Engine.Sqlite && !File.Exists(storage.SqliteFile)) return ([], all, []);
        using DbConnection connection = storage.Engine == Engine.Sqlite ? Connected(new SqliteConnection(storage.ReaderConnection)) : Connected(new NpgsqlConnection(storage.ConnectionString));
        HashSet<string> known;
        try { known = Known(connection); }
        catch (DbException) { known = []; /* No schema_version table: nothing was ever applied. */ }
        return ([.. all.Where(known.Contains)], [.. all.Where(n => !known.Contains(n))], Unknown(storage.Engine, known));
    }

    /// <summary>Version of the engine's own library, for the log and the administrator.</summary>
    public static string EngineVersion(Storage storage)
    {
        using DbConnection connection = storage.Engine == Engine.Sqlite ? Connected(new SqliteConnection("Data Source=:memory:")) : Connected(new NpgsqlConnection(storage.ConnectionString));
        return (storage.Engine == Engine.Sqlite ? "SQLite " : "PostgreSQL ") + connection.ServerVersion;
    }

    static HashSet<string> Known(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select name from schema_version";
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    static void Run(DbConnection connection, DbTransaction? transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static DbConnection Connected(DbConnection connection) { connection.Open(); return connection; }

    static string Read(Stream stream) { using var reader = new StreamReader(stream); return reader.ReadToEnd(); }
}
