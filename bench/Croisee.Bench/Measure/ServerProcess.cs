using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Croisee.Bench.Load;

namespace Croisee.Bench.Measure;

/// <summary>A server that the bench started itself, on loopback, and ends by its process id.</summary>
public sealed class ServerProcess : IDisposable
{
    private const int LinesKept = 40;
    private static readonly ConcurrentDictionary<int, Process> Alive = new();
    private readonly Process process;
    private readonly ConcurrentQueue<string> lastLines = new();

    static ServerProcess()
    {
        // Interrupted or failed, the bench leaves no server behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => { foreach (var orphan in Alive.Values) End(orphan); };
    }

    private ServerProcess(Process process, int port)
    {
        this.process = process;
        Port = port;
        Pid = process.Id;
        Alive[Pid] = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    public int Pid { get; }

    /// <summary>From the start of the process to its first page with status 200.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    public double CpuMs => Machine.CpuMs(Pid);

    public double ResidentMb => Machine.ResidentMb(Pid);

    /// <param name="assembly">The server's .dll; its folder is the working folder, as in a deployment.</param>
    /// <param name="port">0 for any free one.</param>
    /// <param name="arguments">The verb and options, given the port that was chosen.</param>
    /// <exception cref="BenchException">The server ended or did not answer within the patience; its last lines are in the message.</exception>
    public static ServerProcess Start(string assembly, int port, Func<int, IEnumerable<string>> arguments, IReadOnlyDictionary<string, string> environment, TimeSpan patience)
    {
        if (port == 0) port = FreePort();
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments(port)])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var began = Stopwatch.GetTimestamp();
        var server = new ServerProcess(Process.Start(start) ?? throw new BenchException("dotnet ne démarre pas."), port);
        try
        {
            server.WaitForFirstPage(began, patience);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Ends the process as a power cut of its own would: SIGKILL, nothing flushed, nothing closed.</summary>
    public void Kill()
    {
        End(process);
        Alive.TryRemove(Pid, out _);
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private void WaitForFirstPage(long began, TimeSpan patience)
    {
        using var connection = new HttpConnection(Port);
        while (Stopwatch.GetElapsedTime(began) < patience)
        {
            if (process.HasExited) throw new BenchException($"Le serveur s’est arrêté (code {process.ExitCode}) :\n{LastLines()}");
            try
            {
                if (connection.Get("/"u8).Status == 200)
                {
                    ReadyAfter = Stopwatch.GetElapsedTime(began);
                    return;
                }
            }
            catch (Exception notYet) when (notYet is SocketException or IOException or InvalidDataException) { }
            Thread.Sleep(5);
        }
        throw new BenchException($"Le serveur n’a pas répondu 200 sur « / » en {patience.TotalSeconds:0} s :\n{LastLines()}");
    }

    /// <summary>Under those that the system lends to connections: a server that is killed and started again finds its port free.</summary>
    private static int FreePort()
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

    private void Keep(string? line)
    {
        if (line == null) return;
        lastLines.Enqueue(line);
        while (lastLines.Count > LinesKept) lastLines.TryDequeue(out _);
    }

    private string LastLines() => string.Join('\n', lastLines);

    private static void End(Process process)
    {
        try
        {
            process.Kill();
            process.WaitForExit(5000);
        }
        catch (InvalidOperationException) { /* it has ended by itself */ }
    }
}
