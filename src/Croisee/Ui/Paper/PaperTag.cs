namespace Croisee.Ui.Paper;

/// <summary>One element of the document as it is read: a heading, a paragraph, a cell… Its parts are in reading order.</summary>
public sealed class PaperTag(string name, PaperTag? parent = null)
{
    readonly List<object> parts = [];

    public string Name { get; } = name;
    public PaperTag? Parent { get; } = parent;
    /// <summary>What a drawing says in words.</summary>
    public string? Alternative { get; init; }
    /// <summary>The text itself, where its glyphs do not spell it in order.</summary>
    public string? Actual { get; init; }
    /// <summary>Attributes as the file writes them: the scope of a heading cell, the box of a figure.</summary>
    public string? Attributes { get; set; }
    internal IReadOnlyList<object> Parts => parts;
    internal int Id { get; set; }

    public PaperTag Add(string name, string? alternative = null, string? attributes = null, string? actual = null)
    {
        var tag = new PaperTag(name, this) { Alternative = alternative, Attributes = attributes, Actual = actual };
        parts.Add(tag);
        return tag;
    }

    internal void Add(MarkedPart part) => parts.Add(part);
    internal void Add(PaperLink link) => parts.Add(link);
}

/// <summary>Something drawn on a page that belongs to a tag.</summary>
sealed record MarkedPart(PaperPage Page, int Number);

/// <summary>A place that one presses. <paramref name="Href"/>: a web address, or # and the name of a place.</summary>
sealed record PaperLink(PaperPage Page, double X, double Y, double Right, double Top, string Href, string Label, PaperTag Tag)
{
    public int Id { get; set; }
}
