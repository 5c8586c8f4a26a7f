using System.Diagnostics;
using Croisee.Bench.Acknowledged;
using Croisee.Bench.Workloads;
using Npgsql;
using Xunit;

namespace Croisee.Tests.Bench;

/// <summary>kill -9 while eight people write (F01), and two processes on one file (F08): the real program, in processes of its own.</summary>
[Trait("kind", "slow")]
public sealed class KillProductTest : IDisposable
{
    /// <summary>Enough to see a fault that comes often; `bin/bench kill --kills 200` looks for the rare ones.</summary>
    private const int KillsOnSqlite = 12, KillsOnPostgres = 6;
    private static readonly string Product = Path.Combine(AppContext.BaseDirectory, "croisee.dll");
    private readonly string folder = Directory.CreateTempSubdirectory("croisee-kill-").FullName;
    private readonly string? database = Place.PostgresServer is null ? null : "croisee_kill_" + Environment.ProcessId;

    [Theory, InlineData(false), InlineData(true)]
    public void Loses_doubles_invents_and_tears_nothing_that_was_confirmed_when_it_is_killed(bool answers)
    {
        if (database is not null) Postgres($"create database {database}");
        var seed = Random.Shared.Next(1 << 16);
        var (data, server) = (Path.Combine(folder, "data"), database is null ? null : $"{Place.PostgresServer};Database={database}");
        IKillTarget target = answers ? new AnswerTarget(Product, data, server) : new ProductTarget(Product, data, server);
        var verdict = new KillRun(target, Stage.Crowd, database is null ? KillsOnSqlite : KillsOnPostgres, seed, TestContext.Current.SendDiagnosticMessage).Run(Path.Combine(folder, "ledger.txt"));
        Assert.True(verdict.Passed, $"Seed {seed}: {verdict}");
        Assert.True(verdict.Acknowledged > Stage.Crowd, $"Too few confirmations to say anything (seed {seed}): {verdict}");
    }

    [Fact]
    public void Refuses_a_second_process_on_the_same_file_in_one_sentence()
    {
        if (database is not null) return; // on PostgreSQL several processes share one base
        var data = Path.Combine(folder, "shared");
        using var first = new ProductTarget(Product, data).Start(port: 0);
        using var second = Process.Start(new ProcessStartInfo("dotnet", [Product, "demo", "--port", "0", "--data", data]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = second.StandardError.ReadToEnd();
        Assert.True(second.WaitForExit(60_000));
        Assert.Equal(1, second.ExitCode);
        Assert.Equal($"Une autre instance de Croisée utilise déjà le dossier {data}. Arrêtez-la d’abord, ou donnez un autre dossier avec --data.", said.Trim());
    }

    public void Dispose()
    {
        if (database is not null) Postgres($"drop database if exists {database} with (force)");
        Directory.Delete(folder, recursive: true);
    }

    private static void Postgres(string sql)
    {
        using var connection = new NpgsqlConnection($"{Place.PostgresServer};Database=postgres;Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
