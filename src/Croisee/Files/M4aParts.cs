using System.Buffers.Binary;

namespace Croisee.Files;

/// <summary>
/// A voice recording in an MPEG-4 file, as its boxes. Nothing may move (tables hold offsets), so boxes that speak of the person
/// or the place are turned in place into empty "free" boxes.
/// </summary>
internal static class M4aParts
{
    const int MaxDepth = 8;

    public static Inspection Inspect(ReadOnlySpan<byte> data)
    {
        var brand = data[8..12];
        if (brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("mif"u8) || brand.StartsWith("msf"u8) || brand.StartsWith("avi"u8))
            return Refusal.OtherPicture;
        var tracks = new List<string>();
        if (!Tracks(data, 0, tracks)) return Refusal.Damaged;
        if (tracks.Contains("vide")) return Refusal.Video;
        return tracks.Contains("soun") ? FileKind.M4a : Refusal.Unknown;
    }

    static bool Tracks(ReadOnlySpan<byte> data, int depth, List<string> found)
    {
        if (depth > MaxDepth) return false;
        var at = 0;
        while (at < data.Length)
        {
            if (!Next(data, at, out var head, out var length)) return false;
            var type = data.Slice(at + 4, 4);
            var body = data.Slice(at + head, length - head);
            if (type.StartsWith("hdlr"u8) && body.Length >= 12)
                found.Add(System.Text.Encoding.Latin1.GetString(body.Slice(8, 4)));
            if (IsContainer(type) && !Tracks(body, depth + 1, found)) return false;
            at += length;
        }
        return true;
    }

    public static void Blank(Span<byte> data) => Blank(data, 0);

    static void Blank(Span<byte> data, int depth)
    {
        var at = 0;
        while (at < data.Length && depth <= MaxDepth && Next(data, at, out var head, out var length))
        {
            var type = data.Slice(at + 4, 4);
            if (IsPersonal(type))
            {
                "free"u8.CopyTo(type);
                data.Slice(at + head, length - head).Clear();
            }
            else if (type.SequenceEqual("mvhd"u8) || type.SequenceEqual("tkhd"u8) || type.SequenceEqual("mdhd"u8))
                BlankDates(data.Slice(at + head, length - head));
            else if (IsContainer(type)) Blank(data.Slice(at + head, length - head), depth + 1);
            at += length;
        }
    }

    static bool IsPersonal(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("udta"u8) || type.SequenceEqual("meta"u8) || type.SequenceEqual("uuid"u8)
        || type.SequenceEqual("free"u8) || type.SequenceEqual("skip"u8);

    static bool IsContainer(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("moov"u8) || type.SequenceEqual("trak"u8) || type.SequenceEqual("mdia"u8);

    /// <summary>Creation and modification moments: 4 bytes each in version 0, 8 in version 1.</summary>
    static void BlankDates(Span<byte> body)
    {
        if (body.Length < 20) return;
        body.Slice(4, body[0] == 1 ? 16 : 8).Clear();
    }

    static bool Next(ReadOnlySpan<byte> data, int at, out int head, out int length)
    {
        head = 8;
        length = 0;
        if (at + 8 > data.Length) return false;
        long size = BinaryPrimitives.ReadUInt32BigEndian(data[at..]);
        if (size == 1 && at + 16 <= data.Length)
        {
            head = 16;
            size = (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(data[(at + 8)..]), int.MaxValue);
        }
        if (size == 0) size = data.Length - at; // to the end of the file
        if (size < head || size > data.Length - at) return false;
        length = (int)size;
        return true;
    }
}
