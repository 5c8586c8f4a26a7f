namespace Croisee.Files;

/// <summary>A PDF that begins and ends as one, is not locked, has a readable number of pages, and carries neither script nor file.</summary>
internal static class PdfCheck
{
    /// <summary>Bytes of packed objects looked at in one document.</summary>
    const long MaxPacked = 64L << 20;

    static readonly string[] Active =
        ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/Movie", "/XFA"];

    public static Inspection Inspect(byte[] pdf)
    {
        Refusal? found = null;
        var pages = false;
        var left = MaxPacked;
        PdfObjects.Walk(pdf, o =>
        {
            found ??= Look(o, ref pages);
            if (found is not null || !PdfPacked.IsPacked(o)) return;
            if (PdfPacked.Unpack(pdf, o) is not { } plain) return;
            left -= plain.Length;
            found = left < 0 ? Refusal.Bomb : Look(Packed(plain, o), ref pages);
        });
        if (found is { } refusal) return refusal;
        return pages && EndOf(pdf) > 0 ? FileKind.Pdf : Refusal.Damaged;
    }

    static Refusal? Look(PdfObject o, ref bool pages)
    {
        pages |= o.Names.Contains("/Pages") || o.Names.Contains("/Page");
        if (o.Names.Contains("/Encrypt") && (o.Number < 0 || o.Names.Contains("/XRef"))) return Refusal.Encrypted;
        if (o.LargestCount > FileLimits.MaxPages && o.Names.Contains("/Kids")) return Refusal.TooManyPages;
        return o.Names.Overlaps(Active) ? Refusal.ActiveContent : null;
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
            if (token == PdfToken.Name && seen.Names.Count < 4096) seen.Names.Add(PdfTokens.Name(tokens.Value));
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
