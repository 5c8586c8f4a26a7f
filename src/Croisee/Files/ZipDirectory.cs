using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Croisee.Files;

/// <summary>One part of an archive, its place and sizes already proved to lie inside the file.</summary>
internal readonly record struct ZipPart(string Name, int Offset, int DataStart, int Packed, int Unpacked, bool Deflated)
{
    public Stream Open(byte[] zip)
    {
        var packed = new MemoryStream(zip, DataStart, Packed, writable: false);
        return Deflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
    }

    /// <summary>Only for parts known to be small: the caller has looked at <see cref="Unpacked"/>.</summary>
    public byte[] Read(byte[] zip)
    {
        var content = new byte[Unpacked];
        using var stream = Open(zip);
        stream.ReadExactly(content);
        return content;
    }
}

/// <summary>
/// Reads an archive's directory without unpacking anything, and refuses every trick by which an archive says one thing and holds
/// another: more entries than announced, parts that overlap, names that differ between directory and part, ZIP64, encryption.
/// </summary>
internal static class ZipDirectory
{
    const int EndLength = 22, HeadLength = 46, LocalLength = 30;
    /// <summary>Kinds of file as Unix says them, where the archive was made there.</summary>
    const int RegularFile = 0x8000, Folder = 0x4000;

    public static Refusal? Read(ReadOnlySpan<byte> zip, List<ZipPart> parts)
    {
        var end = FindEnd(zip);
        if (end < 0) return Refusal.Damaged;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(zip[(end + 10)..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 12)..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
        if (count > FileLimits.MaxEntries) return Refusal.Bomb;
        if (count == 0 || (long)start + size != end || BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 4)..]) != 0) return Refusal.Damaged;
        var at = (int)start;
        for (var i = 0; i < count; i++)
            if (ReadOne(zip, ref at, end, parts) is { } refusal) return refusal;
        return at == end ? CheckPlaces(parts, (int)start) ?? CheckSizes(parts, zip.Length) : Refusal.Damaged;
    }

    static int FindEnd(ReadOnlySpan<byte> zip)
    {
        for (var at = zip.Length - EndLength; at >= Math.Max(0, zip.Length - EndLength - ushort.MaxValue); at--)
            if (zip[at..].StartsWith("PK\x05\x06"u8) && at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 20)..]) == zip.Length)
                return at;
        return -1;
    }

    static Refusal? ReadOne(ReadOnlySpan<byte> zip, ref int at, int end, List<ZipPart> parts)
    {
        if (at + HeadLength > end || !zip[at..].StartsWith("PK\x01\x02"u8)) return Refusal.Damaged;
        var head = zip[at..];
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(head[10..]);
        var packed = BinaryPrimitives.ReadUInt32LittleEndian(head[20..]);
        var unpacked = BinaryPrimitives.ReadUInt32LittleEndian(head[24..]);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
        var rest = BinaryPrimitives.ReadUInt16LittleEndian(head[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[32..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(head[42..]);
        if (at + HeadLength + nameLength + rest > end) return Refusal.Damaged;
        if ((flags & 0x2041) != 0) return Refusal.Encrypted;
        // A file, a folder, or unsaid: an office document holds no link to a file elsewhere, and no device.
        if ((BinaryPrimitives.ReadUInt16LittleEndian(head[40..]) & 0xF000) is not (0 or RegularFile or Folder)) return Refusal.Damaged;
        if (method is not (0 or 8)) return Refusal.Damaged;
        if (unpacked > FileLimits.MaxUnpacked) return Refusal.Bomb;
        if ((long)offset + LocalLength > zip.Length) return Refusal.Damaged;
        var local = zip[(int)offset..];
        var name = head.Slice(HeadLength, nameLength);
        var localName = BinaryPrimitives.ReadUInt16LittleEndian(local[26..]);
        var data = (long)offset + LocalLength + localName + BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
        if (!local.StartsWith("PK\x03\x04"u8) || data + packed > zip.Length || localName != nameLength
            || BinaryPrimitives.ReadUInt16LittleEndian(local[8..]) != method
            || !local.Slice(LocalLength, localName).SequenceEqual(name)) return Refusal.Damaged;
        if (method == 0 && packed != unpacked) return Refusal.Damaged;
        parts.Add(new(Encoding.UTF8.GetString(name), (int)offset, (int)data, (int)packed, (int)unpacked, method == 8));
        at += HeadLength + nameLength + rest;
        return null;
    }

    /// <summary>From the first byte, one after another: no stowaway before, no data shared by two parts (the densest bombs do that).</summary>
    static Refusal? CheckPlaces(List<ZipPart> parts, int directory)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var free = 0;
        foreach (var part in parts.OrderBy(p => p.Offset))
        {
            if (part.Offset < free || free == 0 && part.Offset != 0) return Refusal.Damaged;
            if (!names.Add(part.Name) || !IsPlain(part.Name)) return Refusal.Damaged;
            free = part.DataStart + part.Packed;
        }
        return free <= directory ? null : Refusal.Damaged;
    }

    static bool IsPlain(string name) =>
        name.Length is > 0 and <= 255 && name[0] != '/' && !name.Contains('\\') && !name.Contains('\0') && !name.Contains(':')
        && !name.Split('/').Contains("..");

    static Refusal? CheckSizes(List<ZipPart> parts, long length)
    {
        var total = parts.Sum(p => (long)p.Unpacked);
        return total > FileLimits.MaxUnpacked || total > FileLimits.RatioFloor && total > FileLimits.MaxRatio * length ? Refusal.Bomb : null;
    }
}
