using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Croisee.Files;

namespace Croisee.Tests.Files;

/// <summary>A real clamd on a free port and a socket of its own, with one signature written here: the harmless EICAR test file. Ended by its own process.</summary>
sealed class Clamd : IDisposable
{
    /// <summary>In two halves, so that an antivirus on the developer's machine leaves this source alone.</summary>
    public static byte[] Eicar { get; } = System.Text.Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    readonly string folder = System.IO.Directory.CreateTempSubdirectory("croisee-clamd-").FullName;
    readonly Process process;

    public int Port { get; } = FreePort();
    public string Socket => Path.Combine(folder, "clamd.sock");

    public static string? Program { get; } =
        new[] { "/usr/sbin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd" }.FirstOrDefault(File.Exists);

    public Clamd()
    {
        var signatures = System.IO.Directory.CreateDirectory(Path.Combine(folder, "db")).FullName;
        File.WriteAllText(Path.Combine(signatures, "croisee.ndb"), $"Croisee.Eicar-Test:0:0:{Convert.ToHexString(Eicar)}\n");
        File.WriteAllText(Path.Combine(folder, "clamd.conf"),
            $"Foreground yes\nDatabaseDirectory {signatures}\nLocalSocket {Socket}\nTCPSocket {Port}\nTCPAddr 127.0.0.1\nTemporaryDirectory {folder}\nStreamMaxLength 1M\n");
        process = Process.Start(new ProcessStartInfo(Program!, $"--config-file={folder}/clamd.conf") { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    public async Task WaitForPong()
    {
        var scanner = new ClamScanner(new($"127.0.0.1:{Port}"));
        for (var i = 0; i < 300; i++)
        {
            if (await scanner.IsUp(CancellationToken.None)) return;
            if (process.HasExited) throw new InvalidOperationException(await process.StandardError.ReadToEndAsync() + await process.StandardOutput.ReadToEndAsync());
            await Task.Delay(100);
        }
        throw new TimeoutException("clamd did not answer within 30 s.");
    }

    public void Stop()
    {
        if (process.HasExited) return;
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Under those that the system lends to connections, so that nobody takes it before clamd does.</summary>
    public static int FreePort()
    {
        for (var tries = 1; ; tries++)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException) when (tries < 50) { /* Somebody has it: another. */ }
        }
    }

    public void Dispose()
    {
        Stop();
        process.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
