namespace Croisee.Library;

/// <summary>
/// The greatest of many keys, without sorting the many. Keeps twice as many as asked, and when they are full keeps the
/// better half: linear, however deep the page.
/// </summary>
sealed class SearchTop
{
    ulong[] keys = new ulong[1_024];
    int wanted, count;
    ulong least;

    public void Start(int wantedKeys)
    {
        (wanted, count, least) = (wantedKeys, 0, 0);
        var room = Math.Max(1_024, 2L * wantedKeys);
        if (keys.Length < room) keys = new ulong[room];
    }

    public void Offer(ulong key)
    {
        if (key < least) return;
        if (count == keys.Length)
        {
            Divide(0, count, wanted);
            count = wanted;
            least = keys.AsSpan(0, wanted).ToArray().Min();
            if (key < least) return;
        }
        keys[count++] = key;
    }

    /// <summary>The keys from <paramref name="skip"/> on, greatest first.</summary>
    public ReadOnlySpan<ulong> Page(int skip, int size)
    {
        var end = Math.Min(skip + size, count);
        if (skip >= end) return [];
        if (end < count) Divide(0, count, end);
        if (skip > 0) Divide(0, end, skip);
        var page = keys.AsSpan(skip, end - skip);
        page.Sort((a, b) => b.CompareTo(a));
        return page;
    }

    // Quickselect: afterwards the first `greatest` keys of the range are its greatest ones. All keys differ (each ends
    // with a sheet's number), and the middle of three as pivot keeps ordered input linear.
    void Divide(int from, int to, int greatest)
    {
        while (to - from > 1)
        {
            var pivot = Middle(keys[from], keys[from + (to - from) / 2], keys[to - 1]);
            int i = from, j = to - 1;
            while (i <= j)
            {
                while (keys[i] > pivot) i++;
                while (keys[j] < pivot) j--;
                if (i > j) break;
                (keys[i], keys[j]) = (keys[j], keys[i]);
                i++;
                j--;
            }
            if (greatest <= j) to = j + 1;
            else if (greatest >= i) from = i;
            else return;
        }
    }

    static ulong Middle(ulong a, ulong b, ulong c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
