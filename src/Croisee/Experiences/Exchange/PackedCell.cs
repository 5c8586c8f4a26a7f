using System.Text;

namespace Croisee.Experiences.Exchange;

/// <summary>
/// Several values in one cell, exactly: values are separated by <c> | </c>, the parts of one value by <c> &gt; </c>.
/// Inside a text <c>\</c>, <c>|</c> and <c>&gt;</c> are written <c>\\</c>, <c>\|</c> and <c>\&gt;</c>; <c>\-</c> is an empty text, nothing at all is no answer.
/// One space on each side of a separator is not part of the text. Written by hand, <c>a|b</c> is read as well.
/// </summary>
static class PackedCell
{
    const char Escape = '\\', Between = '|', Inside = '>';
    const string Nothing = "\\-";

    public static string Pack(IEnumerable<string> values) => string.Join(" | ", values.Select(v => Escaped(v)));

    public static string PackRows(IEnumerable<IEnumerable<string?>> rows) => string.Join(" | ", rows.Select(r => string.Join(" > ", r.Select(p => p is null ? "" : Escaped(p)))));

    public static List<string> Unpack(string cell) => cell.Length == 0 ? [] : [.. Cut(cell, Between).Select(Plain).OfType<string>()];

    public static List<List<string?>> UnpackRows(string cell) => cell.Length == 0 ? [] : [.. Cut(cell, Between).Select(r => Cut(r, Inside).Select(Plain).ToList())];

    static string Escaped(string text)
    {
        if (text.Length == 0) return Nothing;
        if (text.AsSpan().IndexOfAny(Escape, Between, Inside) < 0) return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is Escape or Between or Inside) escaped.Append(Escape);
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    static List<string> Cut(string text, char separator)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Escape) i++;
            else if (text[i] == separator) { pieces.Add(Unspaced(text, start, i, after: start > 0, before: true)); start = i + 1; }
        }
        pieces.Add(Unspaced(text, start, text.Length, after: start > 0, before: false));
        return pieces;
    }

    static string Unspaced(string text, int from, int to, bool after, bool before)
    {
        if (after && from < to && text[from] == ' ') from++;
        if (before && to > from && text[to - 1] == ' ') to--;
        return text[from..to];
    }

    static string? Plain(string piece)
    {
        if (piece.Length == 0) return null;
        if (piece == Nothing) return "";
        if (!piece.Contains(Escape)) return piece;
        var plain = new StringBuilder(piece.Length);
        for (var i = 0; i < piece.Length; i++)
        {
            if (piece[i] == Escape && i + 1 < piece.Length && piece[i + 1] is Escape or Between or Inside) i++;
            plain.Append(piece[i]);
        }
        return plain.ToString();
    }
}
