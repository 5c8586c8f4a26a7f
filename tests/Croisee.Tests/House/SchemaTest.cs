using Croisee.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>The scripts are twins, and say the same as the model, on the engine of this run.</summary>
public sealed class SchemaTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public void Gives_both_engines_the_same_scripts()
    {
        var (sqlite, postgres) = (Schema.Scripts(Engine.Sqlite).Select(s => s.Name), Schema.Scripts(Engine.Postgres).Select(s => s.Name));
        Assert.True(sqlite.SequenceEqual(postgres), $"Each script has its twin of the same name in Data/Schema/sqlite and Data/Schema/postgres.\nsqlite:   {string.Join(' ', sqlite)}\npostgres: {string.Join(' ', postgres)}");
    }

    [Fact]
    public void Numbers_scripts_once() =>
        Repo.None(Schema.Scripts(Engine.Sqlite).GroupBy(s => s.Name.Split('_')[0]).Where(g => g.Count() > 1).Select(g => string.Join(", ", g.Select(s => s.Name))), "Two scripts with one number have no order:");

    [Fact]
    public async Task Holds_the_scripts_to_the_model()
    {
        var script = await place.Db(db => Task.FromResult(db.Database.GenerateCreateScript()));
        var fromModel = place.Storage.Engine == Engine.Sqlite ? OnSqlite(script) : OnPostgres(script);
        var fromScripts = FromScripts();
        Assert.Contains(fromScripts, l => l.StartsWith("persons.", StringComparison.Ordinal));
        Repo.None(fromModel.Except(fromScripts).Select(l => "only in the model:   " + l).Concat(fromScripts.Except(fromModel).Select(l => "only in the scripts: " + l)).OrderBy(l => l[21..], StringComparer.Ordinal),
            $"The {place.Storage.Engine} scripts and the EF model differ. Change the script or the mapping until they say the same (bin/schema shows EF's own script):");
    }

    [Fact]
    public void Applies_nothing_twice() => Assert.Empty(Schema.Apply(place.Storage));

    List<string> FromScripts()
    {
        if (place.Storage.Engine == Engine.Postgres)
        {
            using var postgres = new NpgsqlConnection(place.Storage.ConnectionString + ";Pooling=false");
            postgres.Open();
            return SchemaShape.Of(postgres);
        }
        using var sqlite = new SqliteConnection($"Data Source={place.Storage.SqliteFile};Mode=ReadOnly;Pooling=False");
        sqlite.Open();
        return SchemaShape.Of(sqlite);
    }

    static List<string> OnSqlite(string script)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = new SqliteCommand(script, connection);
        command.ExecuteNonQuery();
        return SchemaShape.Of(connection);
    }

    /// <summary>A schema of its own inside the class's database, emptied of nothing: dropped with it.</summary>
    List<string> OnPostgres(string script)
    {
        var name = "model_" + Environment.ProcessId;
        Run("postgres", $"drop database if exists {name} with (force)");
        Run("postgres", $"create database {name}");
        try
        {
            Run(name, script);
            using var connection = Connected(name);
            return SchemaShape.Of(connection);
        }
        finally { Run("postgres", $"drop database if exists {name} with (force)"); }
    }

    static void Run(string database, string sql)
    {
        using var connection = Connected(database);
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    static NpgsqlConnection Connected(string database)
    {
        var connection = new NpgsqlConnection($"{Place.PostgresServer};Database={database};Pooling=false");
        connection.Open();
        return connection;
    }
}
