using System.Collections.Concurrent;
using System.Text;

namespace Croisee.Bench.Acknowledged;

/// <summary>
/// The acknowledgement ledger of quality.md C.2. The client gives every submission a random key; the key goes to a
/// file of its own, synced, only after the confirmation was read. What the file holds must be found afterwards.
/// </summary>
public sealed class Ledger(string file) : IDisposable
{
    private readonly ConcurrentDictionary<string, string> sent = new();
    private readonly FileStream acknowledged = new(file, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    private readonly Lock writing = new();
    private int written;

    /// <summary>How many keys the file holds so far.</summary>
    public int Confirmed => Volatile.Read(ref written);

    /// <summary>Before the first byte leaves: what is stored without having been announced here is a ghost.</summary>
    /// <param name="content">The whole submission in a canonical form, to be compared with what is read back.</param>
    public void Sending(string key, string content) => sent[key] = content;

    /// <summary>After the confirmation was read to its end. Returns when the key is on disk.</summary>
    public void Acknowledge(string key)
    {
        lock (writing)
        {
            acknowledged.Write(Encoding.ASCII.GetBytes(key + "\n"));
            acknowledged.Flush(flushToDisk: true);
        }
        Interlocked.Increment(ref written);
    }

    /// <summary>Compares the file with what the server holds; call it when nobody sends any more.</summary>
    public Verdict Compare(IEnumerable<(string Key, string Content)> stored)
    {
        lock (writing) acknowledged.Flush(flushToDisk: true);
        var confirmed = File.ReadLines(file).ToHashSet();
        var found = new HashSet<string>();
        var (duplicated, ghosts, torn) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var (key, content) in stored)
        {
            if (!found.Add(key)) duplicated.Add(key);
            if (!sent.TryGetValue(key, out var announced)) ghosts.Add(key);
            else if (announced != content) torn.Add(key);
        }
        return new Verdict(
            sent.Count, confirmed.Count, found.Count,
            StoredUnconfirmed: found.Count(key => !confirmed.Contains(key)),
            [.. confirmed.Where(key => !found.Contains(key))], duplicated, ghosts, torn);
    }

    public void Dispose() => acknowledged.Dispose();
}

/// <param name="StoredUnconfirmed">
/// Stored, but the server died before the confirmation was read: allowed, and the sign that the kills fell where it matters.
/// </param>
/// <param name="Lost">Acknowledged, not stored.</param>
/// <param name="Duplicated">Stored twice.</param>
/// <param name="Ghosts">Stored, never sent.</param>
/// <param name="Torn">Stored otherwise than sent.</param>
public sealed record Verdict(
    int Sent, int Acknowledged, int Stored, int StoredUnconfirmed,
    IReadOnlyList<string> Lost, IReadOnlyList<string> Duplicated, IReadOnlyList<string> Ghosts, IReadOnlyList<string> Torn)
{
    /// <summary>Nothing lost, doubled, invented or torn, and something was acknowledged at all.</summary>
    public bool Passed => Acknowledged > 0 && Lost.Count + Duplicated.Count + Ghosts.Count + Torn.Count == 0;

    public override string ToString() =>
        $"envoyés {Sent}, confirmés {Acknowledged}, en base {Stored} (dont {StoredUnconfirmed} tués avant la confirmation) ; "
        + $"perdus {Lost.Count}, doublés {Duplicated.Count}, fantômes {Ghosts.Count}, déchirés {Torn.Count}";
}
