using System.Runtime.InteropServices;

namespace Croisee.Library;

/// <summary>
/// Word → number, for the millions of words read at start: one place in memory for each look-up, and no copy of the
/// word. A word is known by 64 bits mixed from its letters; among a million words the odds that any two share them are
/// about one in forty million, and the harm would be one word found as another.
/// </summary>
sealed class SearchWordTable
{
    (ulong Mark, int Number)[] places = new (ulong, int)[1 << 12];
    int count;

    /// <summary>The number's place: 0 there means that the word is new, and what is then written must not be 0.</summary>
    public ref int this[ReadOnlySpan<char> word]
    {
        get
        {
            if (count * 2 > places.Length) Grow();
            var mark = MarkOf(word);
            ref var place = ref Find(places, mark);
            if (place.Mark == 0)
            {
                place.Mark = mark;
                count++;
            }
            return ref place.Number;
        }
    }

    static ref (ulong Mark, int Number) Find((ulong Mark, int Number)[] places, ulong mark)
    {
        var at = (int)(mark >> 32) & places.Length - 1;
        while (places[at].Mark != 0 && places[at].Mark != mark) at = at + 1 & places.Length - 1;
        return ref places[at];
    }

    void Grow()
    {
        var wider = new (ulong, int)[places.Length * 2];
        foreach (var place in places)
            if (place.Mark != 0) Find(wider, place.Mark) = place;
        places = wider;
    }

    static ulong MarkOf(ReadOnlySpan<char> word)
    {
        var mark = (ulong)word.Length * 0x9E3779B97F4A7C15;
        foreach (var four in MemoryMarshal.Cast<char, ulong>(word)) mark = Mix(mark, four);
        ulong rest = 0;
        foreach (var letter in word[(word.Length & ~3)..]) rest = rest << 16 | letter;
        return Mix(mark, rest) | 1;
    }

    static ulong Mix(ulong mark, ulong letters)
    {
        var high = Math.BigMul(mark ^ letters ^ 0xA0761D6478BD642F, 0xE7037ED1A0B428DB, out var low);
        return high ^ low;
    }
}
