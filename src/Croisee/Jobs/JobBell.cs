using System.Collections.Concurrent;

namespace Croisee.Jobs;

/// <summary>Rings a job before its time, after a save that gave it something to do. A lost ring costs one period, nothing more.</summary>
public sealed class JobBell
{
    readonly ConcurrentDictionary<string, byte> rung = new();
    readonly SemaphoreSlim signal = new(0, 1);

    public void Ring(string job)
    {
        rung[job] = 1;
        if (signal.CurrentCount == 0)
            try { signal.Release(); }
            catch (SemaphoreFullException) { /* Two rings at once: one awakening is enough. */ }
    }

    internal bool Answer(string job) => rung.TryRemove(job, out _);
    internal Task Wait(TimeSpan most, CancellationToken cancel) => signal.WaitAsync(most, cancel);
}
