namespace Croisee.Files;

/// <summary>A PDF that begins and ends as one, is not locked, has a readable number of pages, and carries neither script nor file.</summary>
internal static class PdfCheck
{
    static readonly string[] Active =
        ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/Movie", "/XFA"];

    public static Inspection Inspect(byte[] pdf)
    {
        Refusal? found = null;
        var pages = false;
        var left = PdfPacked.MaxUnpacked;
        PdfObjects.Walk(pdf, o =>
        {
            found ??= Look(o, ref pages);
            if (found is not null || !PdfPacked.IsPacked(o)) return;
            var plain = PdfPacked.Unpack(pdf, o, ref left);
            if (left < 0) found = Refusal.Bomb;
            else if (plain is not null) found = Look(Packed(plain, o), ref pages);
        });
        if (found is { } refusal) return refusal;
        return pages && EndOf(pdf) > 0 ? FileKind.Pdf : Refusal.Damaged;
    }

    static Refusal? Look(PdfObject o, ref bool pages)
    {
        pages |= o.Names.Contains("/Pages") || o.Names.Contains("/Page");
        if (o.Names.Contains("/Encrypt") && (o.Number < 0 || o.Names.Contains("/XRef"))) return Refusal.Encrypted;
        if (o.LargestCount > FileLimits.MaxPages && o.Names.Contains("/Kids")) return Refusal.TooManyPages;
        if (o.Names.Overlaps(Active)) return Refusal.ActiveContent;
        // So many different names hide something, if only one more.
        return o.Names.Count >= PdfObject.MaxNames ? Refusal.Damaged : null;
    }

    /// <summary>All the objects of a packed stream seen as one: for a look at names that is enough.</summary>
    static PdfObject Packed(byte[] plain, PdfObject holder)
    {
        var seen = new PdfObject();
        seen.Clear(holder.Number, 0);
        var tokens = new PdfTokens(plain, 0);
        var afterCount = false;
        for (PdfToken token; (token = tokens.Next()) != PdfToken.End;)
        {
            if (afterCount && token == PdfToken.Word) seen.LargestCount = Math.Max(seen.LargestCount, PdfObjects.Integer(tokens.Value));
            afterCount = token == PdfToken.Name && tokens.Value.SequenceEqual("/Count"u8);
            if (token == PdfToken.Name && seen.Names.Count < PdfObject.MaxNames) seen.Names.Add(PdfTokens.Name(tokens.Value));
        }
        return seen;
    }

    /// <returns>The place after the last end mark; 0 when there is none. What follows it is no part of the document and is cut.</returns>
    public static int EndOf(ReadOnlySpan<byte> pdf)
    {
        var at = pdf.LastIndexOf("%%EOF"u8);
        return at < 0 ? 0 : at + 5;
    }
}
