using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Exchange;

/// <summary>One file taken from the product, byte by byte: when it began, how long it lasted, how many lines, and the memory of the server meanwhile.</summary>
sealed record Download(double FirstByteMs, double Seconds, double CpuSeconds, double AddedMb, long Bytes, long Lines)
{
    public static Download Take(ServerProcess server, string path) => Take(server, path, Encoding.ASCII.GetBytes($"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n"));

    /// <param name="request">The whole request, of HTTP/1.0: the answer ends with the connection.</param>
    public static Download Take(ServerProcess server, string path, byte[] request)
    {
        var (idle, cpu) = (server.ResidentMb, server.CpuMs);
        var peak = idle;
        using var stop = new CancellationTokenSource();
        var watch = Task.Run(() => { while (!stop.IsCancellationRequested) { peak = Math.Max(peak, server.ResidentMb); Thread.Sleep(20); } });
        using var client = new TcpClient("127.0.0.1", server.Port);
        using var stream = client.GetStream();
        stream.Write(request);
        var began = Stopwatch.GetTimestamp();
        var buffer = new byte[1 << 16];
        var (first, bytes, lines, head) = (0.0, 0L, 0L, new List<byte>());
        var inBody = false;
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            var body = buffer.AsSpan(0, read);
            if (!inBody)
            {
                head.AddRange(body);
                var end = Encoding.ASCII.GetString([.. head]).IndexOf("\r\n\r\n", StringComparison.Ordinal);
                if (end < 0) continue;
                if (!Encoding.ASCII.GetString([.. head.Take(15)]).Contains(" 200", StringComparison.Ordinal)) throw new BenchException($"{path} : {Encoding.ASCII.GetString([.. head.Take(200)])}");
                body = head.Skip(end + 4).ToArray();
                inBody = true;
            }
            if (bytes == 0 && body.Length > 0) first = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            bytes += body.Length;
            lines += body.Count((byte)'\n');
        }
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        stop.Cancel();
        watch.Wait();
        return new(first, seconds, (server.CpuMs - cpu) / 1000, peak - idle, bytes, lines);
    }
}
