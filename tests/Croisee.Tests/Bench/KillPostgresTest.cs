using Croisee.Bench.Acknowledged;
using Croisee.Bench.Load;
using Croisee.Bench.Measure;
using Croisee.Bench.Workloads;
using Xunit;

namespace Croisee.Tests.Bench;

/// <summary>PostgreSQL is killed and started again while eight people write, and the product is not (F09): nothing confirmed is lost, and its pool heals by itself.</summary>
[Trait("kind", "slow")]
public sealed class KillPostgresTest : IDisposable
{
    const int Kills = 5;
    /// <summary>After the store is back, pages may fail so long and no longer.</summary>
    static readonly TimeSpan Healed = TimeSpan.FromSeconds(10);
    readonly string folder = Directory.CreateTempSubdirectory("croisee-kill-store-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Loses_doubles_invents_and_tears_nothing_and_heals_without_a_restart()
    {
        if (Place.PostgresServer is null) return;
        using var store = OwnPostgres.Begin();
        if (store is null) return;
        var seed = Random.Shared.Next(1 << 16);
        var target = new StoreKilled(new ProductTarget(Path.Combine(AppContext.BaseDirectory, "croisee.dll"), Path.Combine(folder, "data"), store.ConnectionString), store);
        var verdict = new KillRun(target, Stage.Crowd, Kills, seed, TestContext.Current.SendDiagnosticMessage).Run(Path.Combine(folder, "ledger.txt"));
        Assert.True(verdict.Passed, $"Seed {seed}: {verdict}");
        Assert.True(verdict.Acknowledged > Stage.Crowd, $"Too few confirmations to say anything (seed {seed}): {verdict}");
        Assert.Equal(1, target.Starts);
    }

    /// <summary>The same visitors and the same rows; what is killed is the store.</summary>
    sealed class StoreKilled(ProductTarget product, OwnPostgres store) : IKillTarget
    {
        public int Starts { get; private set; }
        public bool Repeatable => product.Repeatable;
        public int LongestLifeMs => product.LongestLifeMs;
        public ISubmitter Arrive(int port, int number) => product.Arrive(port, number);
        public IEnumerable<(string Key, string Content)> Stored() => product.Stored();

        public ServerProcess Start(int port)
        {
            Starts++;
            return product.Start(port);
        }

        public ServerProcess Kill(ServerProcess server)
        {
            store.KillAndStart();
            using var connection = new HttpConnection(server.Port);
            Assert.True(SpinWait.SpinUntil(() => connection.Get("/appels"u8).Status == 200, Healed), "The pool did not heal.");
            return server;
        }
    }
}
