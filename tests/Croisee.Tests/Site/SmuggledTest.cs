using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Site;

/// <summary>
/// A second request hidden in a badly cut first one (S28): two servers in a row that cut differently would take it for somebody else's. The product cuts as RFC 9112 says, and closes on whatever
/// is not cut well; the hidden one reaches no page.
/// </summary>
public sealed class SmuggledTest(SmuggledTest.Noting place) : IClassFixture<SmuggledTest.Noting>
{
    const string Hidden = "/clandestin", Last = "/aide?derniere";

    public sealed class Noting : Place
    {
        public ConcurrentQueue<string> Asked { get; } = new();

        protected override void Tweak(WebApplicationBuilder builder) => builder.Services.AddSingleton<IStartupFilter>(new Noter(this));

        sealed class Noter(Noting place) : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                app.Use((http, then) => { place.Asked.Enqueue(http.Request.Path + http.Request.QueryString); return then(); });
                next(app);
            };
        }
    }

    string Second => $"GET {Hidden} HTTP/1.1\r\nHost: {place.Address.Authority}\r\n\r\n";

    string Post(string headers, string body) => $"POST /connexion HTTP/1.1\r\nHost: {place.Address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\n{headers}\r\n\r\n{body}";

    /// <summary>Sends all it can, and says what came back until the server closed.</summary>
    async Task<string> Answer(string sent)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(place.Address.Host, place.Address.Port);
        var stream = client.GetStream();
        try { await stream.WriteAsync(Encoding.Latin1.GetBytes(sent)); }
        catch (IOException) { /* The server closed before the end: the better for it. */ }
        var (answer, buffer) = (new MemoryStream(), new byte[4096]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try { for (int read; (read = await stream.ReadAsync(buffer, patience.Token)) > 0;) answer.Write(buffer, 0, read); }
        catch (IOException) { /* As above. */ }
        return Encoding.Latin1.GetString(answer.ToArray());
    }

    static readonly string[] BadChunks =
    [
        "0x5\r\nabcde\r\n", "+5\r\nabcde\r\n", "-5\r\nabcde\r\n", " 5\r\nabcde\r\n", "5\nabcde\r\n", "5;a\nb\r\nabcde\r\n", "5;a=\"\n\"\r\nabcde\r\n", "5;\nGET\r\nabcde\r\n", "5;a\rb\r\nabcde\r\n",
        "FFFFFFFFFFFFFFFFFF\r\nabcde\r\n", "5\r\nabcdeXX0\r\n\r\n", "5\r\nabcde0\r\n\r\n", "\r\n5\r\nabcde\r\n", "g\r\nabcde\r\n", ";5\r\nabcde\r\n",
    ];

    /// <summary>CVE-2025-55315 among them: a line that ends inside a chunk's extension.</summary>
    [Fact]
    public async Task Is_not_heard_behind_chunks_that_are_badly_cut()
    {
        foreach (var bad in BadChunks) await IsClosed($"chunk {bad.ReplaceLineEndings("¶")}", Post("Transfer-Encoding: chunked", bad + "0\r\n\r\n" + Second));
    }

    /// <summary>« +5 » is not among them: the framework reads it as 5, where proxies refuse it. It is cut where its digits say.</summary>
    [Fact]
    public async Task Is_not_heard_behind_a_length_that_is_not_one()
    {
        foreach (var length in new[] { "Content-Length: 5\r\nContent-Length: 6", "Content-Length: 6\r\nContent-Length: 5", "Content-Length: -1", "Content-Length: 0x5", "Content-Length: 5, 6", "Content-Length: 5 5", "Content-Length: 99999999999999999999" })
            await IsClosed(length, Post(length, "a=b&c" + Second));
    }

    [Fact]
    public async Task Is_not_heard_behind_a_coding_that_is_not_known()
    {
        foreach (var coding in new[] { "Transfer-Encoding: xchunked", "Transfer-Encoding: chunked, identity", "Transfer-Encoding : chunked", " Transfer-Encoding: chunked", "X: a\r\n Transfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip", "Transfer-Encoding:\u000bchunked" })
            await IsClosed(coding, Post(coding, "0\r\n\r\n" + Second));
    }

    /// <summary>Both said: the chunks count, the length does not (RFC 9112, 6.3). What is inside a chunk is a body, what comes after the last one is a request.</summary>
    [Fact]
    public async Task Is_a_body_where_a_chunk_says_so_whatever_length_is_said_besides()
    {
        var body = "a=" + Second;
        var before = place.Asked.Count;
        var answer = await Answer(Post("Content-Length: 2\r\nTransfer-Encoding: chunked", $"{body.Length:x}\r\n{body}\r\n0\r\n\r\nGET {Last} HTTP/1.1\r\nHost: {place.Address.Authority}\r\nConnection: close\r\n\r\n"));
        var asked = place.Asked.Skip(before).Where(p => !p.StartsWith("/erreur", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(Hidden, asked);
        // Refused whole, or cut as it should be: never cut at the length.
        Assert.True(asked.Count == 0 || asked.SequenceEqual(["/connexion"]) || asked.SequenceEqual(["/connexion", Last]), string.Join(' ', asked));
        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
    }

    /// <summary>The same way of sending, cut well: it is heard, so that the tests above look at something.</summary>
    [Fact]
    public async Task Is_heard_as_a_request_of_its_own_behind_one_that_is_cut_well()
    {
        await Answer(Post("Transfer-Encoding: chunked", "5\r\na=b&c\r\n0\r\n\r\n" + Second.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal).Replace(Hidden, Hidden + "-ouvert", StringComparison.Ordinal)));
        Assert.Contains(Hidden + "-ouvert", place.Asked);
    }

    async Task IsClosed(string what, string sent)
    {
        var answer = await Answer(sent);
        Assert.DoesNotContain(Hidden, place.Asked);
        Assert.DoesNotContain("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 501", StringComparison.Ordinal), $"{what}: {answer.Split('\n')[0]}");
    }
}
