using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Croisee.Tests.Files;

/// <summary>Small real pictures, and the notes that cameras leave in them.</summary>
static class Pictures
{
    public const string Camera = "Appareil de Camille", Place = "48";

    /// <summary>Eight by eight points, half red, with a JFIF header and nothing else.</summary>
    public static byte[] Jpeg { get; } = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/"
        + "2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAIAAgDASIAAhEBAxEB/8QA"
        + "HwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkK"
        + "FhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXG"
        + "x8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC"
        + "AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOE"
        + "hYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwC//wAJX/05"
        + "f+Rf/rUUUVx+1n3PpPqOH/l/F/5n/9k=");

    /// <summary>One point, lossless, of which a browser makes a picture.</summary>
    public static byte[] Webp { get; } = Convert.FromBase64String("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    public static byte[] Gif { get; } = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    public static byte[] Png(int width = 2, int height = 2)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8;
        var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(new byte[6]);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", head), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big(data.Length), .. body, .. Big((int)Crc(body))];
    }

    static uint Crc(byte[] data)
    {
        var sum = uint.MaxValue;
        foreach (var b in data)
        {
            sum ^= b;
            for (var i = 0; i < 8; i++) sum = (sum & 1) != 0 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }

    static byte[] Big(int value) { var b = new byte[4]; BinaryPrimitives.WriteInt32BigEndian(b, value); return b; }
    static byte[] Little(int value) { var b = new byte[4]; BinaryPrimitives.WriteInt32LittleEndian(b, value); return b; }

    /// <summary>A TIFF block in big-endian: camera, orientation, and a latitude of 48° 51' 30" N.</summary>
    public static byte[] Exif(int orientation)
    {
        var make = Encoding.ASCII.GetBytes(Camera + "\0");
        const int gps = 8 + 2 + 3 * 12 + 4, rationals = gps + 2 + 2 * 12 + 4;
        var text = rationals + 24;
        byte[] Field(int tag, int type, int count, byte[] value) => [.. Big(tag << 16 | type), .. Big(count), .. value];
        return
        [
            .. "MM\0*"u8, .. Big(8), 0, 3,
            .. Field(0x010F, 2, make.Length, Big(text)), .. Field(0x0112, 3, 1, [0, (byte)orientation, 0, 0]), .. Field(0x8825, 4, 1, Big(gps)), .. Big(0),
            0, 2, .. Field(1, 2, 2, [(byte)'N', 0, 0, 0]), .. Field(2, 5, 3, Big(rationals)), .. Big(0),
            .. Big(48), .. Big(1), .. Big(51), .. Big(1), .. Big(30), .. Big(1), .. make,
        ];
    }

    /// <summary>As a telephone makes it: EXIF, XMP, IPTC, a comment, a maker's segment, a second picture after the end.</summary>
    public static byte[] TalkativeJpeg(int orientation = 6)
    {
        byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)(data.Length + 2 >> 8), (byte)(data.Length + 2), .. data];
        var jfif = 2 + 18;
        return
        [
            .. Jpeg[..jfif],
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation)]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>Camille</x:xmpmeta>"u8]),
            .. Segment(0xE2, [.. "ICC_PROFILE\0\u0001\u0001profil"u8]),
            .. Segment(0xE2, [.. "MPF\0secret"u8]),
            .. Segment(0xED, [.. "Photoshop 3.0\08BIM\u0004\u0004\0\0\0\0\0\u0012\u001c\u0002\u0050\0\u000dCamille Durand"u8]),
            .. Segment(0xFE, [.. "Prise chez Camille"u8]),
            .. Jpeg[jfif..],
            .. "<?php system($_GET[0]); ?><script>alert(1)</script>"u8,
        ];
    }

    public static byte[] TalkativePng() =>
    [
        .. Png()[..33], .. Chunk("tEXt", [.. "Author\0Camille Durand"u8]), .. Chunk("eXIf", Exif(6)), .. Chunk("tIME", [7, 230, 1, 2, 3, 4, 5]),
        .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0<x>Camille</x>"u8]), .. Png()[33..], .. "<html><script>alert(1)</script>"u8,
    ];

    public static byte[] TalkativeWebp(int orientation = 1)
    {
        byte[] RiffChunk(string type, byte[] data) => [.. Encoding.ASCII.GetBytes(type), .. Little(data.Length), .. data, .. new byte[data.Length & 1]];
        byte[] body =
        [
            .. "WEBP"u8, .. RiffChunk("VP8X", [0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Webp[12..],
            .. RiffChunk("EXIF", Exif(orientation)), .. RiffChunk("XMP ", [.. "<x>Camille</x>"u8]), .. RiffChunk("PHP!", [.. "<?php"u8]),
        ];
        return [.. "RIFF"u8, .. Little(body.Length), .. body, .. "PK\u0003\u0004 stowaway"u8];
    }

    public static byte[] TalkativeGif() =>
    [
        .. Gif[..19], 0x21, 0xFE, 7, .. "Camille"u8, 0, 0x21, 0xFF, 11, .. "XMP DataXMP"u8, 3, .. "abc"u8, 0,
        0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0, .. Gif[19..], .. "<script>"u8,
    ];
}
