namespace Croisee.Library;

/// <summary>
/// The root of a French word by the published Snowball algorithm for French (snowballstem.org), written from its
/// description. Expects one lower-case word with its accents, ligatures already opened, and at most
/// <see cref="LongestWord"/> characters; never throws. Accents must still be there: without them -é, -ée and -ité
/// are not recognised. <see cref="FrenchWordFamilies"/> corrects it first for the words of the field.
/// </summary>
public ref partial struct FrenchStemmer
{
    public const int LongestWord = 40;
    const string Vowels = "aeiouyâàëéêèïîôûù";

    // Twice the longest word: ë and ï become two signs while the rules work.
    readonly Span<char> word;
    int length, verbal, first, second;

    FrenchStemmer(Span<char> room, ReadOnlySpan<char> text)
    {
        word = room;
        text.CopyTo(room);
        length = text.Length;
    }

    public static string Stem(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestWord) text = text[..LongestWord];
        return FrenchWordFamilies.RootOf(text) ?? StemAsPublished(FrenchWordFamilies.WithoutPluralOfEr(text));
    }

    /// <summary>The published algorithm alone, without our corrections: what the oracle of the tests computes.</summary>
    public static string StemAsPublished(ReadOnlySpan<char> text)
    {
        var stemmer = new FrenchStemmer(stackalloc char[2 * LongestWord + 2], text.Length > LongestWord ? text[..LongestWord] : text);
        stemmer.MarkConsonantLetters();
        stemmer.MarkRegions();
        stemmer.RemoveSuffixes();
        return stemmer.WithPlainLetters();
    }

    // u and i between vowels, y beside one, u after q sound as consonants: written in capitals while the rules work.
    void MarkConsonantLetters()
    {
        for (var i = 0; i < length; i++)
        {
            if (IsVowel(i) && i + 1 < length)
            {
                if (word[i + 1] is 'u' or 'i' && IsVowel(i + 2)) word[i + 1] = word[i + 1] == 'u' ? 'U' : 'I';
                else if (word[i + 1] == 'y') word[i + 1] = 'Y';
            }
            if (word[i] is 'ë' or 'ï')
            {
                word[(i + 1)..length].CopyTo(word[(i + 2)..]);
                word[i + 1] = word[i] == 'ë' ? 'e' : 'i';
                word[i] = 'H';
                length++;
            }
            else if (word[i] == 'y' && IsVowel(i + 1)) word[i] = 'Y';
            else if (word[i] == 'q' && i + 1 < length && word[i + 1] == 'u') word[i + 1] = 'U';
        }
    }

    void MarkRegions()
    {
        verbal = first = second = length;
        if (length > 2 && (IsVowel(0) && IsVowel(1) || word[..3] is "par" or "col" or "tap")) verbal = 3;
        else verbal = After(vowel: true, from: 1) ?? length;
        if (After(vowel: false, After(vowel: true, 0)) is not { } one) return;
        first = one;
        second = After(vowel: false, After(vowel: true, one)) ?? length;
    }

    readonly int? After(bool vowel, int? from)
    {
        for (var i = from ?? length; i < length; i++)
            if (IsVowel(i) == vowel) return i + 1;
        return null;
    }

    readonly string WithPlainLetters()
    {
        Span<char> plain = stackalloc char[length];
        var n = 0;
        for (var i = 0; i < length; i++)
        {
            if (word[i] == 'H')
            {
                if (i + 1 < length && word[i + 1] is 'e' or 'i') plain[n++] = word[++i] == 'e' ? 'ë' : 'ï';
                continue;
            }
            plain[n++] = word[i] switch { 'I' => 'i', 'U' => 'u', 'Y' => 'y', var other => other };
        }
        return new string(plain[..n]);
    }

    readonly bool IsVowel(int i) => i >= 0 && i < length && Vowels.Contains(word[i]);
}
