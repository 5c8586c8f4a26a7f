using System.Collections.Concurrent;

namespace Croisee.Library.Paper;

/// <summary>
/// PDF files already made, by what they show. One is made at a time, so that a crowd that asks for paper leaves the other pages their share of the machine (S35);
/// a file is kept some minutes, and none outlives a change of the library.
/// </summary>
public sealed class PaperShelf(TimeProvider clock)
{
    const int BytesMax = 24 * 1024 * 1024, WaitingMax = 24;
    static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    readonly ConcurrentDictionary<string, (byte[] File, DateTimeOffset At)> kept = new();
    readonly SemaphoreSlim one = new(1);
    int waiting, edition;

    /// <summary>The file, or null when too many wait already.</summary>
    public async Task<byte[]?> Get(string key, Func<byte[]> make, CancellationToken cancel)
    {
        if (Kept(key) is { } known) return known;
        if (Interlocked.Increment(ref waiting) > WaitingMax) { Interlocked.Decrement(ref waiting); return null; }
        try
        {
            await one.WaitAsync(cancel);
            try { return Kept(key) ?? Keep(key, make, Volatile.Read(ref edition)); }
            finally { one.Release(); }
        }
        finally { Interlocked.Decrement(ref waiting); }
    }

    /// <summary>The library changed: nothing of what it was stays (S41).</summary>
    public void Forget()
    {
        Interlocked.Increment(ref edition);
        kept.Clear();
    }

    byte[]? Kept(string key) => kept.TryGetValue(key, out var found) && clock.GetUtcNow() - found.At < Life ? found.File : null;

    byte[] Keep(string key, Func<byte[]> make, int begun)
    {
        var file = make();
        var room = kept.Sum(k => k.Value.File.Length) + file.Length - BytesMax;
        foreach (var (old, value) in kept.OrderBy(k => k.Value.At))
        {
            if (room <= 0 && clock.GetUtcNow() - value.At < Life) break;
            if (kept.TryRemove(old, out _)) room -= value.File.Length;
        }
        if (begun == Volatile.Read(ref edition)) kept[key] = (file, clock.GetUtcNow());
        return file;
    }
}
