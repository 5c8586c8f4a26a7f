using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Croisee.Tests.Site;

/// <summary>A thousand connections that send one byte in a second, half of them in their headers and half in a form (S36): each is cut, and others are served meanwhile.</summary>
[Trait("kind", "slow")]
public sealed class SlowClientsTest(RoamingPlace place) : IClassFixture<RoamingPlace>
{
    const int Connections = 1000;
    static readonly TimeSpan CutWithin = TimeSpan.FromSeconds(30), GiveUp = TimeSpan.FromSeconds(60);

    sealed class SlowClient : IDisposable
    {
        readonly TcpClient client = new();
        readonly long since = Stopwatch.GetTimestamp();
        public TimeSpan? CutAfter { get; private set; }

        public async Task Open(Uri address, bool inForm)
        {
            await client.ConnectAsync(address.Host, address.Port);
            var begin = inForm ? $"POST /connexion HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nForm.Email=" : $"GET / HTTP/1.1\r\nHost: {address.Authority}\r\nX-Lent: ";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begin));
            _ = Listen();
        }

        async Task Listen()
        {
            var buffer = new byte[4096];
            try { while (await client.GetStream().ReadAsync(buffer) > 0) { } }
            catch (Exception e) when (e is IOException or ObjectDisposedException) { /* Cut without a word: cut all the same. */ }
            CutAfter ??= Stopwatch.GetElapsedTime(since);
        }

        public async Task Drip()
        {
            if (CutAfter is not null) return;
            try { await client.GetStream().WriteAsync("a"u8.ToArray()); }
            catch (IOException) { CutAfter ??= Stopwatch.GetElapsedTime(since); }
        }

        public void Dispose() => client.Dispose();
    }

    [Fact]
    public async Task Are_cut_and_keep_nobody_waiting()
    {
        var clients = Enumerable.Range(0, Connections).Select(_ => new SlowClient()).ToList();
        var (began, served) = (Stopwatch.GetTimestamp(), new List<TimeSpan>());
        try
        {
            for (var i = 0; i < Connections; i++) await clients[i].Open(place.Address, inForm: i % 2 == 0);
            while (clients.Exists(c => c.CutAfter is null) && Stopwatch.GetElapsedTime(began) < GiveUp)
            {
                foreach (var client in clients) await client.Drip();
                using var browser = place.Browser();
                var asked = Stopwatch.GetTimestamp();
                Assert.Equal(HttpStatusCode.OK, (await browser.Open("/")).Status);
                served.Add(Stopwatch.GetElapsedTime(asked));
                await Task.Delay(1000, TestContext.Current.CancellationToken);
            }
            TestContext.Current.SendDiagnosticMessage($"Cut after {clients.Max(c => c.CutAfter)?.TotalSeconds:0} s at most; {served.Count} pages served meanwhile, the slowest in {served.Max().TotalMilliseconds:0} ms.");
            Assert.DoesNotContain(clients, c => c.CutAfter is null || c.CutAfter > CutWithin);
        }
        finally { clients.ForEach(c => c.Dispose()); }
    }
}
