using System.Net;
using System.Net.Sockets;
using System.Text;
using Croisee.Files;
using Xunit;

namespace Croisee.Tests.Files;

[Trait("kind", "pure")]
public class ClamScannerTest
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>For who never answers: nobody waits long for them.</summary>
    static ClamSettings Quick(string address) => new(address) { ConnectWithin = TimeSpan.FromMilliseconds(500), ScanWithin = TimeSpan.FromSeconds(1) };

    static ClamSettings Patient(string address) => new(address) { ConnectWithin = Patience, ScanWithin = Patience };

    static Task<ScanOutcome> Scan(ClamSettings settings, byte[] content) => new ClamScanner(settings).Scan(new MemoryStream(content), CancellationToken.None);

    [Fact]
    public async Task Finds_the_test_signature_through_a_real_clamd()
    {
        Assert.SkipWhen(Clamd.Program is null, "clamd is not installed here (Debian: clamav-daemon); bin/test installs it where it can.");
        using var clamd = new Clamd();
        await clamd.WaitForPong();
        foreach (var address in new[] { $"127.0.0.1:{clamd.Port}", $"tcp://localhost:{clamd.Port}", $"unix:{clamd.Socket}", clamd.Socket })
        {
            Assert.Equal(new ScanOutcome(ScanState.Infected, "Croisee.Eicar-Test.UNOFFICIAL"), await Scan(Patient(address), Clamd.Eicar));
            Assert.Equal(new ScanOutcome(ScanState.Clean), await Scan(Patient(address), Documents.Pdf()));
        }
        var large = new byte[3 << 20];
        Assert.Equal(ScanState.Failed, (await Scan(Patient($"127.0.0.1:{clamd.Port}"), large)).State);
        Assert.Equal(ScanState.Failed, (await Scan(Patient($"127.0.0.1:{clamd.Port}") with { MaxBytes = 1000 }, large)).State);
        clamd.Stop();
        Assert.Equal(ScanState.Unavailable, (await Scan(new($"127.0.0.1:{clamd.Port}"), Clamd.Eicar)).State);
        Assert.Equal(ScanState.Unavailable, (await Scan(new(clamd.Socket), Clamd.Eicar)).State);
    }

    [Fact]
    public async Task Refuses_an_infected_attachment_through_the_store_and_holds_others_while_clamd_is_down()
    {
        Assert.SkipWhen(Clamd.Program is null, "clamd is not installed here (Debian: clamav-daemon); bin/test installs it where it can.");
        var folder = System.IO.Directory.CreateTempSubdirectory("croisee-files-").FullName;
        using var clamd = new Clamd();
        await clamd.WaitForPong();
        var scanner = new ClamScanner(Patient(clamd.Socket));
        var store = new FileStore(new(folder, FileLimits.Default, null), scanner, TimeProvider.System);
        Task<Intake> Take(byte[] content) => store.Take(new MemoryStream(content), "essai.txt", 0, CancellationToken.None);

        Assert.Equal(Refusal.Infected, (await Take(Clamd.Eicar)).Refused);
        // Hidden in a document, where only an antivirus that unpacks will find it.
        Assert.Equal(Refusal.Infected, (await Take(Documents.Docx(("word/notes.bin", Clamd.Eicar)))).Refused);
        Assert.Empty(System.IO.Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Assert.True((await Take("bonjour"u8.ToArray())).File is { IsClean: true, Scanned: true });
        clamd.Stop();
        Assert.Equal(FileState.Quarantine, (await Take("bonsoir"u8.ToArray())).File!.State);
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Is_unavailable_when_nobody_listens_or_nobody_answers()
    {
        Assert.Equal(ScanState.Unavailable, (await Scan(Quick($"127.0.0.1:{Clamd.FreePort()}"), [1])).State);
        Assert.Equal(ScanState.Unavailable, (await Scan(Quick("unix:/nulle/part.sock"), [1])).State);
        using var silent = new Daemon(pong: false, answer: null);
        Assert.Equal(ScanState.Unavailable, (await Scan(Quick(silent.Address), [1])).State);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("stream: Can't allocate memory ERROR\0"), InlineData("INSTREAM size limit exceeded. ERROR\0"), InlineData("stream: OK"), InlineData("OK\0")]
    public async Task Fails_on_a_file_that_the_daemon_does_not_finish(string? answer)
    {
        using var daemon = new Daemon(pong: true, answer);
        // Only the one that keeps silent is waited for.
        var outcome = await Scan(Patient(daemon.Address) with { ScanWithin = answer is null ? TimeSpan.FromSeconds(1) : Patience }, new byte[200_000]);
        // Without its closing zero an answer that is complete all the same is believed only when the connection ends after it.
        Assert.Equal(answer == "stream: OK" ? ScanState.Clean : ScanState.Failed, outcome.State);
    }

    [Fact]
    public async Task Gives_up_at_once_when_the_caller_does()
    {
        using var daemon = new Daemon(pong: true, answer: null);
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ClamScanner(new(daemon.Address)).Scan(new MemoryStream([1]), gone.Token));
    }

    /// <summary>Answers PING or not; then reads what it is sent and answers a text, closes ("") or keeps silent (null).</summary>
    sealed class Daemon : IDisposable
    {
        readonly TcpListener listener = new(IPAddress.Loopback, 0);
        readonly List<TcpClient> clients = [];

        public Daemon(bool pong, string? answer)
        {
            listener.Start();
            _ = Serve(pong, answer);
        }

        public string Address => $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        async Task Serve(bool pong, string? answer)
        {
            try
            {
                while (true)
                {
                    var client = await listener.AcceptTcpClientAsync();
                    lock (clients) clients.Add(client);
                    _ = Speak(client, pong, answer);
                }
            }
            catch (SocketException) { /* stopped */ }
            catch (ObjectDisposedException) { /* stopped */ }
        }

        static async Task Speak(TcpClient client, bool pong, string? answer)
        {
            var stream = client.GetStream();
            var buffer = new byte[256 << 10];
            var heard = new StringBuilder();
            while (!heard.ToString().Contains('\0')) heard.Append(Encoding.Latin1.GetString(buffer, 0, await stream.ReadAsync(buffer)));
            if (heard.ToString().StartsWith("zPING", StringComparison.Ordinal))
            {
                if (pong) await stream.WriteAsync("PONG\0"u8.ToArray());
                return;
            }
            if (answer is null) return;
            await Task.Delay(50);
            if (answer.Length > 0) await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
            client.Client.Shutdown(SocketShutdown.Send);
        }

        public void Dispose()
        {
            listener.Stop();
            lock (clients) clients.ForEach(c => c.Dispose());
        }
    }
}
