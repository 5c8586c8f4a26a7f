namespace Croisee.Library;

/// <summary>
/// The positions in the order of titles: letters and digits without accents and case, signs as one gap, the first 40
/// of them; equal titles by the sheet entered last. The order is ours, so both engines and all systems share it.
/// </summary>
sealed class SearchTitles
{
    readonly record struct Key(ulong A, ulong B, ulong C, ulong D, int Number, int Position) : IComparable<Key>
    {
        public int CompareTo(Key other) =>
            A != other.A ? A.CompareTo(other.A) : B != other.B ? B.CompareTo(other.B) :
            C != other.C ? C.CompareTo(other.C) : D != other.D ? D.CompareTo(other.D) : other.Number.CompareTo(Number);
    }

    readonly List<Key> added = [];
    Key[] ordered = [];

    public int Count => ordered.Length;
    public int this[int rank] => ordered[rank].Position;

    public void Put(string title, int number, int position)
    {
        Span<ulong> packed = stackalloc ulong[4];
        packed.Clear();
        var n = 0;
        var gap = false;
        foreach (var sign in title)
        {
            var code = CodeOf(FrenchAnalyser.Fold(sign));
            if (code == 0) { gap = n > 0; continue; }
            if (gap) n++;
            gap = false;
            if (n >= 40) break;
            if (sign is 'œ' or 'Œ' or 'æ' or 'Æ')
            {
                Pack(packed, n++, sign is 'œ' or 'Œ' ? CodeOf('o') : CodeOf('a'));
                code = CodeOf('e');
            }
            Pack(packed, n++, code);
        }
        added.Add(new Key(packed[0], packed[1], packed[2], packed[3], number, position));
    }

    // Six bits a sign, ten signs a number, most significant first.
    static void Pack(Span<ulong> packed, int n, int code)
    {
        if (n < 40) packed[n / 10] |= (ulong)code << (54 - n % 10 * 6);
    }

    static int CodeOf(char folded) => folded switch
    {
        >= '0' and <= '9' => folded - '0' + 1,
        >= 'a' and <= 'z' => folded - 'a' + 11,
        'œ' => 'o' - 'a' + 11,
        'æ' => 11,
        _ => char.IsLetterOrDigit(folded) ? 63 : 0,
    };

    public void Settle()
    {
        if (added.Count == 0) return;
        added.Sort();
        var merged = new Key[ordered.Length + added.Count];
        int i = 0, j = 0;
        for (var n = 0; n < merged.Length; n++)
            merged[n] = j == added.Count || i < ordered.Length && ordered[i].CompareTo(added[j]) <= 0 ? ordered[i++] : added[j++];
        ordered = merged;
        added.Clear();
    }
}
