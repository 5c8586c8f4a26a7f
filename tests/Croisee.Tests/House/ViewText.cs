using System.Text.RegularExpressions;

namespace Croisee.Tests.House;

/// <summary>A piece of text that a view writes by itself: between tags, or in an attribute that people read.</summary>
sealed record TextPiece(int Line, string Tag, string? Attribute, string Text);

/// <summary>
/// Reads a .cshtml as Razor does, as far as needed to tell words from code: markup, code blocks with markup inside, expressions, directives.
/// </summary>
sealed partial class ViewText
{
    static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "field", "choices", "error-summary", "partial", "qr"];
    static readonly string[] Blocks = ["if", "foreach", "for", "while", "switch", "using", "lock", "try"];
    static readonly string[] Directives = ["page", "model", "using", "inject", "addTagHelper", "removeTagHelper", "inherits", "namespace", "layout", "attribute", "implements", "preservewhitespace"];
    readonly string s;
    readonly List<TextPiece> pieces = [];
    int at;

    ViewText(string source) => s = source;

    public static IReadOnlyList<TextPiece> Of(string source)
    {
        var reader = new ViewText(Comment().Replace(source, m => new string([.. m.Value.Select(c => c == '\n' ? '\n' : ' ')])));
        reader.Markup(null, "");
        return reader.pieces;
    }

    /// <summary>Markup until the end tag of <paramref name="tag"/>, a closing brace (<paramref name="tag"/> "}"), or the end.</summary>
    void Markup(string? tag, string inside)
    {
        var start = at;
        while (at < s.Length)
        {
            if (s[at] == '@') { Add(start, inside); Transition(); start = at; }
            else if (tag == "}" && s[at] == '}') { Add(start, inside); at++; return; }
            else if (s[at] == '<' && at + 1 < s.Length && s[at + 1] == '/')
            {
                Add(start, inside);
                var close = s.IndexOf('>', at);
                var name = s[(at + 2)..close].Trim();
                at = close + 1;
                if (name == tag) return;
                start = at;
            }
            else if (s[at] == '<' && at + 1 < s.Length && (char.IsAsciiLetter(s[at + 1]) || s[at + 1] == '!')) { Add(start, inside); Element(); start = at; }
            else at++;
        }
        Add(start, inside);
    }

    void Add(int start, string inside, string? attribute = null)
    {
        var text = s[start..at].Trim();
        if (text.Length > 0) pieces.Add(new(s[..start].Count(c => c == '\n') + 1, inside, attribute, text));
    }

    /// <summary>One element with its content; its attributes are read as pieces too.</summary>
    void Element()
    {
        at++;
        var from = at;
        while (at < s.Length && (char.IsLetterOrDigit(s[at]) || s[at] is '-' or '!')) at++;
        var tag = s[from..at];
        var closed = Attributes(tag);
        if (closed || Void.Contains(tag) || tag.StartsWith('!')) return;
        if (tag is "script" or "style") { at = Math.Max(at, s.IndexOf("</" + tag, at, StringComparison.Ordinal)); at = s.IndexOf('>', at) + 1; return; }
        Markup(tag, tag);
    }

    /// <summary>True when the tag closes itself.</summary>
    bool Attributes(string tag)
    {
        while (at < s.Length && s[at] != '>')
        {
            if (s[at] == '/' && s[at + 1] == '>') { at += 2; return true; }
            if (s[at] == '@') { Transition(); continue; }
            if (!char.IsLetter(s[at])) { at++; continue; }
            var from = at;
            while (at < s.Length && (char.IsLetterOrDigit(s[at]) || s[at] is '-' or ':' or '_')) at++;
            var name = s[from..at];
            if (at < s.Length && s[at] == '=') { at++; Value(tag, name); }
        }
        at++;
        return false;
    }

    void Value(string tag, string name)
    {
        var quote = s[at] is '"' or '\'' ? s[at++] : '\0';
        var start = at;
        while (at < s.Length && (quote == '\0' ? !char.IsWhiteSpace(s[at]) && s[at] != '>' : s[at] != quote))
            if (s[at] == '@') { Add(start, tag, name); Transition(); start = at; } else at++;
        Add(start, tag, name);
        if (quote != '\0') at++;
    }

    /// <summary>From an @ to the end of what it begins.</summary>
    void Transition()
    {
        at++;
        if (at >= s.Length) return;
        if (s[at] == '@') { at++; return; }
        if (s[at] == '(') { Balanced('(', ')'); return; }
        if (s[at] == '{') { at++; Code(); return; }
        if (s[at] == '!') at++;
        var from = at;
        while (at < s.Length && (char.IsLetterOrDigit(s[at]) || s[at] == '_')) at++;
        var word = s[from..at];
        if (word == "await") { SkipSpace(); Expression(); }
        else if (word == "section") { at = s.IndexOf('{', at) + 1; Markup("}", "section"); }
        else if (word == "functions") { at = s.IndexOf('{', at); Balanced('{', '}'); }
        else if (Blocks.Contains(word) && Next() is '(' or '{') Statement();
        else if (Directives.Contains(word)) at = s.IndexOf('\n', at) is >= 0 and var end ? end : s.Length;
        else Expression();
    }

    char Next() => s.AsSpan(at).TrimStart(" \r\n\t") is { Length: > 0 } rest ? rest[0] : '\0';

    /// <summary>if (…) { … } else if (…) { … } else { … }, and its sisters.</summary>
    void Statement()
    {
        while (true)
        {
            SkipSpace();
            if (s[at] == '(') { Balanced('(', ')'); SkipSpace(); }
            if (s[at] == '{') { at++; Code(); }
            var here = at;
            SkipSpace();
            var chained = Chain().Match(s, at);
            if (!chained.Success || chained.Index != at) { at = here; return; }
            at += chained.Length;
        }
    }

    /// <summary>A path of names, calls and indexes: Model.Items[0].Name("…").</summary>
    void Expression()
    {
        while (at < s.Length)
        {
            if (s[at] == '(') Balanced('(', ')');
            else if (s[at] == '[') Balanced('[', ']');
            else if (s[at] == '<' && Generic().Match(s, at) is { Success: true } g && g.Index == at) at += g.Length;
            else if ((s[at] == '.' || (s[at] == '?' && at + 1 < s.Length && s[at + 1] == '.') || s[at] == '!') && at + 2 < s.Length && (char.IsLetter(s[at + 1]) || s[at + 1] is '.' or '[')) at += s[at] == '?' ? 2 : 1;
            else if (char.IsLetterOrDigit(s[at]) || s[at] == '_') at++;
            else return;
        }
    }

    /// <summary>Code until its closing brace; a tag where a statement could begin is markup.</summary>
    void Code()
    {
        var previous = '{';
        while (at < s.Length)
        {
            var c = s[at];
            if (c == '}') { at++; return; }
            if (c == '{') { at++; Code(); previous = '}'; continue; }
            if (c is '"' or '\'' || (c is '$' or '@' && at + 1 < s.Length && s[at + 1] == '"')) { Literal(); previous = '"'; continue; }
            if (c == '/' && s[at + 1] == '/') { at = s.IndexOf('\n', at); continue; }
            if (c == '@' && s[at + 1] == ':') { at += 2; Line(); previous = ';'; continue; }
            if (c == '@' && previous is '{' or '}' or ';') { Transition(); previous = '}'; continue; }
            if (c == '<' && previous is '{' or '}' or ';' or ':' or ')' && char.IsAsciiLetter(s[at + 1]) && TagStart().IsMatch(s.AsSpan(at))) { Element(); previous = '}'; continue; }
            if (!char.IsWhiteSpace(c)) previous = c;
            at++;
        }
    }

    void Line()
    {
        var start = at;
        while (at < s.Length && s[at] != '\n') if (s[at] == '@') { Add(start, "text"); Transition(); start = at; } else at++;
        Add(start, "text");
    }

    void Balanced(char open, char close)
    {
        var depth = 0;
        while (at < s.Length)
        {
            if (s[at] is '"' or '\'' || (s[at] == '$' && s[at + 1] == '"')) { Literal(); continue; }
            if (s[at] == open) depth++;
            if (s[at] == close && --depth == 0) { at++; return; }
            at++;
        }
    }

    void Literal()
    {
        while (s[at] is '$' or '@') at++;
        var quote = s[at++];
        while (at < s.Length && s[at] != quote && s[at] != '\n') at += s[at] == '\\' ? 2 : 1;
        at++;
    }

    void SkipSpace() { while (at < s.Length && char.IsWhiteSpace(s[at])) at++; }

    [GeneratedRegex(@"@\*[\s\S]*?\*@|<!--[\s\S]*?-->", RegexOptions.None, 2000)] private static partial Regex Comment();
    [GeneratedRegex(@"(else(\s+if)?|catch|finally|while)\b", RegexOptions.None, 1000)] private static partial Regex Chain();
    [GeneratedRegex(@"<[\w, .?]+>(?=[(.])", RegexOptions.None, 1000)] private static partial Regex Generic();
    [GeneratedRegex(@"^<[a-zA-Z][\w-]*(\s|>|/>)", RegexOptions.None, 1000)] private static partial Regex TagStart();
}
