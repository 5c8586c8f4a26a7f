using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Croisee.Bench.Load;

/// <summary>
/// One visitor's keep-alive connection over a blocking socket: a system call to send, one or two to receive, no
/// allocation in between. The client shares the machine with what it measures, so what it saves the server gets.
/// </summary>
public sealed class HttpConnection(int port) : IDisposable
{
    private const int LargestResponse = 8 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly byte[] host = Encoding.ASCII.GetBytes($" HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\n");
    private byte[] outgoing = new byte[16 << 10];
    private byte[] incoming = new byte[64 << 10];
    private int filled;
    private Socket? socket;

    public CookieJar Cookies { get; } = new();

    public Response Get(ReadOnlySpan<byte> path) => Exchange("GET "u8, path, []);

    /// <param name="form">Already encoded as application/x-www-form-urlencoded.</param>
    public Response Post(ReadOnlySpan<byte> path, ReadOnlySpan<byte> form) => Exchange("POST "u8, path, form);

    /// <summary>Closes the socket; the next request opens a new one. The cookies stay.</summary>
    public void Drop()
    {
        socket?.Dispose();
        socket = null;
    }

    public void Dispose() => Drop();

    private Response Exchange(ReadOnlySpan<byte> method, ReadOnlySpan<byte> path, ReadOnlySpan<byte> form)
    {
        try
        {
            socket ??= Connect();
            var length = Compose(method, path, form);
            for (var sent = 0; sent < length;) sent += socket.Send(outgoing.AsSpan(sent, length - sent));
            var response = Receive();
            if (response.Closes) Drop();
            return response;
        }
        catch
        {
            Drop();
            throw;
        }
    }

    private Socket Connect()
    {
        var fresh = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = (int)Patience.TotalMilliseconds,
            SendTimeout = (int)Patience.TotalMilliseconds,
        };
        try { fresh.Connect(new IPEndPoint(IPAddress.Loopback, port)); }
        catch { fresh.Dispose(); throw; }
        return fresh;
    }

    private int Compose(ReadOnlySpan<byte> method, ReadOnlySpan<byte> path, ReadOnlySpan<byte> form)
    {
        var needed = path.Length + host.Length + Cookies.Header.Length + form.Length + 256;
        if (outgoing.Length < needed) outgoing = new byte[needed];
        var length = 0;
        Append(method, ref length);
        Append(path, ref length);
        Append(host, ref length);
        Append(Cookies.Header, ref length);
        if (method.Length == 5)
        {
            Append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "u8, ref length);
            Utf8Formatter.TryFormat(form.Length, outgoing.AsSpan(length), out var digits);
            length += digits;
            Append("\r\n"u8, ref length);
        }
        Append("\r\n"u8, ref length);
        Append(form, ref length);
        return length;
    }

    private void Append(ReadOnlySpan<byte> bytes, ref int length)
    {
        bytes.CopyTo(outgoing.AsSpan(length));
        length += bytes.Length;
    }

    private Response Receive()
    {
        filled = 0;
        int headEnd;
        while ((headEnd = incoming.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0) Fill();
        var framing = Response.Parse(incoming.AsSpan(0, headEnd), Cookies);
        var start = headEnd + 4;
        int end;
        if (framing.Chunked) end = JoinChunks(start);
        else
        {
            if (framing.ContentLength < 0 && framing.Status is not (204 or 304)) throw new InvalidDataException("An answer without length cannot be kept alive.");
            end = start + Math.Max(0, framing.ContentLength);
            while (filled < end) Fill();
        }
        framing.Body = incoming.AsSpan(start, end - start);
        return framing;
    }

    /// <summary>Moves the chunks together where they lie; returns the end of the joined body.</summary>
    private int JoinChunks(int start)
    {
        var (read, write) = (start, start);
        while (true)
        {
            int lineEnd;
            while ((lineEnd = incoming.AsSpan(read, filled - read).IndexOf("\r\n"u8)) < 0) Fill();
            if (!Utf8Parser.TryParse(incoming.AsSpan(read, lineEnd), out int size, out _, 'x') || size < 0)
                throw new InvalidDataException("A chunk has no size.");
            read += lineEnd + 2;
            while (filled < read + size + 2) Fill();
            if (size == 0) return write;
            incoming.AsSpan(read, size).CopyTo(incoming.AsSpan(write));
            write += size;
            read += size + 2;
        }
    }

    private void Fill()
    {
        if (filled == incoming.Length)
        {
            if (filled >= LargestResponse) throw new InvalidDataException("The answer is larger than the bench allows.");
            Array.Resize(ref incoming, incoming.Length * 2);
        }
        var count = socket!.Receive(incoming.AsSpan(filled));
        if (count == 0) throw new IOException("The server closed the connection before the end of its answer.");
        filled += count;
    }
}
