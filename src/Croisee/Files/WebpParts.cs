using System.Buffers.Binary;

namespace Croisee.Files;

/// <summary>A WebP as its RIFF chunks. EXIF (but for the orientation), XMP and unknown chunks are dropped, and what follows the RIFF length.</summary>
internal static class WebpParts
{
    public static Inspection Inspect(ReadOnlySpan<byte> webp)
    {
        var riff = Riff(webp);
        if (riff.IsEmpty) return Refusal.Damaged;
        Inspection found = Refusal.Damaged;
        var sized = false;
        var at = 12;
        while (Next(riff, ref at, out var chunk))
        {
            var data = chunk[8..];
            if (chunk.StartsWith("VP8X"u8) && data.Length >= 10)
                found = Size(1 + U24(data[4..]), 1 + U24(data[7..]));
            else if (chunk.StartsWith("VP8L"u8) && data.Length >= 5 && data[0] == 0x2F)
            {
                var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
                found = Size((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
                sized = true;
            }
            else if (chunk.StartsWith("VP8 "u8) && data.Length >= 10 && data[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
            {
                found = Size(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
                sized = true;
            }
            else if (chunk.StartsWith("ANMF"u8)) sized = true;
            if (found.Refused == Refusal.TooManyPixels) return found;
        }
        return at == riff.Length && sized ? found : Refusal.Damaged;
    }

    static Inspection Size(int width, int height) =>
        FileCheck.SizeRefusal(width, height) is { } refusal ? refusal : FileKind.Webp;

    public static void Rewrite(ReadOnlySpan<byte> webp, Stream output)
    {
        var riff = Riff(webp);
        var body = new MemoryStream(riff.Length);
        body.Write("WEBP"u8);
        var orientation = Orientation(riff);
        var at = 12;
        while (Next(riff, ref at, out var chunk))
        {
            if (chunk.StartsWith("VP8X"u8) && chunk.Length >= 18)
            {
                body.Write(chunk[..8]);
                // Bits 3 and 2 announce EXIF and XMP.
                body.WriteByte((byte)(chunk[8] & ~0x0C | (orientation == 1 ? 0 : 0x08)));
                body.Write(chunk[9..]);
            }
            else if (IsKept(chunk)) body.Write(chunk);
        }
        if (orientation != 1)
        {
            body.Write("EXIF"u8);
            var block = ExifOrientation.Block(orientation);
            body.Write([(byte)block.Length, 0, 0, 0]);
            body.Write(block);
        }
        output.Write("RIFF"u8);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)body.Length);
        output.Write(length);
        body.WriteTo(output);
    }

    static bool IsKept(ReadOnlySpan<byte> chunk) =>
        chunk.StartsWith("VP8"u8) || chunk.StartsWith("ALPH"u8) || chunk.StartsWith("ANIM"u8)
        || chunk.StartsWith("ANMF"u8) || chunk.StartsWith("ICCP"u8);

    static int Orientation(ReadOnlySpan<byte> riff)
    {
        var at = 12;
        while (Next(riff, ref at, out var chunk))
        {
            if (!chunk.StartsWith("EXIF"u8)) continue;
            var tiff = chunk[8..];
            return ExifOrientation.Read(tiff.StartsWith("Exif\0\0"u8) ? tiff[6..] : tiff);
        }
        return 1;
    }

    /// <summary>The file as far as its own header says; empty when it promises more than there is.</summary>
    static ReadOnlySpan<byte> Riff(ReadOnlySpan<byte> webp)
    {
        if (webp.Length < 20) return default;
        var length = (long)BinaryPrimitives.ReadUInt32LittleEndian(webp[4..]) + 8;
        return length < 20 || length > webp.Length ? default : webp[..(int)length];
    }

    static bool Next(ReadOnlySpan<byte> riff, ref int at, out ReadOnlySpan<byte> chunk)
    {
        chunk = default;
        if (at + 8 > riff.Length) return false;
        var length = (long)BinaryPrimitives.ReadUInt32LittleEndian(riff[(at + 4)..]);
        var padded = length + (length & 1) + 8;
        if (padded > riff.Length - at) return false;
        chunk = riff.Slice(at, (int)padded);
        at += (int)padded;
        return true;
    }

    static int U24(ReadOnlySpan<byte> at) => at[0] | at[1] << 8 | at[2] << 16;
}
