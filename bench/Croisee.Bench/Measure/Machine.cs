using System.Globalization;

namespace Croisee.Bench.Measure;

/// <summary>What the kernel knows about time and memory (Linux /proc). CPU times in milliseconds, to the clock tick of 10 ms.</summary>
public static class Machine
{
    private const double TickMs = 10; // USER_HZ is 100 on every Linux that .NET runs on

    /// <summary>User and system time of one process since its start, all threads, the ended ones too.</summary>
    public static double CpuMs(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        // The name stands in parentheses and may hold spaces: fields are counted from the last one.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(fields[11]) + Number(fields[12])) * TickMs;
    }

    /// <summary>Busy time of the whole machine, everybody's, stolen time included.</summary>
    public static double BusyMs()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // cpu user nice system idle iowait irq softirq steal (guest time is already in user)
        double[] busy = [Number(fields[1]), Number(fields[2]), Number(fields[3]), Number(fields[6]), Number(fields[7]), Number(fields[8])];
        return busy.Sum() * TickMs;
    }

    public static int Processors { get; } = File.ReadLines("/proc/stat").Count(l => l.StartsWith("cpu", StringComparison.Ordinal) && char.IsAsciiDigit(l[3]));

    /// <summary>Resident memory of one process in MB (10^6 bytes).</summary>
    public static double ResidentMb(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024 / 1e6;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
