namespace Croisee.Files;

/// <summary>What a look at the bytes found: a kind, or the reason for refusing. Never both.</summary>
public readonly record struct Inspection(FileKind? Kind, Refusal? Refused)
{
    public static implicit operator Inspection(FileKind kind) => new(kind, null);
    public static implicit operator Inspection(Refusal refusal) => new(null, refusal);
}

/// <summary>Tells what a file is from its first bytes, then checks the structure as far as serving it safely needs.</summary>
public static class FileCheck
{
    /// <param name="content">The whole file: callers have held it to <see cref="FileLimits.MaxBytes"/>.</param>
    /// <param name="claimedName">Used for two things only: text or CSV, and refusing "text" that claims to be a script.</param>
    public static Inspection Inspect(byte[] content, string? claimedName)
    {
        if (content.Length == 0) return Refusal.Empty;
        ReadOnlySpan<byte> data = content;
        if (data.StartsWith("%PDF-"u8)) return PdfCheck.Inspect(content);
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return JpegParts.Inspect(data);
        if (data.StartsWith(PngParts.Signature)) return PngParts.Inspect(data);
        if (IsRiff(data, "WEBP"u8)) return WebpParts.Inspect(data);
        if (IsRiff(data, "WAVE"u8)) return WavParts.Inspect(data);
        if (data.StartsWith("GIF87a"u8) || data.StartsWith("GIF89a"u8)) return GifParts.Inspect(data);
        if (data.StartsWith("PK\x03\x04"u8)) return OfficeCheck.Inspect(content);
        if (data.StartsWith("OggS"u8)) return OggParts.Inspect(data);
        if (data.Length > 12 && data[4..].StartsWith("ftyp"u8)) return M4aParts.Inspect(data);
        if (RefusedMagic(data) is { } refusal) return refusal;
        if (Mp3Parts.Looks(data)) return FileKind.Mp3;
        return TextCheck.Inspect(data, claimedName);
    }

    static bool IsRiff(ReadOnlySpan<byte> data, ReadOnlySpan<byte> form) =>
        data.Length >= 12 && data.StartsWith("RIFF"u8) && data[8..].StartsWith(form);

    /// <summary>Known formats that get a reason of their own, since "unknown" would help nobody.</summary>
    static Refusal? RefusedMagic(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith("MZ"u8) && HasNul(data)) return Refusal.Executable;
        if (data.StartsWith("\u007FELF"u8) || data.StartsWith("#!"u8)) return Refusal.Executable;
        if (Starts(data, 0xCA, 0xFE, 0xBA, 0xBE) || Starts(data, 0xFE, 0xED, 0xFA) || Starts(data, 0xCF, 0xFA, 0xED, 0xFE)
            || Starts(data, 0xCE, 0xFA, 0xED, 0xFE) || Starts(data, 0x4C, 0, 0, 0, 1, 0x14, 2, 0) || Starts(data, 0, 0x61, 0x73, 0x6D))
            return Refusal.Executable;
        if (Starts(data, 0xD0, 0xCF, 0x11, 0xE0)) return Refusal.OldOffice;
        if (data.StartsWith("{\\rtf"u8)) return Refusal.OldOffice;
        if (data.StartsWith("Rar!"u8) || Starts(data, 0x37, 0x7A, 0xBC, 0xAF) || Starts(data, 0x1F, 0x8B) || data.StartsWith("BZh"u8)
            || Starts(data, 0xFD, 0x37, 0x7A, 0x58, 0x5A) || Starts(data, 0x28, 0xB5, 0x2F, 0xFD) || data.StartsWith("PK"u8) && HasNul(data)
            || data.StartsWith("MSCF"u8) || data.Length > 262 && data[257..].StartsWith("ustar"u8))
            return Refusal.Archive;
        if (Starts(data, 0x49, 0x49, 0x2A, 0) || Starts(data, 0x4D, 0x4D, 0, 0x2A) || data.StartsWith("BM"u8) && HasNul(data)
            || data.StartsWith("8BPS"u8) || Starts(data, 0, 0, 1, 0) || Starts(data, 0xFF, 0x0A))
            return Refusal.OtherPicture;
        if (Starts(data, 0x1A, 0x45, 0xDF, 0xA3) || IsRiff(data, "AVI "u8) || Starts(data, 0, 0, 1, 0xBA)) return Refusal.Video;
        if (data.StartsWith("%!"u8)) return Refusal.ActiveContent;
        return null;
    }

    static bool Starts(ReadOnlySpan<byte> data, params ReadOnlySpan<byte> magic) => data.StartsWith(magic);

    static bool HasNul(ReadOnlySpan<byte> data) => data[..Math.Min(512, data.Length)].Contains((byte)0);

    /// <summary>Whether a picture of this size can be shown on a modest phone; the header is believed, nothing is decoded.</summary>
    internal static Refusal? SizeRefusal(long width, long height) =>
        width <= 0 || height <= 0 ? Refusal.Damaged
        : width > FileLimits.MaxSide || height > FileLimits.MaxSide || width * height > FileLimits.MaxPixels ? Refusal.TooManyPixels
        : null;
}
