using System.Net.Sockets;
using System.Security.Cryptography;

namespace Croisee.Bench.Acknowledged;

/// <summary>
/// Visitors submit without pause while the server is killed (SIGKILL, by its process id) at random moments and started
/// again. Killing proves that nothing is confirmed before it is written; it proves nothing about the disk's own cache.
/// </summary>
/// <param name="seed">Draws the moments; print it, so that a failure can be run again.</param>
public sealed class KillRun(IKillTarget target, int submitters, int kills, int seed, Action<string> log)
{
    private const int ShortestLifeMs = 20;
    private const int KilledYoung = 2; // one life in so many may end before it confirmed anything: at start, a kill must not hurt either
    private static readonly TimeSpan Childhood = TimeSpan.FromSeconds(10);
    private long refused;

    /// <param name="ledgerFile">Must not exist yet.</param>
    public Verdict Run(string ledgerFile)
    {
        using var ledger = new Ledger(ledgerFile);
        using var over = new CancellationTokenSource();
        var random = new Random(seed);
        var server = target.Start(port: 0);
        var port = server.Port;
        var threads = Enumerable.Range(0, submitters).Select(i => new Thread(() => Submit(i, port, ledger, over.Token))).ToList();
        try
        {
            foreach (var thread in threads) thread.Start();
            for (var kill = 1; kill <= kills; kill++)
            {
                if (kill % KilledYoung != 0) WaitForConfirmation(ledger);
                Thread.Sleep(random.Next(ShortestLifeMs, target.LongestLifeMs));
                server = target.Kill(server);
                if (kill % 10 == 0) log($"  {kill} arrêts brutaux sur {kills}");
            }
            Thread.Sleep(target.LongestLifeMs); // the last life ends in peace, so that the last requests are answered
        }
        finally
        {
            over.Cancel();
            foreach (var thread in threads.Where(t => t.IsAlive)) thread.Join();
            server.Dispose();
        }
        if (refused > 0) log($"  {refused} envois reçus mais non confirmés par le serveur");
        return ledger.Compare(target.Stored());
    }

    /// <summary>A busy machine starts slowly: a life counted from its start alone would end before it did anything that could be lost.</summary>
    private static void WaitForConfirmation(Ledger ledger)
    {
        var before = ledger.Confirmed;
        SpinWait.SpinUntil(() => ledger.Confirmed > before, Childhood);
    }

    private void Submit(int number, int port, Ledger ledger, CancellationToken over)
    {
        using var submitter = target.Arrive(port, number);
        string? unanswered = null;
        while (!over.IsCancellationRequested)
        {
            var key = unanswered ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            unanswered = null;
            ledger.Sending(key, submitter.Content(key));
            try
            {
                if (submitter.Submit(key)) ledger.Acknowledge(key);
                else Interlocked.Increment(ref refused);
            }
            catch (Exception gone) when (gone is IOException or SocketException or InvalidDataException)
            {
                if (target.Repeatable) unanswered = key;
                Thread.Sleep(20);
            }
        }
    }
}
