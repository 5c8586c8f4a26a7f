using System.Net;
using System.Net.Sockets;
using System.Text;
using Croisee.Bench.Load;
using Xunit;

namespace Croisee.Tests.Bench;

[Trait("kind", "pure")]
public sealed class HttpConnectionTest : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<string> heard = [];

    public HttpConnectionTest() => listener.Start();

    [Fact]
    public async Task Reads_answers_by_length_and_by_chunks_however_they_are_cut_and_keeps_cookies()
    {
        var body = new string('é', 100_000);
        var serving = Serve(
            "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /ensuite\r\nSet-Cookie: draft=abc; path=/; httponly\r\nX-Statements: 3\r\n\r\n",
            $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Encoding.UTF8.GetByteCount(body):x}\r\n{body}\r\n4\r\nfini\r\n0\r\n\r\n");
        using var connection = new HttpConnection(((IPEndPoint)listener.LocalEndpoint).Port);

        var (status, location, statements) = Redirect(connection);
        Assert.Equal((302, "/ensuite", 3), (status, location, statements));
        Assert.Equal(body + "fini", Page(connection));
        await serving;
        Assert.Contains("a=1", heard[0]);
        Assert.Contains("Cookie: draft=abc\r\n", heard[1]);
    }

    [Fact]
    public async Task Refuses_an_answer_that_ends_too_early()
    {
        var serving = Serve("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nà moitié");
        using var connection = new HttpConnection(((IPEndPoint)listener.LocalEndpoint).Port);
        Assert.Throws<IOException>(() => Page(connection));
        await serving;
    }

    public void Dispose() => listener.Dispose();

    private static (int, string, int?) Redirect(HttpConnection connection)
    {
        var response = connection.Post("/deposer"u8, "a=1"u8);
        return (response.Status, Encoding.UTF8.GetString(response.Location), response.Statements);
    }

    private static string Page(HttpConnection connection) => Encoding.UTF8.GetString(connection.Get("/ensuite"u8).Body);

    private async Task Serve(params string[] answers)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var buffer = new byte[4096];
        foreach (var answer in answers)
        {
            heard.Add(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer)));
            foreach (var piece in Encoding.UTF8.GetBytes(answer).Chunk(1000))
            {
                await stream.WriteAsync(piece);
                await stream.FlushAsync();
            }
        }
    }
}
