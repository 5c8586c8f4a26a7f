using System.Globalization;
using System.Text;

namespace Croisee.Ui.Paper;

/// <summary>One page (A4): what is drawn, each piece under its tag or marked as no part of the text. Heights are measured from the foot, as the file does.</summary>
sealed class PaperPage(PaperDocument document)
{
    public const double Width = 595.28, Height = 841.89;
    readonly StringBuilder drawn = new();
    readonly List<PaperTag> tags = [];
    object? open;
    static readonly object Decoration = new();

    public List<PaperLink> Links { get; } = [];
    public int Id { get; set; }
    internal IReadOnlyList<PaperTag> Tags => tags;

    /// <summary>A line of text. Null tag: a running foot, an ornament.</summary>
    public void Show(PaperTag? tag, PaperLine line, double x, double y, double size, PaperColor color)
    {
        for (var i = 0; i < line.Clusters.Count;)
        {
            var first = line.Clusters[i];
            var href = first.Span.Href;
            var end = i;
            while (end < line.Clusters.Count && ReferenceEquals(line.Clusters[end].Span, first.Span)) end++;
            var part = line.Clusters.Skip(i).Take(end - i).ToList();
            var width = part.Sum(c => c.Width) * size / 1000;
            ShowPart(tag is not null && href is not null ? LinkTag(tag, part, x, y, width, size, href) : tag, part, x, y, size, href is null ? color : PaperColor.Link);
            if (href is not null && tag is not null) Box(x, y - 1.5, width, 0.6, PaperColor.Link);
            x += width;
            i = end;
        }
    }

    PaperTag LinkTag(PaperTag tag, List<Cluster> part, double x, double y, double width, double size, string href)
    {
        var link = tag.Add("Link");
        var place = new PaperLink(this, x, y - size * 0.25, x + width, y + size * 0.95, href, string.Concat(part.OrderBy(c => c.Place).Select(c => c.Said)).Trim(), link);
        Links.Add(place);
        link.Add(place);
        return link;
    }

    void ShowPart(PaperTag? tag, List<Cluster> part, double x, double y, double size, PaperColor color)
    {
        for (var i = 0; i < part.Count;)
        {
            var end = i;
            var first = part[i];
            while (end < part.Count && part[end].Face == first.Face && Manner(part[end]) == Manner(first)) end++;
            var run = part.GetRange(i, end - i);
            // Said twice for a sign that is drawn otherwise: some readers ask the structure, others the page. What runs from the right only once, since those who read the page turn it themselves.
            var words = NeedsWords(first) ? string.Concat(run.OrderBy(c => c.Place).Select(c => c.Said)) : null;
            var onPage = words is not null && Direction.Of(first) != Direction.Right;
            Mark(tag is not null && words is not null ? tag.Add("Span", actual: words) : tag);
            if (onPage) drawn.Append(CultureInfo.InvariantCulture, $"/Span<</ActualText {Pdf.Text(words!)}>>BDC\n");
            drawn.Append(CultureInfo.InvariantCulture, $"BT {color.Fill} /{document.FontName(first.Face)} {Pdf.Number(size)} Tf 1 0 0 1 {Pdf.Number(x)} {Pdf.Number(y)} Tm <");
            foreach (var cluster in run)
                foreach (var glyph in cluster.Glyphs) { document.Use(first.Face, glyph, cluster); drawn.Append(glyph.ToString("X4", CultureInfo.InvariantCulture)); }
            drawn.Append("> Tj ET\n");
            if (onPage) drawn.Append("EMC\n");
            x += run.Sum(c => c.Width) * size / 1000;
            i = end;
        }
    }

    static (bool, bool) Manner(Cluster sign) => (NeedsWords(sign), Direction.Of(sign) == Direction.Right);

    /// <summary>Where glyphs do not spell the text, or not in its order.</summary>
    static bool NeedsWords(Cluster sign) => sign.Actual is not null || Direction.Of(sign) == Direction.Right;

    /// <summary>A filled rectangle that is no part of the text: a rule, a ground.</summary>
    public void Box(double x, double y, double width, double height, PaperColor color)
    {
        Mark(null);
        drawn.Append(CultureInfo.InvariantCulture, $"{color.Fill} {Pdf.Number(x)} {Pdf.Number(y)} {Pdf.Number(width)} {Pdf.Number(height)} re f\n");
    }

    /// <summary>Four thin sides of a place to mark. No part of the text.</summary>
    public void Frame(double x, double y, double width, double height)
    {
        const double side = 1.1;
        Box(x, y, width, side, PaperColor.Black);
        Box(x, y + height - side, width, side, PaperColor.Black);
        Box(x, y, side, height, PaperColor.Black);
        Box(x + width - side, y, side, height, PaperColor.Black);
    }

    /// <summary>A picture that only repeats the words beside it: no part of the text.</summary>
    public void Picture(PaperDrawing picture, double x, double y, double side)
    {
        Mark(null);
        var scale = side / picture.Side;
        drawn.Append(CultureInfo.InvariantCulture, $"q {scale:0.####} 0 0 {-scale:0.####} {Pdf.Number(x)} {Pdf.Number(y + side)} cm\n").Append(picture.Drawn).Append("Q\n");
    }

    /// <summary>Rectangles of one drawing.</summary>
    public void Draw(PaperTag figure, IEnumerable<(double X, double Y, double Width, double Height)> boxes, PaperColor color)
    {
        Mark(figure);
        drawn.Append(color.Fill).Append('\n');
        foreach (var (x, y, width, height) in boxes) drawn.Append(CultureInfo.InvariantCulture, $"{Pdf.Number(x)} {Pdf.Number(y)} {Pdf.Number(width)} {Pdf.Number(height)} re\n");
        drawn.Append("f\n");
    }

    void Mark(PaperTag? tag)
    {
        var wanted = (object?)tag ?? Decoration;
        if (ReferenceEquals(open, wanted)) return;
        Close();
        open = wanted;
        if (tag is null) { drawn.Append("/Artifact BMC\n"); return; }
        drawn.Append(CultureInfo.InvariantCulture, $"/{tag.Name}<</MCID {tags.Count}>>BDC\n");
        tag.Add(new MarkedPart(this, tags.Count));
        tags.Add(tag);
    }

    void Close()
    {
        if (open is not null) drawn.Append("EMC\n");
        open = null;
    }

    internal byte[] Content()
    {
        Close();
        return Encoding.Latin1.GetBytes(drawn.ToString());
    }
}

/// <summary>The colours of paper: those of the light screen.</summary>
sealed record PaperColor(string Fill)
{
    public static PaperColor Ink { get; } = Of(0x22252B);
    public static PaperColor Soft { get; } = Of(0x4A505B);
    public static PaperColor Link { get; } = Of(0x0B5563);
    public static PaperColor People { get; } = Of(0xA2381F);
    public static PaperColor Rule { get; } = Of(0xDDD5C6);
    public static PaperColor Sand { get; } = Of(0xF1EADC);
    public static PaperColor Black { get; } = Of(0);

    static PaperColor Of(int rgb) => new(string.Join(' ', new[] { rgb >> 16, rgb >> 8 & 255, rgb & 255 }.Select(c => Math.Round(c / 255.0, 3).ToString("0.###", CultureInfo.InvariantCulture))) + " rg");
}
