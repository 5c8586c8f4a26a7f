namespace Croisee.Files;

/// <summary>
/// Blanks a PDF's notes about its maker without moving a byte, since a PDF finds its objects by their offsets: the /Info dictionary,
/// XMP packets, and the EXIF of photographs put into it unchanged. Where a place cannot be reached it says so.
/// </summary>
internal static class PdfMetadata
{
    /// <returns>False when something may be left: an unreadable stream, or notes that would not fit back.</returns>
    /// <exception cref="InvalidDataException">The document is too damaged for its notes to be told from the rest.</exception>
    public static bool Rewrite(byte[] pdf, Stream output)
    {
        var all = true;
        var end = PdfCheck.EndOf(pdf);
        var notes = InfoNumbers(pdf);
        // A second round when the dictionary refers to texts kept in objects of their own.
        var more = new HashSet<int>();
        PdfObjects.Walk(pdf, o => all &= Blank(pdf, o, notes, more));
        more.ExceptWith(notes);
        if (more.Count > 0) PdfObjects.Walk(pdf, o => all &= BlankInfo(pdf, o, more, []));
        // A text that is never closed would have taken the rest of the document with it.
        if (PdfCheck.EndOf(pdf) != end) throw new InvalidDataException("The notes of this PDF have no end.");
        output.Write(pdf, 0, end);
        output.WriteByte((byte)'\n');
        return all;
    }

    static HashSet<int> InfoNumbers(byte[] pdf)
    {
        var numbers = new HashSet<int>();
        PdfObjects.Walk(pdf, o =>
        {
            if ((o.Number < 0 || o.Names.Contains("/XRef")) && o.Numbers.TryGetValue("/Info", out var number)) numbers.Add(number);
        });
        return numbers;
    }

    static bool Blank(byte[] pdf, PdfObject o, HashSet<int> notes, HashSet<int> more)
    {
        var all = BlankInfo(pdf, o, notes, more);
        if (o.HasStream && o.Names.Contains("/Metadata") && o.Names.Contains("/XML")) BlankXmp(pdf.AsSpan(o.StreamStart..o.StreamEnd), o);
        if (o.HasStream && o.Names.Contains("/DCTDecode")) all &= JpegParts.Blank(pdf.AsSpan(o.StreamStart..o.StreamEnd));
        return all;
    }

    static bool BlankInfo(byte[] pdf, PdfObject o, HashSet<int> notes, HashSet<int> more)
    {
        if (notes.Contains(o.Number)) BlankTexts(pdf.AsSpan(o.Start..o.End), more);
        if (!PdfPacked.IsPacked(o)) return true;
        var left = PdfPacked.MaxUnpacked; // the check has already held the whole document to it
        if (PdfPacked.Unpack(pdf, o, ref left) is not { } plain) return false;
        var inside = PdfPacked.Index(plain, o).FindAll(i => notes.Contains(i.Number));
        foreach (var (_, start, end) in inside) BlankTexts(plain.AsSpan(start..end), more);
        return inside.Count == 0 || PdfPacked.Repack(pdf, o, plain);
    }

    /// <summary>Spaces inside the brackets; a date or a name becomes an empty-looking text, valid everywhere.</summary>
    static void BlankTexts(Span<byte> dictionary, HashSet<int> more)
    {
        var tokens = new PdfTokens(dictionary, 0);
        int last = -1, beforeLast = -1;
        for (PdfToken token; (token = tokens.Next()) != PdfToken.End;)
        {
            var inner = dictionary[(tokens.Start + 1)..Math.Max(tokens.Start + 1, tokens.At - 1)];
            if (token == PdfToken.Text) inner.Fill((byte)' ');
            if (token == PdfToken.Hex)
                for (var i = 0; i < inner.Length; i++) inner[i] = (byte)(i % 2 == 0 ? '2' : '0');
            if (token == PdfToken.Word && tokens.Value.SequenceEqual("R"u8) && beforeLast > 0) more.Add(beforeLast);
            (beforeLast, last) = (last, token == PdfToken.Word ? PdfObjects.Integer(tokens.Value) : -1);
        }
    }

    static void BlankXmp(Span<byte> stream, PdfObject o)
    {
        stream.Fill((byte)' ');
        // A packed stream must still unpack: this is zlib's way of saying "nothing".
        ReadOnlySpan<byte> nothing = [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1];
        if (o.Names.Contains("/Filter") && stream.Length >= nothing.Length) nothing.CopyTo(stream);
    }
}
