using System.Globalization;

namespace Croisee.Library;

/// <summary>
/// Walks through the words of a text, in lower case and with their accents (composed), ligatures opened. An apostrophe
/// of either shape ends a word, so the elided l’, d’, qu’, jusqu’ come out alone and fall as stop words. Marks that
/// nobody sees (soft hyphen, zero-width, direction) do not cut a word. The tail of a word beyond
/// <see cref="FrenchStemmer.LongestWord"/> letters is dropped.
/// </summary>
public ref struct FrenchWords(ReadOnlySpan<char> text)
{
    readonly ReadOnlySpan<char> text = text;
    Letters word;
    int length, next;

    [System.Runtime.CompilerServices.InlineArray(FrenchStemmer.LongestWord)]
    struct Letters { char first; }

    /// <summary>The end of the current word in the text: nothing after it means that somebody may still be typing it.</summary>
    public readonly int End => next;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ReadOnlySpan<char> Current => ((ReadOnlySpan<char>)word)[..length];

    public readonly FrenchWords GetEnumerator() => this;

    public bool MoveNext()
    {
        length = 0;
        for (; next < text.Length; next++)
        {
            var c = text[next];
            if (c < 128)
            {
                if (char.IsAsciiLetterOrDigit(c)) Add((char)(c is >= 'A' and <= 'Z' ? c | 32 : c));
                else if (length > 0) return true;
            }
            else if (!AddUnusual(c) && length > 0) return true;
        }
        return length > 0;
    }

    // False when the character ends a word.
    bool AddUnusual(char c)
    {
        if (c is 'œ' or 'Œ') { Add('o'); Add('e'); return true; }
        if (c is 'æ' or 'Æ') { Add('a'); Add('e'); return true; }
        if (char.IsLetterOrDigit(c)) { Add(char.ToLowerInvariant(c)); return true; }
        switch (char.GetUnicodeCategory(c))
        {
            case UnicodeCategory.Format: return true;
            case UnicodeCategory.NonSpacingMark:
                if (length > 0 && FrenchAnalyser.Compose(word[length - 1], c) is var whole and not '\0') word[length - 1] = whole;
                return true;
            default: return false;
        }
    }

    void Add(char c)
    {
        if (length < FrenchStemmer.LongestWord) word[length++] = c;
    }
}
