using System.Buffers.Binary;
using System.Text;

namespace Croisee.Ui.Paper;

/// <summary>One TrueType file, as far as a page needs it: which glyph a character has, how wide it is, and a copy that holds only the glyphs used.</summary>
public sealed class FontFace
{
    readonly byte[] file;
    readonly Dictionary<string, (int At, int Length)> tables = [];
    readonly Dictionary<int, ushort> glyphs = [];
    readonly int[] offsets;
    readonly int wide;

    public FontFace(byte[] file)
    {
        this.file = file;
        for (var i = 0; i < U16(4); i++) tables[Encoding.ASCII.GetString(file, 12 + 16 * i, 4)] = ((int)U32(12 + 16 * i + 8), (int)U32(12 + 16 * i + 12));
        (Units, Count, wide) = (U16(At("head") + 18), U16(At("maxp") + 4), U16(At("hhea") + 34));
        var isLong = U16(At("head") + 50) == 1;
        offsets = [.. Enumerable.Range(0, Count + 1).Select(i => isLong ? (int)U32(At("loca") + 4 * i) : 2 * U16(At("loca") + 2 * i))];
        ReadCharacters();
        Name = ReadName() ?? "Police";
    }

    public string Name { get; }
    public int Units { get; }
    public int Count { get; }
    public int Ascent => Thousandth(S16(At("hhea") + 4));
    public int Descent => Thousandth(S16(At("hhea") + 6));
    public int CapHeight => tables.TryGetValue("OS/2", out var os2) && U16(os2.At) >= 2 ? Thousandth(S16(os2.At + 88)) : 700;
    public IReadOnlyList<int> Box => [.. Enumerable.Range(0, 4).Select(i => Thousandth(S16(At("head") + 36 + 2 * i)))];

    /// <summary>0 where the face has no such character.</summary>
    public ushort Glyph(int rune) => glyphs.GetValueOrDefault(rune);

    /// <summary>In thousandths of the size, rounded as the width table of the document is: what is measured is what is drawn.</summary>
    public int Width(ushort glyph) => Thousandth(U16(At("hmtx") + 4 * Math.Min(glyph, wide - 1)));

    /// <summary>The same glyph numbers, with the outlines of those used and of what they are made of; every other one is empty.</summary>
    public byte[] Subset(IEnumerable<ushort> used)
    {
        var kept = Closure(used);
        using var outlines = new MemoryStream();
        var places = new byte[4 * (Count + 1)];
        for (var g = 0; g <= Count; g++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * g), (uint)outlines.Length);
            if (g == Count || !kept.Contains((ushort)g)) continue;
            outlines.Write(file, At("glyf") + offsets[g], offsets[g + 1] - offsets[g]);
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
        }
        var head = Table("head");
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        return Assemble([("cvt ", Table("cvt ")), ("fpgm", Table("fpgm")), ("glyf", outlines.ToArray()), ("head", head), ("hhea", Table("hhea")),
            ("hmtx", Table("hmtx")), ("loca", places), ("maxp", Table("maxp")), ("prep", Table("prep"))]);
    }

    HashSet<ushort> Closure(IEnumerable<ushort> used)
    {
        var kept = new HashSet<ushort> { 0 };
        var waiting = new Stack<ushort>(used);
        while (waiting.TryPop(out var glyph))
        {
            if (glyph >= Count || !kept.Add(glyph) || offsets[glyph + 1] - offsets[glyph] < 10) continue;
            var at = At("glyf") + offsets[glyph];
            if (S16(at) >= 0) continue;
            // A composite: flags, then the number of a part; 0x20 says that another follows.
            for (var part = at + 10; ;)
            {
                var flags = U16(part);
                waiting.Push(U16(part + 2));
                part += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
                if ((flags & 0x20) == 0) break;
            }
        }
        return kept;
    }

    static byte[] Assemble(IReadOnlyList<(string Tag, byte[] Bytes)> all)
    {
        var parts = all.Where(p => p.Bytes.Length > 0).ToList();
        using var made = new MemoryStream();
        var power = (int)Math.Log2(parts.Count);
        Put(made, 0x00010000u);
        foreach (var n in new[] { parts.Count, 16 << power, power, 16 * parts.Count - (16 << power) }) { made.WriteByte((byte)(n >> 8)); made.WriteByte((byte)n); }
        var at = 12 + 16 * parts.Count;
        foreach (var (tag, bytes) in parts)
        {
            made.Write(Encoding.ASCII.GetBytes(tag));
            foreach (var n in new[] { Sum(bytes), (uint)at, (uint)bytes.Length }) Put(made, n);
            at += (bytes.Length + 3) & ~3;
        }
        foreach (var (_, bytes) in parts)
        {
            made.Write(bytes);
            while (made.Length % 4 != 0) made.WriteByte(0);
        }
        return made.ToArray();
    }

    static void Put(MemoryStream to, uint n)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, n);
        to.Write(four);
    }

    static uint Sum(byte[] bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i++) sum += (uint)bytes[i] << (24 - 8 * (i % 4));
        return sum;
    }

    /// <summary>Formats 4 and 12, the two that Unicode faces have; the larger one wins.</summary>
    void ReadCharacters()
    {
        var cmap = At("cmap");
        var maps = Enumerable.Range(0, U16(cmap + 2)).Select(i => (Platform: U16(cmap + 4 + 8 * i), At: cmap + (int)U32(cmap + 8 + 8 * i)))
            .Where(m => m.Platform is 0 or 3 && U16(m.At) is 4 or 12).OrderBy(m => U16(m.At)).Select(m => m.At);
        foreach (var at in maps) if (U16(at) == 12) ReadGroups(at); else ReadSegments(at);
    }

    void ReadGroups(int at)
    {
        for (var i = 0; i < (int)U32(at + 12); i++)
        {
            var (first, last, glyph) = (U32(at + 16 + 12 * i), U32(at + 20 + 12 * i), U32(at + 24 + 12 * i));
            for (var c = first; c <= last && c <= 0x10FFFF; c++) glyphs[(int)c] = (ushort)(glyph + c - first);
        }
    }

    void ReadSegments(int at)
    {
        var twice = U16(at + 6);
        for (var i = 0; i < twice; i += 2)
        {
            var (last, first, delta, place) = (U16(at + 14 + i), U16(at + 16 + twice + i), U16(at + 16 + 2 * twice + i), at + 16 + 3 * twice + i);
            for (int c = first; c <= last && c != 0xFFFF; c++)
            {
                var glyph = U16(place) == 0 ? c : U16(place + U16(place) + 2 * (c - first));
                if (glyph != 0 || U16(place) == 0) glyphs[c] = (ushort)(glyph + delta);
            }
        }
    }

    /// <summary>The PostScript name: ASCII, without blanks.</summary>
    string? ReadName()
    {
        var at = At("name");
        for (var i = 0; i < U16(at + 2); i++)
        {
            var record = at + 6 + 12 * i;
            if (U16(record) == 3 && U16(record + 6) == 6) return string.Concat(Encoding.BigEndianUnicode.GetString(file, at + U16(at + 4) + U16(record + 10), U16(record + 8)).Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        }
        return null;
    }

    int At(string tag) => tables.TryGetValue(tag, out var table) ? table.At : throw new InvalidDataException($"The font has no table {tag}.");
    byte[] Table(string tag) => tables.TryGetValue(tag, out var t) ? file[t.At..(t.At + t.Length)] : [];
    int Thousandth(int units) => (int)Math.Round(units * 1000.0 / Units);
    ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));
    short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(at));
    uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
}
