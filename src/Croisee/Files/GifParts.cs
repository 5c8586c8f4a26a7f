using System.Buffers.Binary;

namespace Croisee.Files;

/// <summary>A GIF as its blocks. Comments, plain text and applications other than looping and colour are dropped, and what follows the trailer.</summary>
internal static class GifParts
{
    public static Inspection Inspect(ReadOnlySpan<byte> gif)
    {
        if (gif.Length < 14) return Refusal.Damaged;
        var width = BinaryPrimitives.ReadUInt16LittleEndian(gif[6..]);
        var height = BinaryPrimitives.ReadUInt16LittleEndian(gif[8..]);
        if (FileCheck.SizeRefusal(width, height) is { } refusal) return refusal;
        return Walk(gif, Stream.Null) ? FileKind.Gif : Refusal.Damaged;
    }

    public static void Rewrite(ReadOnlySpan<byte> gif, Stream output)
    {
        if (!Walk(gif, output)) throw new InvalidDataException("GIF blocks are broken; inspect before rewriting.");
    }

    static bool Walk(ReadOnlySpan<byte> gif, Stream output)
    {
        var at = 13 + ColourTable(gif[10]);
        if (at > gif.Length) return false;
        output.Write(gif[..at]);
        var pictures = 0;
        while (at < gif.Length)
        {
            var start = at;
            switch (gif[at])
            {
                case 0x3B:
                    output.WriteByte(0x3B);
                    return pictures > 0;
                case 0x2C when at + 10 < gif.Length:
                    at += 10 + ColourTable(gif[at + 9]) + 1;
                    if (!SkipBlocks(gif, ref at)) return false;
                    output.Write(gif[start..at]);
                    pictures++;
                    break;
                case 0x21 when at + 2 < gif.Length:
                    var label = gif[at + 1];
                    at += 2;
                    if (!SkipBlocks(gif, ref at)) return false;
                    if (label == 0xF9 || label == 0xFF && IsKept(gif[(start + 3)..])) output.Write(gif[start..at]);
                    break;
                default:
                    return false;
            }
        }
        return false;
    }

    static bool IsKept(ReadOnlySpan<byte> application) =>
        application.StartsWith("NETSCAPE2.0"u8) || application.StartsWith("ANIMEXTS1.0"u8) || application.StartsWith("ICCRGBG1012"u8);

    static int ColourTable(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);

    static bool SkipBlocks(ReadOnlySpan<byte> gif, ref int at)
    {
        while (at < gif.Length)
        {
            var length = gif[at];
            at += length + 1;
            if (length == 0) return true;
        }
        return false;
    }
}
