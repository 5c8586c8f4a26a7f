using System.Buffers;

namespace Croisee.Words;

/// <summary>
/// French spaces, put in where a text is shown: no mark of punctuation begins a line, no guillemet stands alone, a number keeps its unit.
/// Stored texts, files and messages for machines keep the plain spaces that people typed.
/// </summary>
public static class Typography
{
    const char Fixed = '\u00A0', Fine = '\u202F';
    static readonly SearchValues<char> Marks = SearchValues.Create(":;?!«»0123456789");

    public static string Typeset(this string text)
    {
        var from = text.AsSpan().IndexOfAny(Marks);
        if (from < 0) return text;
        char[]? set = null;
        for (var i = from; i < text.Length; i++)
        {
            var (place, space) = text[i] switch
            {
                ';' or '?' or '!' when Closes(text, i) => (i - 1, Fine),
                ':' or '»' when Closes(text, i) => (i - 1, Fixed),
                '«' => (i + 1, Fixed),
                _ when char.IsAsciiDigit(text[i]) && HoldsNext(text, i) => (i + 1, Fixed),
                // « 1er mai »
                'e' when i > 0 && i + 3 < text.Length && text[i - 1] == '1' && text[i + 1] == 'r' && (i == 1 || !char.IsAsciiDigit(text[i - 2])) => (i + 2, Fixed),
                // « 23 h 59 »
                'h' when i > 1 && i + 2 < text.Length && char.IsAsciiDigit(text[i - 2]) && char.IsAsciiDigit(text[i + 2]) => (i + 1, Fixed),
                _ => (-1, ' '),
            };
            if (place >= 0 && place < text.Length && text[place] == ' ') (set ??= text.ToCharArray())[place] = space;
        }
        return set is null ? text : new string(set);
    }

    /// <summary>A title: besides, a verb keeps the pronoun that answers it (« Retenons-nous »). The word joiner is not seen, nor read, nor looked for.</summary>
    public static string TypesetTitle(this string text) => text.Typeset().Replace("-nous", "-\u2060nous", StringComparison.Ordinal).Replace("-vous", "-\u2060vous", StringComparison.Ordinal);

    /// <summary>Ends what stands before it; « :3000 » or « ?q=1 » begins something.</summary>
    static bool Closes(string text, int i) => i > 0 && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]));

    /// <summary>Up to three digits stay with what they count; a year may end a line.</summary>
    static bool HoldsNext(string text, int i)
    {
        if (i + 2 >= text.Length || text[i + 1] != ' ' || !(char.IsLetterOrDigit(text[i + 2]) || text[i + 2] is '%' or '€')) return false;
        var start = i;
        while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
        return i - start < 3 && (start == 0 || text[start - 1] is ' ' or '(' or Fixed or '«' or '’');
    }
}
