using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Croisee.Files;

/// <summary>Where clamd listens and how long to wait for it.</summary>
/// <param name="Address"><c>host:port</c>, <c>tcp://host:port</c>, <c>unix:/path</c> or <c>/path</c> of a socket.</param>
public sealed record ClamSettings(string Address)
{
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(2);
    /// <summary>For a whole scan, from the first byte sent to the answer.</summary>
    public TimeSpan ScanWithin { get; init; } = TimeSpan.FromSeconds(20);
    /// <summary>Bytes sent at most; clamd's own StreamMaxLength should not be lower.</summary>
    public long MaxBytes { get; init; } = 100L << 20;
}

/// <summary>
/// Speaks clamd's INSTREAM: the file travels over the socket, so the daemon needs no access to our folder.
/// A first PING tells a daemon that is down (the file waits, no try counted) from one that this very file breaks (F27).
/// </summary>
public sealed class ClamScanner(ClamSettings settings) : IScanner
{
    const int Chunk = 64 << 10, MaxAnswer = 4096, DefaultPort = 3310;

    public async Task<bool> IsUp(CancellationToken cancel)
    {
        using var limit = Limit(settings.ConnectWithin, cancel);
        try
        {
            await using var stream = await Connect(limit.Token);
            await stream.WriteAsync("zPING\0"u8.ToArray(), limit.Token);
            return await Answer(stream, limit.Token) == "PONG";
        }
        catch (Exception e) when (IsTrouble(e, cancel))
        {
            return false;
        }
    }

    public async Task<ScanOutcome> Scan(Stream content, CancellationToken cancel)
    {
        if (!await IsUp(cancel)) return new(ScanState.Unavailable);
        using var limit = Limit(settings.ScanWithin, cancel);
        try
        {
            await using var stream = await Connect(limit.Token);
            if (!await Send(content, stream, limit.Token)) return new(ScanState.Failed, "larger than the configured limit");
            return Read(await Answer(stream, limit.Token));
        }
        catch (Exception e) when (IsTrouble(e, cancel))
        {
            return new(ScanState.Failed, e.GetType().Name);
        }
    }

    static CancellationTokenSource Limit(TimeSpan within, CancellationToken cancel)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(within);
        return limit;
    }

    static bool IsTrouble(Exception e, CancellationToken asked) =>
        e is SocketException or IOException || e is OperationCanceledException && !asked.IsCancellationRequested;

    async Task<NetworkStream> Connect(CancellationToken cancel)
    {
        var address = settings.Address;
        var path = address.StartsWith("unix:", StringComparison.Ordinal) ? address[5..] : address.StartsWith('/') ? address : null;
        var socket = path is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (path is not null) await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
            else
            {
                var uri = new Uri(address.Contains("://", StringComparison.Ordinal) ? address : "tcp://" + address);
                await socket.ConnectAsync(uri.DnsSafeHost, uri.Port > 0 ? uri.Port : DefaultPort, cancel);
            }
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    async Task<bool> Send(Stream content, NetworkStream stream, CancellationToken cancel)
    {
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        var buffer = new byte[4 + Chunk];
        long sent = 0;
        for (int n; (n = await content.ReadAsync(buffer.AsMemory(4), cancel)) > 0;)
        {
            if ((sent += n) > settings.MaxBytes) return false;
            BinaryPrimitives.WriteInt32BigEndian(buffer, n);
            await stream.WriteAsync(buffer.AsMemory(0, 4 + n), cancel);
        }
        await stream.WriteAsync(new byte[4], cancel);
        return true;
    }

    static async Task<string> Answer(NetworkStream stream, CancellationToken cancel)
    {
        var buffer = new byte[MaxAnswer];
        var length = 0;
        while (length < MaxAnswer && await stream.ReadAsync(buffer.AsMemory(length), cancel) is > 0 and var n)
        {
            length += n;
            if (buffer[length - 1] == 0) break;
        }
        return Encoding.UTF8.GetString(buffer, 0, length).TrimEnd('\0', '\n', ' ');
    }

    static ScanOutcome Read(string answer) =>
        answer == "stream: OK" ? new(ScanState.Clean)
        : answer.EndsWith(" FOUND", StringComparison.Ordinal) ? new(ScanState.Infected, answer[(answer.IndexOf(' ') + 1)..^6])
        : new(ScanState.Failed, answer.Length == 0 ? "no answer" : answer);
}
