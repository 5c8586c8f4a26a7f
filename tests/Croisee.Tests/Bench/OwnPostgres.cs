using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Croisee.Tests.Bench;

/// <summary>A PostgreSQL of one test's own, durable as in use, which it may kill: the suite's is everybody's.</summary>
sealed class OwnPostgres : IDisposable
{
    const int Starts = 20;
    readonly string folder = Directory.CreateTempSubdirectory("croisee-own-postgres-").FullName, programs;
    readonly int port;

    OwnPostgres(string programs)
    {
        this.programs = programs;
        using (var free = new TcpListener(IPAddress.Loopback, 0)) { free.Start(); port = ((IPEndPoint)free.LocalEndpoint).Port; }
        if (Owner is not null) Run("chown", Owner, folder);
        if (!As(Path.Combine(programs, "initdb"), "-D", Data, "-U", "croisee", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")) throw new InvalidOperationException("initdb failed.");
        Start();
    }

    /// <summary>Null where its programs are not.</summary>
    public static OwnPostgres? Begin()
    {
        var found = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")) : [];
        return found.LastOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) is { } programs ? new OwnPostgres(programs) : null;
    }

    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=croisee;Database=postgres");
    string Data => Path.Combine(folder, "data");

    /// <summary>It refuses to run as root: its own account does, or nobody.</summary>
    static string? Owner => Environment.UserName != "root" ? null : File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    /// <summary>SIGKILL, as when the machine takes its memory: nothing flushed, nothing closed. Then its watch starts it again.</summary>
    public void KillAndStart()
    {
        using (var server = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture)))
        {
            server.Kill();
            server.WaitForExit();
        }
        Start();
    }

    /// <summary>Those who served a connection end a moment after it; until then it does not start on what they hold.</summary>
    void Start()
    {
        var options = string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}");
        for (var tries = 1; !As(Path.Combine(programs, "pg_ctl"), "-D", Data, "-l", Path.Combine(Data, "server.log"), "-w", "-t", "30", "-o", options, "start"); tries++)
        {
            if (tries == Starts) throw new InvalidOperationException("PostgreSQL does not start:\n" + File.ReadAllText(Path.Combine(Data, "server.log")));
            Thread.Sleep(200);
        }
    }

    static bool As(string program, params string[] arguments) => Owner is null ? Run(program, arguments) : Run("runuser", ["-u", Owner, "--", program, .. arguments]);

    static bool Run(string program, params string[] arguments)
    {
        // What it says goes nowhere: a server that inherits a pipe would hold it open for ever.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", program, program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    public void Dispose()
    {
        As(Path.Combine(programs, "pg_ctl"), "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }
}
