namespace Croisee.Library;

/// <summary>
/// How many shown sheets hold each pair of codes, kept true as sheets come and go: a map of the whole library then costs as much as it has
/// places, whatever the number of sheets.
/// </summary>
sealed class SearchPairs
{
    readonly List<int[]> counts = [];

    /// <summary>Numbers of codes, each once; of one sheet.</summary>
    public void Add(List<int> codes, int by)
    {
        foreach (var a in codes)
        {
            while (counts.Count <= a) counts.Add(new int[counts.Count + 1]);
            foreach (var b in codes)
                if (b <= a) counts[a][b] += by;
        }
    }

    public int this[int a, int b] => a >= counts.Count || b >= counts.Count ? 0 : a >= b ? counts[a][b] : counts[b][a];
}
