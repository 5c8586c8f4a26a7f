using System.Diagnostics;
using System.Net.Sockets;

namespace Croisee.Bench.Load;

/// <summary>
/// A closed loop: each visitor starts its next operation when the one before has been answered. One thread a visitor.
/// Bounded twice: by the window's length and by a number of operations.
/// </summary>
public sealed class LoadClient(IReadOnlyList<Visitor> visitors)
{
    public const int MostVisitors = 256;
    public const long MostOperations = 20_000_000;
    public static readonly TimeSpan LongestWindow = TimeSpan.FromSeconds(60);

    private const int WarmingUp = 0, Measuring = 1, Over = 2;
    private volatile int phase;
    private long budget = MostOperations;

    /// <summary>
    /// Runs one window. Only operations that begin and end inside it count.
    /// </summary>
    /// <param name="atEdge">Called when the measured part begins (true) and ends (false): the moment to read CPU clocks.</param>
    public LoadFigures Run(TimeSpan warmUp, TimeSpan window, Action<bool> atEdge)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(visitors.Count, MostVisitors);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, LongestWindow);
        phase = WarmingUp;
        var tallies = visitors.Select(_ => new Tally()).ToArray();
        var threads = visitors.Select((visitor, i) => new Thread(() => Loop(visitor, tallies[i]), 256 << 10) { Name = $"visitor {i}" }).ToArray();
        foreach (var thread in threads) thread.Start();

        Thread.Sleep(warmUp);
        atEdge(true);
        var began = Stopwatch.GetTimestamp();
        phase = Measuring;
        Thread.Sleep(window);
        phase = Over;
        var elapsed = Stopwatch.GetElapsedTime(began);
        atEdge(false);
        foreach (var thread in threads) thread.Join();
        return LoadFigures.Sum(tallies, elapsed);
    }

    private void Loop(Visitor visitor, Tally tally)
    {
        visitor.Connection.Drop(); // the server may have closed it between two windows
        while (phase != Over && Interlocked.Decrement(ref budget) > 0)
        {
            var inside = phase == Measuring;
            var began = Stopwatch.GetTimestamp();
            try
            {
                var outcome = visitor.Act();
                var took = Stopwatch.GetElapsedTime(began);
                if (!outcome.Correct) tally.Wrong++;
                else if (inside && phase == Measuring) tally.Record(took, outcome.Statements);
            }
            catch (Exception failure) when (failure is SocketException or IOException or InvalidDataException)
            {
                tally.Errors++;
                tally.FirstFailure ??= failure.Message;
                Thread.Sleep(1); // a dead server must not turn the loop into a spin
            }
        }
    }

    internal sealed class Tally
    {
        public Histogram Latency { get; } = new();
        public long Errors { get; set; }
        public long Wrong { get; set; }
        public long Statements { get; private set; }
        public long Counted { get; private set; }
        public string? FirstFailure { get; set; }

        public void Record(TimeSpan took, int? statements)
        {
            Latency.Record(took.Ticks * 100);
            if (statements is not { } count) return;
            Statements += count;
            Counted++;
        }
    }
}

/// <summary>What the client saw of one window. Errors and wrong answers are counted from the first warm-up operation on.</summary>
/// <param name="StatementsPerOperation">Null when the server does not count.</param>
public sealed record LoadFigures(long Operations, TimeSpan Elapsed, Histogram Latency, long Errors, long Wrong, double? StatementsPerOperation, string? FirstFailure)
{
    public double Rate => Operations / Elapsed.TotalSeconds;

    internal static LoadFigures Sum(IReadOnlyCollection<LoadClient.Tally> tallies, TimeSpan elapsed)
    {
        var latency = new Histogram();
        foreach (var tally in tallies) latency.Add(tally.Latency);
        var counted = tallies.Sum(t => t.Counted);
        return new LoadFigures(
            latency.Count, elapsed, latency, tallies.Sum(t => t.Errors), tallies.Sum(t => t.Wrong),
            counted == 0 ? null : (double)tallies.Sum(t => t.Statements) / counted,
            tallies.Select(t => t.FirstFailure).FirstOrDefault(f => f != null));
    }
}
