using System.Data.Common;
using System.Diagnostics;
using Croisee.Data;
using Croisee.Tests.House;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Croisee.Tests.Bench;

/// <summary>The program is killed while it prepares its base, in the middle of a script (F02): what was begun is undone, and the next start does the rest by itself.</summary>
[Trait("kind", "slow")]
public sealed class KilledUpgradeTest : IDisposable
{
    /// <summary>Killed once so many scripts are in place.</summary>
    static readonly int[] After = [0, 3, 9, 16, 24, 33, 41, 50];
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    readonly string folder = Directory.CreateTempSubdirectory("croisee-kill-upgrade-").FullName;
    readonly List<string> databases = [];

    [Fact]
    public void Starts_again_by_itself_wherever_it_was_killed()
    {
        var all = Schema.Scripts(Place.PostgresServer is null ? Engine.Sqlite : Engine.Postgres).Count;
        var whole = New("whole");
        Schema.Apply(whole);
        var (expected, between) = (Shape(whole), 0);
        foreach (var after in After)
        {
            var storage = New("after" + after);
            Kill(storage, after);
            var applied = Schema.Status(storage).Applied.Count;
            Assert.InRange(applied, after, all);
            if (applied < all) between++;
            if (storage.Engine is Engine.Sqlite) Assert.Equal("ok", Ask(storage, "pragma integrity_check"));
            Assert.Equal(all - applied, Schema.Apply(storage).Count);
            Assert.Equal(expected, Shape(storage));
        }
        Assert.True(between > After.Length / 2, $"Only {between} of {After.Length} kills came before the end: they prove nothing.");
    }

    /// <summary>The real program, in a process of its own.</summary>
    static void Kill(Storage storage, int after)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "croisee.dll"), "serve", "--port", "0", "--data", storage.DataFolder]) { WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CROISEE_DATABASE"] = storage.Engine is Engine.Postgres ? storage.ConnectionString : "";
        using var program = Process.Start(start)!;
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        try { Assert.True(SpinWait.SpinUntil(() => program.HasExited || Begun(storage) > after, Patience), "The program did not prepare its base."); }
        finally
        {
            program.Kill();
            program.WaitForExit();
        }
    }

    /// <summary>Scripts in place, and one more once there is a list of them.</summary>
    static int Begun(Storage storage)
    {
        if (storage.Engine is Engine.Sqlite && !File.Exists(storage.SqliteFile)) return 0;
        try { return 1 + int.Parse(Ask(storage, "select cast(count(*) as text) from schema_version"), System.Globalization.CultureInfo.InvariantCulture); }
        catch (DbException) { return 0; }
    }

    Storage New(string name)
    {
        var own = Path.Combine(folder, name);
        if (Place.PostgresServer is null) return Storage.From(null, own);
        var database = $"croisee_upgrade_{Environment.ProcessId}_{name}";
        Ask(Storage.From($"{Place.PostgresServer};Database=postgres;Pooling=false", own), $"create database {database}");
        databases.Add(database);
        return Storage.From($"{Place.PostgresServer};Database={database};Pooling=false", own);
    }

    static DbConnection Open(Storage storage)
    {
        DbConnection connection = storage.Engine is Engine.Sqlite ? new SqliteConnection(storage.ReaderConnection + ";Pooling=False") : new NpgsqlConnection(storage.ConnectionString);
        connection.Open();
        return connection;
    }

    static string Ask(Storage storage, string sql)
    {
        using var connection = Open(storage);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string ?? "";
    }

    static List<string> Shape(Storage storage)
    {
        using var connection = Open(storage);
        return SchemaShape.Of(connection);
    }

    public void Dispose()
    {
        foreach (var database in databases) Ask(Storage.From($"{Place.PostgresServer};Database=postgres;Pooling=false", folder), $"drop database if exists {database} with (force)");
        Directory.Delete(folder, recursive: true);
    }
}
