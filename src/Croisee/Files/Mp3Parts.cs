namespace Croisee.Files;

/// <summary>An MP3: MPEG frames, with tags (title, place, picture) before and after them, which are cut off.</summary>
internal static class Mp3Parts
{
    static readonly int[] Rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    static readonly int[] Rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    static readonly int[] Hertz = [44100, 48000, 32000];

    /// <summary>Two frames in a row: one frame mark alone is found in any noise.</summary>
    public static bool Looks(ReadOnlySpan<byte> data)
    {
        var at = TagBefore(data);
        var length = FrameLength(data, at);
        return length > 0 && (FrameLength(data, at + length) > 0 || at + length == data.Length - TagAfter(data));
    }

    public static bool Rewrite(ReadOnlySpan<byte> data, Stream output)
    {
        var end = data.Length - TagAfter(data);
        output.Write(data[TagBefore(data)..end]);
        // APE tags are rare and come in many forms: said rather than guessed.
        return data[..end].LastIndexOf("APETAGEX"u8) < 0;
    }

    static int TagBefore(ReadOnlySpan<byte> data)
    {
        var at = 0;
        while (data.Length - at > 10 && data[at..].StartsWith("ID3"u8))
        {
            var size = (data[at + 6] & 0x7F) << 21 | (data[at + 7] & 0x7F) << 14 | (data[at + 8] & 0x7F) << 7 | data[at + 9] & 0x7F;
            at = Math.Min(data.Length, at + 10 + size + ((data[at + 5] & 0x10) != 0 ? 10 : 0));
        }
        while (at < data.Length && data[at] == 0) at++; // padding some writers leave
        return at;
    }

    static int TagAfter(ReadOnlySpan<byte> data) => data.Length > 128 && data[^128..].StartsWith("TAG"u8) ? 128 : 0;

    /// <summary>Bytes of the layer III frame at this place, or 0 when there is none.</summary>
    static int FrameLength(ReadOnlySpan<byte> data, int at)
    {
        if (at + 4 > data.Length || data[at] != 0xFF || (data[at + 1] & 0xE6) != 0xE2) return 0;
        var version = data[at + 1] >> 3 & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
        var rate = data[at + 2] >> 4;
        var hertz = data[at + 2] >> 2 & 3;
        if (version == 1 || rate is 0 or 15 || hertz == 3) return 0;
        var bits = (version == 3 ? Rates1 : Rates2)[rate] * 1000;
        var perSecond = Hertz[hertz] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        return (version == 3 ? 144 : 72) * bits / perSecond + (data[at + 2] >> 1 & 1);
    }
}
