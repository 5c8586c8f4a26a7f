using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Site;

/// <summary>Ten thousand streams opened and given up in one connection, ten thousand parts or a hundred thousand fields in one form (S37): refused before any page works for them.</summary>
public sealed class ManyStreamsTest(ManyStreamsTest.Counting place) : IClassFixture<ManyStreamsTest.Counting>
{
    const int Streams = 10_000, Parts = 10_000, Fields = 100_000;

    public sealed class Counting : Place
    {
        int asked;
        public int Asked => Volatile.Read(ref asked);

        protected override void Tweak(WebApplicationBuilder builder) => builder.Services.AddSingleton<IStartupFilter>(new Counter(this));

        sealed class Counter(Counting place) : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                app.Use((_, then) => { Interlocked.Increment(ref place.asked); return then(); });
                next(app);
            };
        }
    }

    static byte[] Frame(byte type, byte flags, int stream, ReadOnlySpan<byte> payload) =>
        [(byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, type, flags, (byte)(stream >> 24), (byte)(stream >> 16), (byte)(stream >> 8), (byte)stream, .. payload];

    /// <summary>Sends all it can, and says what came back until the server closed.</summary>
    async Task<string> Answer(byte[] sent)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(place.Address.Host, place.Address.Port);
        var stream = client.GetStream();
        var sending = Task.Run(async () => { try { await stream.WriteAsync(sent); } catch (IOException) { /* The server closed before the end: the better for it. */ } });
        var (answer, buffer) = (new MemoryStream(), new byte[4096]);
        try { for (int read; (read = await stream.ReadAsync(buffer)) > 0;) answer.Write(buffer, 0, read); }
        catch (IOException) { /* As above. */ }
        await sending;
        return Encoding.Latin1.GetString(answer.ToArray());
    }

    [Fact]
    public async Task No_stream_of_a_rapid_reset_reaches_a_page()
    {
        var before = place.Asked;
        byte[] headers = [0x82, 0x86, 0x84, 0x41, 0x01, (byte)'x'], cancel = [0, 0, 0, 8];
        var sent = new MemoryStream();
        sent.Write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8);
        sent.Write(Frame(4, 0, 0, []));
        for (var i = 0; i < Streams; i++)
        {
            sent.Write(Frame(1, 5, (2 * i) + 1, headers));
            sent.Write(Frame(3, 0, (2 * i) + 1, cancel));
        }
        var answer = await Answer(sent.ToArray());
        Assert.DoesNotContain("200 OK", answer, StringComparison.Ordinal);
        Assert.Equal(before, place.Asked);
        using var browser = place.Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.Open("/")).Status);
    }

    [Fact]
    public async Task Nor_does_one_that_asks_to_go_on_in_HTTP_2()
    {
        var answer = await Answer(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {place.Address.Authority}\r\nConnection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
    }

    /// <summary>TRACE gives back what was sent, cookies too, to a script that could not read them.</summary>
    [Fact]
    public async Task Nor_does_one_that_asks_to_be_told_what_it_sent()
    {
        var answer = await Answer(Encoding.ASCII.GetBytes($"TRACE / HTTP/1.1\r\nHost: {place.Address.Authority}\r\nCookie: secret=a-ne-pas-redire\r\nConnection: close\r\n\r\n"));
        Assert.DoesNotContain("a-ne-pas-redire", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_a_hundred_thousand_fields_or_ten_thousand_parts_is_refused_in_words()
    {
        using var browser = place.Browser();
        using var fields = new StringContent(string.Join('&', Enumerable.Range(0, Fields).Select(i => $"a{i}=")), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var parts = new MultipartFormDataContent();
        for (var i = 0; i < Parts; i++) parts.Add(new StringContent(""), $"a{i}");
        HttpContent[] forms = [fields, parts];
        foreach (var form in forms)
        {
            using var refused = await browser.Send(new HttpRequestMessage(HttpMethod.Post, "/connexion") { Content = form });
            Assert.Contains(refused.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge });
            Assert.Contains("<h1", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
