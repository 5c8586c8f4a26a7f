using System.Numerics;

namespace Croisee.Library;

/// <summary>Walks through the positions of a bit set, in order.</summary>
ref struct SearchPositions(ReadOnlySpan<ulong> words)
{
    readonly ReadOnlySpan<ulong> words = words;
    ulong rest;
    int next;

    public int Current { get; private set; }

    public readonly SearchPositions GetEnumerator() => this;

    public bool MoveNext()
    {
        while (rest == 0)
        {
            if (next >= words.Length) return false;
            rest = words[next++];
        }
        Current = ((next - 1) << 6) + BitOperations.TrailingZeroCount(rest);
        rest &= rest - 1;
        return true;
    }
}
