namespace Croisee.Surveys.Desk;

/// <summary>
/// Which line of a corrected text was which before: an answer whose words are corrected stays the same answer, under the code that conditions, translations and
/// results name. A line that stands, wherever it moved, is itself; of those left over between two that stand, as many as there were are the same ones corrected, in order;
/// where one was added or taken away, only those that look alike are.
/// </summary>
public static class SameLines
{
    /// <summary>Half of the letters.</summary>
    const double Alike = 0.5;

    /// <returns>For each line now, the place of the one it was; null for a new one.</returns>
    public static int?[] Match(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        var was = new int?[now.Count];
        var free = Enumerable.Range(0, before.Count).ToList();
        for (var i = 0; i < now.Count; i++)
            if (free.FirstOrDefault(b => before[b] == now[i], -1) is >= 0 and var same) Give(i, same);
        for (var i = 0; i < now.Count;)
        {
            if (was[i] is not null) { i++; continue; }
            var end = i;
            while (end < now.Count && was[end] is null) end++;
            // What stood between the neighbours of this gap; where they changed places, whatever is left.
            var (above, below) = (i == 0 ? -1 : was[i - 1]!.Value, end == now.Count ? before.Count : was[end]!.Value);
            var left = above < below ? free.Where(b => b > above && b < below).ToList() : [.. free];
            if (above < below && left.Count == end - i) foreach (var b in left) Give(i++, b);
            else
                foreach (var line in Enumerable.Range(i, end - i))
                    if (left.Where(free.Contains).Select(b => (At: b, Likeness: Likeness(before[b], now[line]))).Where(b => b.Likeness >= Alike).OrderByDescending(b => b.Likeness).FirstOrDefault() is { Likeness: > 0 } best) Give(line, best.At);
            i = end;
        }
        return was;

        void Give(int line, int old)
        {
            was[line] = old;
            free.Remove(old);
        }
    }

    /// <summary>From nothing in common, 0, to the same line, 1; a line that holds the other was lengthened.</summary>
    static double Likeness(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return 0;
        if (Math.Min(a.Length, b.Length) > 2 && (a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase))) return Alike;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++) (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1)));
        }
        return 1 - (double)row[b.Length] / Math.Max(a.Length, b.Length);
    }
}
