namespace Croisee.Bench.Load;

/// <summary>The little that the bench must read in a page to find its way.</summary>
public static class Links
{
    /// <summary>The first link that begins with the prefix, goes on after it and carries no question mark; empty when there is none.</summary>
    public static ReadOnlySpan<byte> First(ReadOnlySpan<byte> page, ReadOnlySpan<byte> prefix)
    {
        while (true)
        {
            var at = page.IndexOf("href=\""u8);
            if (at < 0) return [];
            page = page[(at + 6)..];
            var end = page.IndexOf((byte)'"');
            if (end < 0) return [];
            var link = page[..end];
            if (link.Length > prefix.Length && link.StartsWith(prefix) && !link.Contains((byte)'?') && !link.Contains((byte)'#')) return link;
        }
    }

    /// <summary>The inside of the page's h1.</summary>
    /// <exception cref="InvalidDataException">The page has no h1.</exception>
    public static ReadOnlySpan<byte> Heading(ReadOnlySpan<byte> page)
    {
        var from = page.IndexOf("<h1"u8);
        var to = page.IndexOf("</h1>"u8);
        if (from < 0 || to < from) throw new InvalidDataException("The page has no h1.");
        var inside = page[from..to];
        return inside[(inside.IndexOf((byte)'>') + 1)..];
    }
}
