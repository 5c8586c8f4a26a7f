using System.Numerics;

namespace Croisee.Bench.Load;

/// <summary>
/// Latencies from nanoseconds to hours in a fixed 60 KB, each kept to better than 1 %: 128 equal steps in each power
/// of two. One for each thread, added up afterwards, so that recording costs no lock.
/// </summary>
public sealed class Histogram
{
    private const int StepBits = 7;
    private const int Steps = 1 << StepBits;
    private const int Powers = 44;
    private readonly long[] counts = new long[Powers * Steps];

    public long Count { get; private set; }

    public void Record(long nanoseconds)
    {
        counts[IndexOf(nanoseconds)]++;
        Count++;
    }

    public void Add(Histogram other)
    {
        for (var i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
        Count += other.Count;
    }

    /// <summary>The latency, in milliseconds, that the given share (0–1) of the operations did not exceed; 0 when empty.</summary>
    public double Milliseconds(double share)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(share * Count));
        long seen = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            seen += counts[i];
            if (counts[i] > 0 && seen >= wanted) return UpperEdge(i) / 1e6;
        }
        return 0;
    }

    private static int IndexOf(long nanoseconds)
    {
        var value = (ulong)Math.Max(1, nanoseconds);
        var shift = Math.Max(0, BitOperations.Log2(value) - StepBits);
        return Math.Min((shift << StepBits) + (int)(value >> shift), (Powers * Steps) - 1);
    }

    private static double UpperEdge(int index)
    {
        // Values below 2 * Steps stand one to a slot; above, slot numbers run on by Steps for each doubling.
        if (index < 2 * Steps) return index;
        var shift = (index >> StepBits) - 1;
        return (double)((long)(index - (shift << StepBits)) + 1) * (1L << shift);
    }
}
