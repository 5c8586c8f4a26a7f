using System.Buffers.Binary;

namespace Croisee.Files;

/// <summary>A JPEG as its marker segments: enough to size it, to drop what speaks of the photographer, and to cut what follows its end.</summary>
internal static class JpegParts
{
    const int MaxSegments = 10_000;

    internal readonly record struct Segment(byte Marker, int Start, int End);

    public static Inspection Inspect(ReadOnlySpan<byte> jpeg)
    {
        if (Read(jpeg) is not { } segments) return Refusal.Damaged;
        var frame = segments.Find(s => IsFrame(s.Marker));
        if (frame.End - frame.Start < 9 || segments.FindIndex(s => s.Marker == 0xDA) < 0) return Refusal.Damaged;
        var height = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(frame.Start + 5)..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(frame.Start + 7)..]);
        return FileCheck.SizeRefusal(width, height) is { } refusal ? refusal : FileKind.Jpeg;
    }

    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>The segments from after SOI up to and with EOI, or null when the chain is broken. What follows EOI is not listed.</summary>
    public static List<Segment>? Read(ReadOnlySpan<byte> jpeg)
    {
        var segments = new List<Segment>();
        var at = 2;
        while (at + 2 <= jpeg.Length && segments.Count < MaxSegments)
        {
            if (jpeg[at] != 0xFF) return null;
            var marker = jpeg[at + 1];
            if (marker == 0xFF) { at++; continue; } // fill byte
            if (marker == 0xD9) { segments.Add(new(marker, at, at + 2)); return segments; }
            if (marker is 0x00 or 0x01 or 0xD8 or >= 0xD0 and <= 0xD7 || at + 4 > jpeg.Length) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            var end = at + 2 + length;
            if (length < 2 || end > jpeg.Length) return null;
            if (marker == 0xDA) end = EndOfScan(jpeg, end);
            segments.Add(new(marker, at, end));
            at = end;
        }
        return null;
    }

    static int EndOfScan(ReadOnlySpan<byte> jpeg, int at)
    {
        while (true)
        {
            var step = jpeg[at..].IndexOf((byte)0xFF);
            if (step < 0 || at + step + 1 >= jpeg.Length) return jpeg.Length;
            at += step;
            if (jpeg[at + 1] is not (0x00 or 0xFF or >= 0xD0 and <= 0xD7)) return at;
            at += jpeg[at + 1] == 0xFF ? 1 : 2;
        }
    }

    public static void Rewrite(ReadOnlySpan<byte> jpeg, Stream output)
    {
        var segments = Read(jpeg) ?? throw new InvalidDataException("JPEG segments are broken; inspect before rewriting.");
        output.Write([0xFF, 0xD8]);
        var orientation = 1;
        foreach (var s in segments)
            if (orientation == 1 && s.Marker == 0xE1 && Payload(jpeg, s).StartsWith("Exif\0\0"u8))
                orientation = ExifOrientation.Read(Payload(jpeg, s)[6..]);
        var oriented = orientation == 1;
        foreach (var s in segments)
        {
            // JFIF asks to be the first segment, EXIF to come right after it.
            if (!oriented && s.Marker != 0xE0) { WriteOrientation(output, orientation); oriented = true; }
            if (s.Marker == 0xE0 && Payload(jpeg, s).StartsWith("JFIF\0"u8) && s.End - s.Start >= 18)
                WriteJfif(jpeg, s, output);
            else if (Keeps(jpeg, s))
                output.Write(jpeg[s.Start..s.End]);
        }
    }

    /// <summary>Only what a decoder needs: tables, frames, scans, the colour profile and Adobe's colour transform.</summary>
    static bool Keeps(ReadOnlySpan<byte> jpeg, Segment s) => s.Marker switch
    {
        0xE2 => Payload(jpeg, s).StartsWith("ICC_PROFILE\0"u8),
        0xEE => Payload(jpeg, s).StartsWith("Adobe"u8),
        >= 0xE0 and <= 0xEF or 0xFE => false,
        _ => true,
    };

    static ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> jpeg, Segment s) =>
        s.Marker == 0xD9 ? default : jpeg[(s.Start + 4)..s.End];

    /// <summary>Fourteen bytes of density; the thumbnail that may follow (a small copy of the picture before cropping) is left out.</summary>
    static void WriteJfif(ReadOnlySpan<byte> jpeg, Segment s, Stream output)
    {
        output.Write([0xFF, 0xE0, 0, 16]);
        output.Write(jpeg[(s.Start + 4)..(s.Start + 16)]);
        output.Write([0, 0]);
    }

    static void WriteOrientation(Stream output, int orientation)
    {
        var block = ExifOrientation.Block(orientation);
        output.Write([0xFF, 0xE1, 0, (byte)(2 + 6 + block.Length)]);
        output.Write("Exif\0\0"u8);
        output.Write(block);
    }

    /// <summary>For a picture inside a PDF, where no byte may move: metadata is overwritten with zeros at the same length.</summary>
    public static bool Blank(Span<byte> jpeg)
    {
        if (!jpeg.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) || Read(jpeg) is not { } segments) return false;
        foreach (var s in segments)
            if (s.Marker is >= 0xE1 and <= 0xEF or 0xFE && !Keeps(jpeg, s)) jpeg[(s.Start + 4)..s.End].Clear();
        return true;
    }
}
