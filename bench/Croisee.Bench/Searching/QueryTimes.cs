using System.Diagnostics;

namespace Croisee.Bench.Searching;

/// <summary>What each query took, by its class.</summary>
public sealed class QueryTimes
{
    readonly List<(string Kind, double Ms, double Cpu)> times = [];

    public int Count => times.Count;
    public double Rate => 1_000 / times.Average(t => t.Ms);
    public double CpuMs => times.Average(t => t.Cpu);
    public IEnumerable<string> Kinds => times.Select(t => t.Kind).Distinct().Order();

    /// <param name="ask">One query; says of which class it was.</param>
    public void Fill(TimeSpan window, Func<string> ask)
    {
        for (var whole = Stopwatch.StartNew(); whole.Elapsed < window;)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.GetTimestamp();
            var kind = ask();
            times.Add((kind, Stopwatch.GetElapsedTime(clock).TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds));
        }
    }

    /// <param name="share">0.5 for the middle, 0.99 for the slow end.</param>
    public double Ms(double share, string? kind = null)
    {
        var sorted = times.Where(t => kind is null || t.Kind == kind).Select(t => t.Ms).Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[(int)(sorted.Count * share)];
    }
}
