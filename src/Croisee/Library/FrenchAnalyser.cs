using System.Globalization;
using System.Text;

namespace Croisee.Library;

/// <summary>
/// The one reading of French text that searching knows: words in lower case, ligatures opened, elisions cut off,
/// stop words gone, root taken, accents folded last (folded first, égalité and égales would part). Linear; no input
/// makes it throw: lone surrogates, controls and signs are mere separators.
/// </summary>
public static class FrenchAnalyser
{
    /// <summary>What is indexed for a word as <see cref="FrenchWords"/> gives it.</summary>
    public static string Term(ReadOnlySpan<char> word) => Fold(FrenchStemmer.Stem(word));

    // Endings by which the stemmer knows a word, as they are typed without accents.
    static readonly (string Typed, string Meant)[] Endings =
        [("ite", "ité"), ("ites", "ités"), ("ee", "ée"), ("ees", "ées"), ("iere", "ière"), ("ieres", "ières")];

    /// <summary>
    /// The terms that a typed word may stand for. Without accents « egalite » shows no -ité, so the endings that lose
    /// their meaning are tried with them too.
    /// </summary>
    public static IEnumerable<string> TermsAsTyped(string word)
    {
        var folded = Fold(word);
        yield return Term(word);
        yield return FrenchStemmer.Stem(folded);
        foreach (var (typed, meant) in Endings)
            if (folded.EndsWith(typed, StringComparison.Ordinal)) yield return Term(folded[..^typed.Length] + meant);
    }

    /// <summary>The terms of a text in order, stop words left out.</summary>
    public static List<string> Terms(string text)
    {
        var terms = new List<string>();
        foreach (var word in new FrenchWords(text))
            if (!FrenchStopWords.Contains(word)) terms.Add(Term(word));
        return terms;
    }

    /// <summary>The same letters without their accents, in lower case.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        for (var i = 0; i < word.Length; i++) folded[i] = Fold(word[i]);
        return new string(folded);
    }

    public static char Fold(char letter) => char.ToLowerInvariant(letter) switch
    {
        < '\u0080' and var plain => plain,
        'à' or 'â' or 'ä' or 'á' or 'ã' or 'å' => 'a',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'î' or 'ï' or 'í' or 'ì' => 'i',
        'ô' or 'ö' or 'ó' or 'ò' or 'õ' => 'o',
        'û' or 'ù' or 'ü' or 'ú' => 'u',
        'ÿ' or 'ý' => 'y',
        'ç' => 'c',
        'ñ' => 'n',
        var other => char.IsSurrogate(other) ? other : Decomposed(other),
    };

    static char Decomposed(char letter)
    {
        try { return letter.ToString().Normalize(NormalizationForm.FormD)[0]; }
        catch (ArgumentException) { return letter; } // a code point that Unicode leaves without meaning
    }

    /// <summary>The letter with its combining mark as one character, or '\0' when French has none such.</summary>
    internal static char Compose(char letter, char mark)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.OtherNotAssigned) return '\0';
        var whole = string.Concat([letter], [mark]).Normalize(NormalizationForm.FormC);
        return whole.Length == 1 ? whole[0] : '\0';
    }
}
