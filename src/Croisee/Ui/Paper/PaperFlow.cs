namespace Croisee.Ui.Paper;

/// <summary>How a paragraph looks.</summary>
public enum PaperStyle { Text, Lead, Small, Title, Part, Section, Topic, Easy, Plain }

/// <summary>Puts one block under the other and turns the page when it is full. A heading never stays alone at the foot.</summary>
public sealed class PaperFlow(PaperDocument document)
{
    const double Margin = 56, Foot = 62, Top = PaperPage.Height - 54;
    double y = Top, indent;
    PaperPage page = document.NewPage();

    public PaperDocument Document => document;
    /// <summary>Blocks go under this tag.</summary>
    public PaperTag Under { get; set; } = document.Root;
    double Left => Margin + indent;
    double Room => PaperPage.Width - 2 * Margin - indent;

    static (double Size, double Lead, double Before, bool Bold, PaperColor Color) Look(PaperStyle style) => style switch
    {
        PaperStyle.Title => (24, 29, 4, true, PaperColor.Ink),
        PaperStyle.Part => (20, 25, 4, true, PaperColor.Ink),
        PaperStyle.Section => (14, 18, 14, true, PaperColor.Link),
        PaperStyle.Topic => (11.5, 15, 8, true, PaperColor.Ink),
        PaperStyle.Lead => (12.5, 18, 5, false, PaperColor.Ink),
        PaperStyle.Easy => (16, 22.5, 4, false, PaperColor.Black),
        PaperStyle.Plain => (12.5, 18, 5, false, PaperColor.Black),
        PaperStyle.Small => (9, 12.5, 3, false, PaperColor.Soft),
        _ => (10.5, 15, 4, false, PaperColor.Ink),
    };

    public void NewPage()
    {
        if (y < Top) Turn();
    }

    void Turn()
    {
        page = document.NewPage();
        y = Top;
    }

    public void Space(double height) => y -= height;

    /// <param name="level">1 to 6: the rank in the document, whatever the look.</param>
    /// <param name="place">A name that links and the table of contents may point to.</param>
    /// <param name="picture">Beside it on the left; it says what the words say, and is no part of the text.</param>
    public void Heading(int level, string text, PaperStyle style, string? place = null, PaperDrawing? picture = null)
    {
        const double Side = 36, Gap = 12;
        var (size, lead, before, _, _) = Look(style);
        var by = picture is null ? 0 : Side + Gap;
        var lines = PaperLine.Break(Cluster.Of([new(text)], document.Fonts, bold: true), size, Room - by);
        if (y - lines.Count * lead - 70 < Foot) Turn();
        document.Bookmark(level, text, page, y);
        if (place is not null) document.Place(place, page, y);
        var top = y < Top ? y - before : y;
        if (picture is not null) page.Picture(picture, Left, top - Side, Side);
        indent += by;
        Lines(Under.Add($"H{level}"), lines, style);
        indent -= by;
        if (picture is not null) y = Math.Min(y, top - Side - 4);
    }

    public void Paragraph(string text, PaperStyle style = PaperStyle.Text) => Paragraph([new(text)], style);

    public void Paragraph(IReadOnlyList<PaperSpan> spans, PaperStyle style = PaperStyle.Text, string tag = "P") => Lines(Under.Add(tag), Broken(spans, style, Room), style);

    /// <summary>One idea in large letters, its picture on the left; without one, the words stand where the others do.</summary>
    public void Idea(string text, PaperDrawing? picture)
    {
        const double side = 37, gap = 18;
        var (size, lead, before, _, color) = Look(PaperStyle.Easy);
        var lines = Broken([new(text)], PaperStyle.Easy, Room - side - gap);
        var height = Math.Max(side, lines.Count * lead);
        if (y - height - before < Foot) Turn();
        if (y < Top) y -= before;
        if (picture is not null) page.Picture(picture, Left, y - (height + side) / 2, side);
        var (tag, at) = (Under.Add("P"), y - (height - lines.Count * lead) / 2);
        foreach (var line in lines)
        {
            at -= lead;
            page.Show(tag, line, line.FromRight ? Left + Room - line.Width : Left + side + gap, at + lead * 0.27, size, color);
        }
        y -= height;
    }

    /// <summary>Turns the page when less than this is left (points): what belongs together stays together.</summary>
    public void Keep(double height)
    {
        if (y - height < Foot) Turn();
    }

    /// <summary>A box to tick, its picture, its words.</summary>
    /// <returns>Where the box is on its page.</returns>
    public PaperMark Tick(string text, PaperDrawing? picture, PaperStyle style)
    {
        var (size, lead, _, _, color) = Look(style);
        var (side, face) = (size * 1.15, picture is null ? 0 : size * 2.4);
        var lines = Broken([new(text)], style, Room - side - face - 18);
        var height = Math.Max(face, lines.Count * lead) + 4;
        if (y - height < Foot) Turn();
        var middle = y - height / 2;
        page.Frame(Left, middle - side / 2, side, side);
        if (picture is not null) page.Picture(picture, Left + side + 8, middle - face / 2, face);
        var (tag, at) = (Under.Add("P"), middle + lines.Count * lead / 2);
        foreach (var line in lines) page.Show(tag, line, Left + side + face + 14, (at -= lead) + lead * 0.27, size, color);
        var mark = new PaperMark(document.Pages, Left, PaperPage.Height - middle - side / 2, side, side);
        y -= height;
        return mark;
    }

    /// <summary>An empty frame to write in.</summary>
    public PaperMark Blank(double height)
    {
        if (y - height - 8 < Foot) Turn();
        y -= height + 8;
        page.Frame(Left, y, Room, height);
        return new(document.Pages, Left, PaperPage.Height - y - height, Room, height);
    }

    public void Bullets(IEnumerable<IReadOnlyList<PaperSpan>> items, bool numbered = false)
    {
        using var list = List(numbered);
        foreach (var item in items) list.Item(() => Paragraph(item, tag: "Span"));
    }

    public PaperList List(bool numbered) => new(this, numbered);

    /// <summary>What is written while this is held stands further right, under a tag of its own.</summary>
    internal void Inside(PaperTag tag, double by, Action write)
    {
        var before = Under;
        (Under, indent) = (tag, indent + by);
        write();
        (Under, indent) = (before, indent - by);
    }

    /// <summary>The mark of a list item, on the line that comes next.</summary>
    internal void Label(PaperTag tag, string label)
    {
        var (size, lead, before, _, color) = Look(PaperStyle.Text);
        if (y < Top && y - before - lead < Foot) Turn();
        page.Show(tag, PaperLine.Break(Cluster.Of([new(label)], document.Fonts), size, 60)[0], Left, y - (y < Top ? before : 0) - lead * 0.73, size, color);
    }

    List<PaperLine> Broken(IReadOnlyList<PaperSpan> spans, PaperStyle style, double room) => PaperLine.Break(Cluster.Of(spans, document.Fonts, Look(style).Bold), Look(style).Size, room);

    void Lines(PaperTag tag, List<PaperLine> lines, PaperStyle style)
    {
        var (size, lead, before, _, color) = Look(style);
        if (y < Top) y -= before;
        foreach (var line in lines)
        {
            if (y - lead < Foot) Turn();
            y -= lead;
            page.Show(tag, line, line.FromRight ? Left + Room - line.Width : Left, y + lead * 0.27, size, color);
        }
    }

    /// <summary>A table that people may hear cell by cell: heading cells say what they head, at the top or at the start of each row.</summary>
    public void Table(IReadOnlyList<string>? heads, IReadOnlyList<IReadOnlyList<IReadOnlyList<PaperSpan>>> rows, params double[] shares)
    {
        y -= 6;
        var table = Under.Add("Table");
        if (heads is not null) Row(table.Add("THead"), heads.Select(h => (IReadOnlyList<PaperSpan>)[new PaperSpan(h, Bold: true)]).ToList(), shares, i => "/Column", true);
        var body = table.Add("TBody");
        foreach (var row in rows) Row(body, row, shares, i => heads is null && i == 0 ? "/Row" : null, false);
        y -= 4;
    }

    void Row(PaperTag body, IReadOnlyList<IReadOnlyList<PaperSpan>> cells, double[] shares, Func<int, string?> scope, bool shaded)
    {
        const double lead = 14, size = 10, pad = 4;
        var row = body.Add("TR");
        var tags = cells.Select((_, i) => scope(i) is { } s ? row.Add("TH", attributes: $"<</O/Table/Scope{s}>>") : row.Add("TD")).ToList();
        var texts = cells.Select((c, i) => PaperLine.Break(Cluster.Of(c, document.Fonts, scope(i) is not null), size, Room * shares[i] - 2 * pad)).ToList();
        var height = Math.Max(1, texts.Max(t => t.Count));
        // A row stays whole when it fits on a page; a longer one goes on overleaf, line by line.
        if (y - height * lead - 2 * pad < Foot && height * lead < 300) Turn();
        for (var from = 0; from < height;)
        {
            var fit = Math.Min(height - from, (int)((y - Foot - 2 * pad) / lead));
            if (fit <= 0) { Turn(); continue; }
            if (shaded) page.Box(Left, y - fit * lead - 2 * pad, Room, fit * lead + 2 * pad, PaperColor.Sand);
            for (var i = 0; i < texts.Count; i++)
                for (var n = from; n < Math.Min(from + fit, texts[i].Count); n++)
                    page.Show(tags[i], texts[i][n], Left + Room * shares.Take(i).Sum() + pad, y - pad - (n - from + 1) * lead + 4, size, PaperColor.Ink);
            from += fit;
            y -= fit * lead + 2 * pad;
            page.Box(Left, y, Room, 0.6, PaperColor.Rule);
        }
    }

    /// <summary>A drawing of squares with what it says in words. <paramref name="draw"/> gives them from its lower left corner.</summary>
    public void Figure(string alternative, double width, double height, IEnumerable<(double X, double Y, double Width, double Height, bool Marked)> draw)
    {
        if (y - height - 8 < Foot) Turn();
        y -= height + 8;
        var figure = Under.Add("Figure", alternative, $"<</O/Layout/BBox{Pdf.Box(Left, y, Left + width, y + height)}/Placement/Block>>");
        foreach (var group in draw.GroupBy(b => b.Marked))
            page.Draw(figure, group.Select(b => (Left + b.X, y + b.Y, b.Width, b.Height)), group.Key ? PaperColor.Link : PaperColor.Rule);
    }

    public void QrCode(string address, double side)
    {
        var rows = Qr.Of(address);
        var one = side / rows.Count;
        Figure($"Code QR : {address}", side, side, rows.SelectMany((row, y) => row.Select((dark, x) => (dark, x, y))).Where(s => s.dark).Select(s => (s.x * one, side - (s.y + 1) * one, one + 0.05, one + 0.05, true)));
    }

    /// <summary>A line of the table of contents: the title leads to its page, whose number stands at the end.</summary>
    public void Entry(PaperTag table, string title, string place, int? number)
    {
        var item = table.Add("TOCI");
        var (size, lead, before, _, _) = Look(PaperStyle.Text);
        var lines = PaperLine.Break(Cluster.Of([new(title, Href: "#" + place)], document.Fonts), size, Room - 40);
        var reference = item.Add("Reference");
        Lines(reference, lines, PaperStyle.Text);
        var page = PaperLine.Break(Cluster.Of([new($" {number}", Href: "#" + place)], document.Fonts), size, 40);
        this.page.Show(reference, page[0], PaperPage.Width - Margin - page[0].Width, y + lead * 0.27, size, PaperColor.Ink);
        y -= before;
    }

    /// <summary>The foot of each page, once all are there. It is no part of the text.</summary>
    public void Feet(string left, PaperStyle style = PaperStyle.Small)
    {
        var (size, _, _, _, color) = Look(style);
        for (var i = 0; i < document.Pages; i++)
        {
            var (foot, number) = (Broken([new(left)], style, 380), Broken([new($"Page {i + 1} sur {document.Pages}")], style, 120));
            document.Page(i).Box(Margin, Foot - 12, PaperPage.Width - 2 * Margin, 0.6, PaperColor.Rule);
            document.Page(i).Show(null, foot[0], Margin, Foot - 26, size, color);
            document.Page(i).Show(null, number[0], PaperPage.Width - Margin - number[0].Width, Foot - 26, size, color);
        }
    }
}

/// <summary>A place on paper, in points from the upper left corner of page <paramref name="Page"/> (from 1).</summary>
public readonly record struct PaperMark(int Page, double X, double Y, double Width, double Height);
