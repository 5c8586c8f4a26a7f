using System.Numerics;

namespace Croisee.Library;

/// <summary>A set of sheets of the index, one bit each.</summary>
sealed class SearchBits
{
    ulong[] words = [];

    public ReadOnlySpan<ulong> Words => words;

    public bool this[int i] => (uint)(i >> 6) < (uint)words.Length && (words[i >> 6] & 1UL << i) != 0;

    public void Set(int i)
    {
        if (i >> 6 >= words.Length) Array.Resize(ref words, (i >> 6) + 1 + words.Length / 8);
        words[i >> 6] |= 1UL << i;
    }

    public void Clear(int i)
    {
        if (i >> 6 < words.Length) words[i >> 6] &= ~(1UL << i);
    }

    /// <summary>Room for so many, all absent.</summary>
    public void Reset(int capacity)
    {
        var needed = (capacity + 63) / 64;
        if (words.Length != needed) words = new ulong[needed];
        else Array.Clear(words);
    }

    public void CopyFrom(SearchBits other)
    {
        var n = Math.Min(words.Length, other.words.Length);
        Array.Copy(other.words, words, n);
        Array.Clear(words, n, words.Length - n);
    }

    public void And(SearchBits other)
    {
        var n = Math.Min(words.Length, other.words.Length);
        for (var i = 0; i < n; i++) words[i] &= other.words[i];
        Array.Clear(words, n, words.Length - n);
    }

    public void Or(SearchBits other)
    {
        var n = Math.Min(words.Length, other.words.Length);
        for (var i = 0; i < n; i++) words[i] |= other.words[i];
    }

    /// <summary>Adds what the other has not, up to the room there is.</summary>
    public void OrNot(SearchBits other)
    {
        for (var i = 0; i < words.Length; i++) words[i] |= ~(i < other.words.Length ? other.words[i] : 0);
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in words) count += BitOperations.PopCount(word);
        return count;
    }

    public int CountWith(SearchBits other)
    {
        var count = 0;
        var n = Math.Min(words.Length, other.words.Length);
        for (var i = 0; i < n; i++) count += BitOperations.PopCount(words[i] & other.words[i]);
        return count;
    }
}
