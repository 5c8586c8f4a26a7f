using System.Buffers.Binary;
using System.Text;

namespace Croisee.Tests.Files;

/// <summary>Short recordings: silent frames, with the notes that recorders leave.</summary>
static class Sounds
{
    public const string Author = "Camille Durand";

    /// <summary>Three frames of MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes each.</summary>
    public static byte[] Frames()
    {
        var frame = new byte[417];
        new byte[] { 0xFF, 0xFB, 0x90, 0x64 }.CopyTo(frame, 0);
        return [.. frame, .. frame, .. frame];
    }

    public static byte[] Mp3()
    {
        byte[] author = [.. "TPE1"u8, 0, 0, 0, 15, 0, 0, 0, .. Encoding.ASCII.GetBytes(Author)];
        byte[] after = [.. "TAG"u8, .. Encoding.ASCII.GetBytes(Author.PadRight(125))];
        return [.. "ID3"u8, 4, 0, 0, 0, 0, 0, (byte)author.Length, .. author, .. Frames(), .. after];
    }

    static byte[] Box(string type, params byte[][] content)
    {
        var body = content.SelectMany(c => c).ToArray();
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length + 8);
        return [.. length, .. Encoding.Latin1.GetBytes(type), .. body];
    }

    public static byte[] M4a(string handler = "soun") =>
    [
        .. Box("ftyp", [.. "M4A "u8, 0, 0, 0, 0, .. "isom"u8]),
        .. Box("moov",
            Box("mvhd", [0, 0, 0, 0, 0xE0, 1, 2, 3, 0xE0, 1, 2, 3, .. new byte[88]]),
            Box("trak", Box("mdia", Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(handler), .. new byte[13]]))),
            Box("udta", Box("\u00A9xyz", [0, 18, 0x15, 0xC7, .. "+48.8577+002.2950/"u8]), Box("meta", Encoding.ASCII.GetBytes(Author)))),
        .. Box("mdat", new byte[64]),
    ];

    public static byte[] Ogg()
    {
        byte[] Le(int value) => BitConverter.GetBytes(value);
        var comment = Encoding.ASCII.GetBytes("ARTIST=" + Author);
        byte[] head = [.. "OpusHead"u8, 1, 1, 0, 0, 0x80, 0xBB, 0, 0, 0, 0, 0];
        byte[] tags = [.. "OpusTags"u8, .. Le(4), .. "test"u8, .. Le(1), .. Le(comment.Length), .. comment];
        return [.. OggPage(2, 0, head), .. OggPage(0, 1, tags), .. OggPage(4, 2, [0xF8, 0xFF, 0xFE])];
    }

    /// <summary>One second of silence, 8 kHz, one byte a sample, with the list of notes that a recorder leaves.</summary>
    public static byte[] Wav()
    {
        byte[] Le(int value) => BitConverter.GetBytes(value);
        byte[] format = [.. "fmt "u8, .. Le(16), 1, 0, 1, 0, .. Le(8000), .. Le(8000), 1, 0, 8, 0];
        byte[] notes = [.. "INFOIART"u8, .. Le(Author.Length), .. Encoding.ASCII.GetBytes(Author)];
        byte[] body = [.. "WAVE"u8, .. format, .. "LIST"u8, .. Le(notes.Length), .. notes, .. "data"u8, .. Le(8000), .. Enumerable.Repeat((byte)128, 8000)];
        return [.. "RIFF"u8, .. Le(body.Length), .. body];
    }

    static byte[] OggPage(byte flags, int sequence, byte[] packet)
    {
        byte[] page = [.. "OggS"u8, 0, flags, .. new byte[8], 1, 0, 0, 0, .. BitConverter.GetBytes(sequence), 0, 0, 0, 0, 1, (byte)packet.Length, .. packet];
        BitConverter.GetBytes(OggSum(page)).CopyTo(page, 22);
        return page;
    }

    /// <summary>The checksum of RFC 3533, bit by bit: an independent reference for the table in the product.</summary>
    public static uint OggSum(ReadOnlySpan<byte> page)
    {
        var sum = 0u;
        foreach (var b in page)
        {
            sum ^= (uint)b << 24;
            for (var i = 0; i < 8; i++) sum = (sum & 0x80000000) != 0 ? sum << 1 ^ 0x04C11DB7 : sum << 1;
        }
        return sum;
    }
}
