using Croisee.Bench.Measure;
using Npgsql;

namespace Croisee.Bench.Workloads;

/// <summary>The PostgreSQL that bin/bench starts, durable, for the workloads that need one.</summary>
static class BenchPostgres
{
    private const string Where = "CROISEE_BENCH_POSTGRES";

    /// <summary>Connection string of an empty database of that name; what it held before is gone.</summary>
    public static string NewDatabase(string name, string workload)
    {
        var server = Environment.GetEnvironmentVariable(Where) ?? throw new BenchException($"Aucun PostgreSQL : lancez bin/bench {workload}, ou donnez {Where}.");
        using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        connection.Open();
        foreach (var statement in new[] { $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", $"CREATE DATABASE {name}" })
        {
#pragma warning disable CA2100 // Names of this bench.
            using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
        return $"{server};Database={name}";
    }
}
