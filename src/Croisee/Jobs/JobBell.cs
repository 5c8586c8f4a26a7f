using System.Collections.Concurrent;

namespace Croisee.Jobs;

/// <summary>Rings a job before its time, after a save that gave it something to do. A lost ring costs one period, nothing more.</summary>
public sealed class JobBell
{
    readonly ConcurrentDictionary<string, byte> rung = new();
    readonly ConcurrentDictionary<string, Ear> ears = new();

    public void Ring(string job)
    {
        rung[job] = 1;
        if (ears.TryGetValue(job, out var ear)) ear.Hear();
    }

    internal bool Answer(string job) => rung.TryRemove(job, out _);

    /// <summary>What one loop listens with: it wakes for its own jobs only.</summary>
    internal Ear Listen(IEnumerable<JobDefinition> jobs)
    {
        var ear = new Ear();
        foreach (var job in jobs) ears[job.Name] = ear;
        return ear;
    }

    internal sealed class Ear
    {
        readonly SemaphoreSlim signal = new(0, 1);

        public void Hear()
        {
            if (signal.CurrentCount == 0)
                try { signal.Release(); }
                catch (SemaphoreFullException) { /* Two rings at once: one awakening is enough. */ }
        }

        public Task Wait(TimeSpan most, CancellationToken cancel) => signal.WaitAsync(most, cancel);
    }
}
