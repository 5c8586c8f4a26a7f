using System.Buffers.Binary;

namespace Croisee.Files;

/// <summary>
/// A photograph taken upright by a phone lies on its side without this one number. It says nothing of a person or a place,
/// so it alone is carried over when EXIF is dropped.
/// </summary>
internal static class ExifOrientation
{
    const ushort Tag = 0x0112;

    /// <param name="tiff">The EXIF block from its byte order mark on.</param>
    /// <returns>1 to 8; 1 (as it lies) when absent or unreadable.</returns>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14) return 1;
        var little = tiff.StartsWith("II"u8);
        if (!little && !tiff.StartsWith("MM"u8)) return 1;
        var ifd = U32(tiff[4..], little);
        if (ifd > tiff.Length - 2) return 1;
        var count = U16(tiff[(int)ifd..], little);
        for (var i = 0; i < count; i++)
        {
            var at = (int)ifd + 2 + 12 * i;
            if (at + 12 > tiff.Length) return 1;
            if (U16(tiff[at..], little) != Tag) continue;
            var value = U16(tiff[(at + 8)..], little);
            return value is >= 1 and <= 8 ? value : 1;
        }
        return 1;
    }

    /// <summary>A TIFF block that holds the orientation and nothing else.</summary>
    public static byte[] Block(int orientation)
    {
        var block = new byte[26];
        "MM\0*"u8.CopyTo(block);
        BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(8), 1);
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(10), Tag);
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(12), 3);
        BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(14), 1);
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(18), (ushort)orientation);
        return block;
    }

    static ushort U16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    static uint U32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
