using System.IO.Compression;

namespace Croisee.Files;

/// <summary>Objects that a PDF keeps together in one compressed stream (since version 1.5), and their repacking at the same length.</summary>
internal static class PdfPacked
{
    /// <summary>Bytes unpacked of all such streams of one document; writers put some two hundred small objects in each.</summary>
    public const long MaxUnpacked = 16L << 20;

    public static bool IsPacked(PdfObject o) => o.HasStream && o.Names.Contains("/ObjStm");

    /// <param name="left">Bytes that may still be unpacked in this document. What a damaged stream gave before it broke counts too; below zero it is a bomb.</param>
    /// <returns>Null when it cannot be read (another filter, damaged, out of measure).</returns>
    public static byte[]? Unpack(ReadOnlySpan<byte> pdf, PdfObject o, ref long left)
    {
        if (left < 0) return null;
        var stream = pdf[o.StreamStart..o.StreamEnd];
        if (!o.Names.Contains("/Filter")) return stream.ToArray();
        if (!o.Names.Contains("/FlateDecode") || o.Numbers.GetValueOrDefault("/Predictor", 1) > 1) return null;
        var plain = new MemoryStream();
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(stream.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[16384];
            for (int n; (n = zlib.Read(buffer)) > 0;)
            {
                if ((left -= n) < 0) return null;
                plain.Write(buffer, 0, n);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return plain.ToArray();
    }

    /// <summary>Numbers and places of the objects inside, from the pairs of integers at the head.</summary>
    public static List<(int Number, int Start, int End)> Index(ReadOnlySpan<byte> plain, PdfObject o)
    {
        var found = new List<(int, int, int)>();
        var first = o.Numbers.GetValueOrDefault("/First", 0);
        var tokens = new PdfTokens(plain[..Math.Min(first, plain.Length)], 0);
        while (tokens.Next() == PdfToken.Word)
        {
            var number = PdfObjects.Integer(tokens.Value);
            if (tokens.Next() != PdfToken.Word || PdfObjects.Integer(tokens.Value) is var offset && (offset < 0 || (long)first + offset > plain.Length)) break;
            if (found.Count > 0) found[^1] = found[^1] with { Item3 = Math.Max(found[^1].Item2, first + offset) };
            found.Add((number, first + offset, plain.Length));
        }
        return found;
    }

    /// <summary>Packs again into the same place; blanked text packs smaller, and the bytes left over stand after the end of the packed data, where no reader looks.</summary>
    public static bool Repack(Span<byte> pdf, PdfObject o, byte[] plain)
    {
        var target = pdf[o.StreamStart..o.StreamEnd];
        if (!o.Names.Contains("/Filter")) { plain.CopyTo(target); return true; }
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(plain);
        if (packed.Length > target.Length) return false;
        target.Clear();
        packed.GetBuffer().AsSpan(0, (int)packed.Length).CopyTo(target);
        return true;
    }
}
