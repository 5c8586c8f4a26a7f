using System.Net;
using System.Text;

namespace Croisee.Surveys.Exchange;

/// <summary>Texts of other tools are often HTML; ours are words. Read sign by sign, so that no text takes longer than its length (S34).</summary>
static class PlainText
{
    static readonly string[] Blocks = ["p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"];
    /// <summary>What stands between these is not said to anybody.</summary>
    static readonly string[] Silent = ["script", "style", "iframe", "object", "template", "noscript"];

    /// <summary>The words of a text, and whether anything but words was lost.</summary>
    public static (string Text, bool Lost) Of(string source)
    {
        if (!source.Contains('<') && !source.Contains('&')) return (Tidy(source), false);
        var words = new StringBuilder(source.Length);
        var (lost, last) = (false, source.LastIndexOf('>'));
        string? within = null;
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '<' || !Opens(source, i)) { if (within is null) words.Append(source[i]); continue; }
            // Looked for once only past the last one: a text of many « < » and no « > » would be read over and over.
            var end = last < i ? -1 : source.IndexOf('>', i);
            // A sign that opens nothing is a sign: « 3 < 5 ».
            if (end < 0) { if (within is null) words.Append(source[i]); continue; }
            var closes = source[i + 1] == '/';
            var name = Name(source, i + (closes ? 2 : 1), end);
            if (within is not null) { if (closes && name == within) within = null; }
            else if (!closes && Array.IndexOf(Silent, name) >= 0) within = name;
            else if (Array.IndexOf(Blocks, name) >= 0) words.Append('\n');
            lost |= name is not ("p" or "br" or "span" or "div");
            i = end;
        }
        return (Tidy(WebUtility.HtmlDecode(words.ToString())), lost);
    }

    static bool Opens(string source, int at) => at + 1 < source.Length && (char.IsAsciiLetter(source[at + 1]) || source[at + 1] is '/' or '!');

    static string Name(string source, int from, int end)
    {
        var to = from;
        while (to < end && char.IsAsciiLetterOrDigit(source[to])) to++;
        return source[from..to].ToLowerInvariant();
    }

    /// <summary>Lines without spaces around them, and never two empty ones together.</summary>
    static string Tidy(string text)
    {
        if (!text.AsSpan().ContainsAny("\n\r\t\u00a0")) return text.Trim();
        var lines = text.ReplaceLineEndings("\n").Replace('\t', ' ').Split('\n').Select(l => l.Trim(' ', '\u00a0'));
        var kept = new List<string>();
        foreach (var line in lines) if (line.Length > 0 || kept.Count > 0 && kept[^1].Length > 0) kept.Add(line);
        return string.Join('\n', kept).Trim();
    }
}
