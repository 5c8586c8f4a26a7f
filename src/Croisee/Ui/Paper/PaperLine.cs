namespace Croisee.Ui.Paper;

/// <summary>A line of a paragraph, in the order in which it is drawn from the left.</summary>
/// <param name="Width">Without the blank that ends it, in points.</param>
sealed record PaperLine(IReadOnlyList<Cluster> Clusters, double Width, bool FromRight)
{
    /// <summary>As much as fits on each line, at blanks and hyphens; a word longer than the line is cut.</summary>
    public static List<PaperLine> Break(IReadOnlyList<Cluster> text, double size, double room)
    {
        var lines = new List<PaperLine>();
        var fromRight = text.Select(Direction.Of).FirstOrDefault(d => d is Direction.Left or Direction.Right) == Direction.Right;
        int start = 0, place = -1;
        double width = 0;
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].IsLineEnd) { Close(i + 1, i + 1); continue; }
            width += text[i].Width * size / 1000;
            if (width > room && !text[i].IsSpace && i > start) { var end = place > start ? place : i; Close(end, end); i = end - 1; continue; }
            if (text[i].MayBreakAfter) place = i + 1;
        }
        if (start < text.Count) Close(text.Count, text.Count);
        return lines;

        void Close(int end, int next)
        {
            var line = text.Skip(start).Take(end - start).Select((c, place) => c with { Place = place }).ToList();
            var seen = line.Count;
            while (seen > 0 && (line[seen - 1].IsSpace || line[seen - 1].IsLineEnd)) seen--;
            if (fromRight) line.RemoveRange(seen, line.Count - seen);
            lines.Add(new(Direction.Order(line, fromRight), line.Take(seen).Sum(c => c.Width) * size / 1000, fromRight));
            (start, place, width) = (next, -1, 0);
        }
    }
}

/// <summary>Which way a sign is read, and a line of both ways put in the order of drawing: enough for names and quotes in Hebrew or Arabic.</summary>
static class Direction
{
    public const int Neutral = 0, Left = 1, Right = 2, Figure = 3;
    const string Mirrored = "()[]{}<>«»‹›";

    public static int Of(Cluster sign)
    {
        var c = sign.Text[0];
        if (c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC') return c is >= '\u0660' and <= '\u0669' ? Figure : Right;
        return char.IsDigit(c) ? Figure : char.IsLetter(c) ? Left : Neutral;
    }

    public static IReadOnlyList<Cluster> Order(List<Cluster> line, bool fromRight)
    {
        if (!line.Any(c => Of(c) == Right)) return line;
        var drawn = line.ToList();
        if (fromRight)
        {
            drawn.Reverse();
            Turn(drawn, Left, Right);
            return [.. drawn.Select((c, i) => Reads(line, line.Count - 1 - i, Left, Right) ? c : Mirror(c))];
        }
        for (var i = 0; i < line.Count; i++) if (Reads(line, i, Right, Left)) drawn[i] = Mirror(line[i]);
        Turn(drawn, Right, Left);
        return drawn;
    }

    /// <summary>Reverses each stretch that begins and ends with <paramref name="way"/> and holds nothing of the <paramref name="other"/>; figures inside keep their order.</summary>
    static void Turn(List<Cluster> line, int way, int other)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (!Starts(Of(line[i]), way)) continue;
            var last = i;
            for (var j = i; j < line.Count && Of(line[j]) != other && (way == Right || Of(line[j]) != Right); j++) if (Starts(Of(line[j]), way)) last = j;
            line.Reverse(i, last - i + 1);
            if (way == Right) KeepFigures(line, i, last);
            i = last;
        }
    }

    static bool Starts(int sign, int way) => sign == way || way == Left && sign == Figure;

    static void KeepFigures(List<Cluster> line, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var end = i;
            while (end <= last && Of(line[end]) == Figure) end++;
            if (end - i > 1) line.Reverse(i, end - i);
            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>Does this sign stand between two of that way, with nothing of the other between them?</summary>
    static bool Reads(List<Cluster> line, int at, int way, int other)
    {
        bool Meets(int step)
        {
            for (var i = at; i >= 0 && i < line.Count; i += step) if (Of(line[i]) is var d && (d == way || d == other)) return d == way;
            return false;
        }
        return Meets(-1) && Meets(1);
    }

    static Cluster Mirror(Cluster sign)
    {
        var at = Mirrored.IndexOf(sign.Text, StringComparison.Ordinal);
        if (at < 0 || sign.Text.Length != 1) return sign;
        var glyph = sign.Face.Glyph(Mirrored[at ^ 1]);
        return glyph == 0 ? sign : sign with { Glyphs = [glyph], Width = sign.Face.Width(glyph), Actual = sign.Text };
    }
}
