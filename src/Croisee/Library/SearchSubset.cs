using System.Numerics;

namespace Croisee.Library;

/// <summary>
/// The words of a bit set that are not empty. Counting codes among a dozen sheets then touches a dozen words rather
/// than the whole library, once for each code.
/// </summary>
sealed class SearchSubset
{
    int[] places = [];
    ulong[] words = [];
    int count;

    public void Take(SearchBits bits)
    {
        var all = bits.Words;
        if (places.Length < all.Length) (places, words) = (new int[all.Length], new ulong[all.Length]);
        count = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] == 0) continue;
            places[count] = i;
            words[count++] = all[i];
        }
    }

    public int CountIn(SearchBits bits)
    {
        var other = bits.Words;
        var sum = 0;
        // Full, the two sets lie side by side, and the plain loop is the fast one.
        if (count > 0 && places[count - 1] == count - 1)
        {
            var n = Math.Min(count, other.Length);
            for (var i = 0; i < n; i++) sum += BitOperations.PopCount(words[i] & other[i]);
            return sum;
        }
        for (var i = 0; i < count && places[i] < other.Length; i++) sum += BitOperations.PopCount(words[i] & other[places[i]]);
        return sum;
    }
}
