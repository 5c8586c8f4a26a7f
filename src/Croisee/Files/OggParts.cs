using System.Buffers.Binary;

namespace Croisee.Files;

/// <summary>A Vorbis or Opus recording. The comments are blanked in place on their page, and the page's checksum made true again.</summary>
internal static class OggParts
{
    static readonly uint[] Crc = Table();

    public static Inspection Inspect(ReadOnlySpan<byte> data)
    {
        if (!Page(data, 0, out var body, out var length)) return Refusal.Damaged;
        var first = data[body..length];
        if (first.Length > 7 && first[1..].StartsWith("theora"u8)) return Refusal.Video;
        if (!first.StartsWith("OpusHead"u8) && !first.StartsWith("\u0001vorbis"u8)) return Refusal.Unknown;
        return Page(data, length, out _, out _) ? FileKind.Ogg : Refusal.Damaged;
    }

    /// <summary>False when the comments run over several pages (a picture in them): left as they are, and said.</summary>
    public static bool Blank(Span<byte> data)
    {
        if (!Page(data, 0, out _, out var start) || !Page(data, start, out var body, out var end)) return false;
        var page = data[start..end];
        var packet = data[body..end];
        var head = packet.StartsWith("OpusTags"u8) ? 8 : packet.StartsWith("\u0003vorbis"u8) ? 7 : -1;
        if (head < 0 || !BlankComments(packet[head..])) return false;
        page.Slice(22, 4).Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(page[22..], Sum(page));
        return true;
    }

    static bool BlankComments(Span<byte> list)
    {
        if (!Text(list, 0, out var at) || at + 4 > list.Length) return false;
        var count = BinaryPrimitives.ReadUInt32LittleEndian(list[at..]);
        at += 4;
        for (var i = 0u; i < count; i++)
        {
            if (!Text(list, at, out var next)) return false;
            var comment = list[(at + 4)..next];
            comment[(comment.IndexOf((byte)'=') + 1)..].Fill((byte)' ');
            at = next;
        }
        return true;
    }

    static bool Text(ReadOnlySpan<byte> list, int at, out int next)
    {
        next = 0;
        if (at + 4 > list.Length) return false;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(list[at..]);
        if (length > list.Length - at - 4) return false;
        next = at + 4 + (int)length;
        return true;
    }

    static bool Page(ReadOnlySpan<byte> data, int at, out int body, out int end)
    {
        body = end = 0;
        if (at + 27 > data.Length || !data[at..].StartsWith("OggS"u8)) return false;
        var segments = data[at + 26];
        body = at + 27 + segments;
        if (body > data.Length) return false;
        end = body;
        foreach (var length in data.Slice(at + 27, segments)) end += length;
        return end <= data.Length;
    }

    static uint Sum(ReadOnlySpan<byte> page)
    {
        var sum = 0u;
        foreach (var b in page) sum = sum << 8 ^ Crc[(sum >> 24) ^ b];
        return sum;
    }

    static uint[] Table()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i << 24;
            for (var bit = 0; bit < 8; bit++) value = (value & 0x80000000) != 0 ? value << 1 ^ 0x04C11DB7 : value << 1;
            table[i] = value;
        }
        return table;
    }
}
