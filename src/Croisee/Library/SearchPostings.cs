namespace Croisee.Library;

/// <summary>
/// The sheets that hold one term, with its weight in each (times in the text plus the title's share, at most 255).
/// Numbers grow, so the difference is stored in seven-bit groups; its lowest bit says that the weight is not 1 and
/// follows in one byte: about 1.3 bytes for each sheet.
/// </summary>
struct SearchPostings()
{
    byte[] bytes = [];
    int length, last = -1, count;

    /// <summary>How many sheets hold the term, those gone since included.</summary>
    public readonly int Count => count;

    public void Add(int sheet, int weight)
    {
        if (bytes.Length < length + 6) Array.Resize(ref bytes, Math.Max(8, length + length / 2 + 6));
        var value = (uint)(sheet - last) << 1 | (weight == 1 ? 0u : 1u);
        last = sheet;
        count++;
        for (; value >= 0x80; value >>= 7) bytes[length++] = (byte)(value | 0x80);
        bytes[length++] = (byte)value;
        if (weight != 1) bytes[length++] = (byte)Math.Min(weight, 255);
    }

    /// <summary>Gives back the room kept for growing, after a bulk load.</summary>
    public void Trim() => Array.Resize(ref bytes, length);

    public readonly Reader Read() => new(bytes.AsSpan(0, length));

    public ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        readonly ReadOnlySpan<byte> bytes = bytes;
        int at, sheet = -1, weight;

        public readonly Reader GetEnumerator() => this;

        public readonly (int Sheet, int Weight) Current => (sheet, weight);

        public bool MoveNext()
        {
            if ((uint)at >= (uint)bytes.Length) return false;
            uint value = bytes[at++];
            if (value >= 0x80) value = Longer(value);
            sheet += (int)(value >> 1);
            weight = (value & 1) == 0 ? 1 : bytes[at++];
            return true;
        }

        uint Longer(uint value)
        {
            value &= 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                uint more = bytes[at++];
                value |= (more & 0x7F) << shift;
                if (more < 0x80) return value;
            }
        }
    }
}
