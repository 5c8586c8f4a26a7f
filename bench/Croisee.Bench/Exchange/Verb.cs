using System.Diagnostics;
using System.Globalization;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Exchange;

/// <summary>A verb of the product run to its end: what it said, how long it took, and its memory at the highest.</summary>
sealed record Verb(int ExitCode, string Said, double Seconds, double CpuSeconds, double PeakMb)
{
    public static Verb Run(string product, string data, params string[] words) => On(null, product, data, words);

    /// <param name="database">A PostgreSQL connection string, or null for SQLite in the folder.</param>
    public static Verb On(string? database, string product, string data, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [product, .. words, "--data", data]) { WorkingDirectory = Path.GetDirectoryName(product), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        if (database is not null) start.Environment["CROISEE_DATABASE"] = database;
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new BenchException("dotnet ne démarre pas.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        double peak = 0, cpu = 0;
        while (!process.WaitForExit(20))
        {
            try { (peak, cpu) = (Math.Max(peak, Highest(process.Id)), Machine.CpuMs(process.Id)); }
            catch (Exception gone) when (gone is IOException or InvalidOperationException or FormatException) { /* it ended meanwhile */ }
        }
        return new(process.ExitCode, output.Result + errors.Result, Stopwatch.GetElapsedTime(began).TotalSeconds, cpu / 1000, peak);
    }

    /// <summary>The kernel keeps the highest resident memory itself.</summary>
    static double Highest(int pid) => File.ReadLines($"/proc/{pid}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
        ? double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6 : 0;
}
