using System.Globalization;
using System.Text;

namespace Croisee.Words;

internal enum TokenKind { Word, Number, Mark }

internal enum Shape { Lower, Capital, Upper }

/// <summary>What stands before a token: nothing, blanks, or a new line.</summary>
internal enum Gap { None, Space, Line }

/// <summary>A word as the lists know it, looked up once for all its places in a text.</summary>
internal sealed class Lexeme(string folded)
{
    private bool? _illness, _ill, _common;

    /// <summary>Lower-case, without accents, with straight ' and -.</summary>
    public string Folded { get; } = folded;
    public bool IsIllness => _illness ??= HealthWords.IsNoun(Folded);
    public bool IsIll => _ill ??= HealthWords.IsAdjective(Folded);
    public bool IsCommon => _common ??= NameShape.IsCommon(Folded) || IsIllness || IsIll;
}

/// <summary>A word, a run of digits or one mark, with its place in the text.</summary>
internal readonly record struct Token(int Start, int End, TokenKind Kind, Shape Shape, Gap Gap, Lexeme Lexeme)
{
    public string Folded => Lexeme.Folded;
    public bool IsWord => Kind == TokenKind.Word;
    public bool IsNumber => Kind == TokenKind.Number;
    public bool IsCapital => Kind == TokenKind.Word && Shape != Shape.Lower;
    public bool Is(string folded) => Folded == folded;
    public bool Is(string one, string two) => Folded == one || Folded == two;
    public bool IsAny(IReadOnlySet<string> set) => Kind == TokenKind.Word && set.Contains(Folded);
}

/// <summary>The tokens of a text. Reading outside gives an empty mark, so that rules need no bounds checks.</summary>
internal sealed class TraceTokens
{
    private static readonly Token Outside = new(0, 0, TokenKind.Mark, Shape.Lower, Gap.Line, new Lexeme(""));
    private readonly Dictionary<string, Lexeme> _lexemes = new(StringComparer.Ordinal);
    private readonly List<Token> _tokens = [];
    private readonly StringBuilder _fold = new();
    private readonly int[] _sentence;

    public TraceTokens(string text)
    {
        Text = text;
        Cut();
        _sentence = new int[_tokens.Count];
        for (var i = 1; i < _tokens.Count; i++) _sentence[i] = _sentence[i - 1] + (Ends(i) ? 1 : 0);
    }

    public string Text { get; }
    public int Count => _tokens.Count;
    public Token this[int i] => (uint)i < (uint)_tokens.Count ? _tokens[i] : Outside;
    public bool SameSentence(int a, int b) =>
        (uint)a < (uint)_tokens.Count && (uint)b < (uint)_tokens.Count && _sentence[a] == _sentence[b];

    /// <summary>Whether a capital at this place says nothing: start of sentence, quotation, list item or bracket.</summary>
    public bool OpensSentence(int i) => i == 0 || !SameSentence(i - 1, i) || this[i].Gap == Gap.Line
        || (this[i - 1].Kind == TokenKind.Mark && !",'’/".Contains(this[i - 1].Folded));

    private void Cut()
    {
        var at = 0;
        var gap = Gap.Line;
        while (at < Text.Length)
        {
            var c = Text[at];
            if (c is '\n' or '\r' or '\u2028' or '\u2029') { gap = Gap.Line; at++; continue; }
            if (char.IsWhiteSpace(c)) { if (gap == Gap.None) gap = Gap.Space; at++; continue; }
            if (IsInvisible(c)) { if (c == '\u200B' && gap == Gap.None) gap = Gap.Space; at++; continue; }
            var end = char.IsLetter(c) ? WordEnd(at) : char.IsAsciiDigit(c) ? DigitsEnd(at) : at + 1;
            var kind = char.IsLetter(c) ? TokenKind.Word : char.IsAsciiDigit(c) ? TokenKind.Number : TokenKind.Mark;
            _tokens.Add(new Token(at, end, kind, kind == TokenKind.Word ? ShapeOf(at, end) : Shape.Lower, gap,
                Look(kind == TokenKind.Mark ? MarkName(c) : Fold(at, end))));
            gap = Gap.None;
            at = end;
        }
    }

    private Lexeme Look(string folded)
    {
        if (!_lexemes.TryGetValue(folded, out var lexeme)) _lexemes[folded] = lexeme = new Lexeme(folded);
        return lexeme;
    }

    // A hyphen or an apostrophe between two letters belongs to the word, but an elided article stands alone.
    private int WordEnd(int start)
    {
        var at = start;
        while (at < Text.Length)
        {
            var c = Text[at];
            if (char.IsLetter(c) || IsAccent(c)) { at++; continue; }
            if (at + 1 >= Text.Length) break;
            if (IsInvisible(c))
            {
                if (!char.IsLetter(Text[at + 1]) || (char.IsUpper(Text[at + 1]) && char.IsLower(Text[at - 1]))) break;
            }
            else if (IsApostrophe(c))
            {
                // N’Diaye, M’Bappé: a capital behind the apostrophe makes it one name.
                var african = at == start + 1 && Text[start] is 'N' or 'M' && char.IsUpper(Text[at + 1]);
                if (!african && at - start <= 6 && TraceLists.Elisions.Contains(Fold(start, at))) return at + 1;
                if (!char.IsLetter(Text[at + 1])) break;
            }
            else if (!IsHyphen(c) || !char.IsLetter(Text[at + 1])) break;
            at++;
        }
        return at;
    }

    private int DigitsEnd(int at)
    {
        while (at < Text.Length && char.IsAsciiDigit(Text[at])) at++;
        return at;
    }

    private Shape ShapeOf(int start, int end)
    {
        if (!char.IsUpper(Text[start])) return Shape.Lower;
        var letters = 0;
        for (var i = start; i < end; i++)
        {
            if (char.IsLower(Text[i])) return Shape.Capital;
            if (char.IsLetter(Text[i])) letters++;
        }
        return letters > 1 ? Shape.Upper : Shape.Capital;
    }

    private string Fold(int start, int end)
    {
        _fold.Clear();
        for (var i = start; i < end; i++)
        {
            var c = char.ToLowerInvariant(Text[i]);
            if (IsAccent(c) || IsInvisible(c)) continue;
            _ = c switch
            {
                'à' or 'â' or 'ä' or 'á' or 'ã' or 'å' or 'ă' or 'ą' => _fold.Append('a'),
                'é' or 'è' or 'ê' or 'ë' or 'ę' or 'ě' => _fold.Append('e'),
                'î' or 'ï' or 'í' or 'ì' or 'ı' => _fold.Append('i'),
                'ô' or 'ö' or 'ó' or 'ò' or 'õ' or 'ø' => _fold.Append('o'),
                'ù' or 'û' or 'ü' or 'ú' => _fold.Append('u'),
                'ÿ' or 'ý' => _fold.Append('y'),
                'ç' or 'ć' or 'č' => _fold.Append('c'),
                'ñ' or 'ń' => _fold.Append('n'),
                'ł' => _fold.Append('l'),
                'š' or 'ş' or 'ś' => _fold.Append('s'),
                'ž' or 'ż' or 'ź' => _fold.Append('z'),
                'œ' => _fold.Append("oe"),
                'æ' => _fold.Append("ae"),
                _ => _fold.Append(IsApostrophe(c) ? '\'' : IsHyphen(c) ? '-' : c),
            };
        }
        return _fold.ToString();
    }

    // A full stop ends a sentence unless it closes a title or an initial; a new line always does.
    private bool Ends(int i)
    {
        var previous = _tokens[i - 1];
        if (_tokens[i].Gap == Gap.Line && !(i >= 1 && previous.IsWord && _tokens[i].Shape == Shape.Lower)) return !IsShortForm(i - 1);
        if (previous.Kind != TokenKind.Mark) return false;
        if (previous.Folded is "!" or "?" or "…") return _tokens[i].Gap != Gap.None;
        return previous.Is(".") && _tokens[i].Gap != Gap.None && i >= 2 && !IsShortForm(i - 2);
    }

    private bool IsShortForm(int i) =>
        this[i].IsWord && (this[i].Folded.Length == 1 || TraceLists.ShortForms.Contains(this[i].Folded));

    private static string MarkName(char c) => IsApostrophe(c) ? "'" : IsHyphen(c) ? "-" : Ascii(c);
    private static string Ascii(char c) => c < 128 ? Marks[c] : c.ToString();
    private static readonly string[] Marks = [.. Enumerable.Range(0, 128).Select(n => ((char)n).ToString())];

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '´' or '`';
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';
    private static bool IsAccent(char c) => c is >= '\u0300' and <= '\u036F';
    public static bool IsInvisible(char c) => c != '\n' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
