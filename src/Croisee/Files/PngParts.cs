using System.Buffers.Binary;

namespace Croisee.Files;

/// <summary>A PNG as its chunks. Texts, dates, EXIF and private chunks are dropped, and whatever follows IEND.</summary>
internal static class PngParts
{
    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    static readonly HashSet<string> Kept =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP", "acTL", "fcTL", "fdAT"];

    public static Inspection Inspect(ReadOnlySpan<byte> png)
    {
        if (png.Length < 33 || !png[12..].StartsWith("IHDR"u8)) return Refusal.Damaged;
        var width = BinaryPrimitives.ReadUInt32BigEndian(png[16..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(png[20..]);
        if (FileCheck.SizeRefusal(width, height) is { } refusal) return refusal;
        var at = Signature.Length;
        var pixels = false;
        while (Next(png, ref at, out var chunk))
        {
            pixels |= chunk[4..].StartsWith("IDAT"u8);
            if (chunk[4..].StartsWith("IEND"u8)) return pixels ? FileKind.Png : Refusal.Damaged;
        }
        return Refusal.Damaged;
    }

    public static void Rewrite(ReadOnlySpan<byte> png, Stream output)
    {
        output.Write(Signature);
        var at = Signature.Length;
        while (Next(png, ref at, out var chunk))
        {
            var type = System.Text.Encoding.Latin1.GetString(chunk[4..8]);
            if (Kept.Contains(type)) output.Write(chunk);
            if (type == "IEND") return;
        }
        throw new InvalidDataException("PNG without end; inspect before rewriting.");
    }

    /// <summary>One chunk with its length, type and checksum; false when the chain is broken.</summary>
    static bool Next(ReadOnlySpan<byte> png, ref int at, out ReadOnlySpan<byte> chunk)
    {
        chunk = default;
        if (at + 12 > png.Length) return false;
        var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
        if (length > png.Length - at - 12) return false;
        chunk = png.Slice(at, (int)length + 12);
        at += chunk.Length;
        return true;
    }
}
