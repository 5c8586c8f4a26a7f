using System.Security.Cryptography;
using System.Text;

namespace Croisee.People;

/// <summary>
/// A private code: seven groups of two syllables that one can read aloud, copy by hand and dictate on the telephone.
/// Thirteen random syllables among 75 give 80.9 bits; the fourteenth is a check, so that a slip of the pen is told apart from a wrong code.
/// Kept as a hash only.
/// </summary>
public static class SpokenCode
{
    const string Consonants = "bdfgjklmnprstvz", Vowels = "aeiou";
    const int Syllables = Drawn + 1;
    internal const int Drawn = 13, Base = 75;

    /// <summary>Coprime to 75, they find every single slip; with differences between neighbours coprime to 75, every exchange of two.</summary>
    static ReadOnlySpan<int> Weights => [1, 2, 4, 8, 7, 11, 13, 14, 16, 17, 19, 23, 22];
    static ReadOnlySpan<int> FirstWeights => [1, 2, 4, 7, 8, 11, 13, 14, 16, 17, 19, 22, 23];

    /// <summary>Example for forms and hints; its check syllable is wrong, so it can never open anything.</summary>
    public const string Example = "luna-tevo-mira-kodu-pira-sabo-nefi";

    public static string New()
    {
        Span<int> drawn = stackalloc int[Drawn];
        for (var i = 0; i < Drawn; i++) drawn[i] = RandomNumberGenerator.GetInt32(Base);
        return From(drawn);
    }

    /// <summary>The code made of <see cref="Drawn"/> syllables, each from 0 to <see cref="Base"/> - 1, and its check. Codes that protect something are drawn by <see cref="New"/>.</summary>
    internal static string From(ReadOnlySpan<int> drawn)
    {
        Span<int> syllables = stackalloc int[Syllables];
        drawn.CopyTo(syllables);
        syllables[^1] = Check(drawn, Weights);
        var code = new StringBuilder();
        for (var i = 0; i < Syllables; i++)
        {
            if (i > 0 && i % 2 == 0) code.Append('-');
            code.Append(Consonants[syllables[i] / 5]).Append(Vowels[syllables[i] % 5]);
        }
        return code.ToString();
    }

    /// <summary>The code as stored from what was typed: case, accents, spaces, dashes and line breaks do not matter. Null when it cannot be a code, for instance after a slip.</summary>
    public static string? Read(string? typed) => Read(typed, Weights);

    /// <summary>What to look up: also a code of the first release, still on somebody's paper. Its check missed some exchanges, so it is for looking up, not for telling a slip.</summary>
    public static string? ReadToLookUp(string? typed) => Read(typed) ?? Read(typed, FirstWeights);

    static string? Read(string? typed, ReadOnlySpan<int> weights)
    {
        if (typed is null || typed.Length > 200) return null;
        var letters = new StringBuilder();
        foreach (var c in typed.Normalize(NormalizationForm.FormD))
            if (char.IsAsciiLetter(c)) letters.Append(char.ToLowerInvariant(c));
        if (letters.Length != Syllables * 2) return null;
        Span<int> syllables = stackalloc int[Syllables];
        for (var i = 0; i < Syllables; i++)
        {
            int consonant = Consonants.IndexOf(letters[2 * i]), vowel = Vowels.IndexOf(letters[2 * i + 1]);
            if (consonant < 0 || vowel < 0) return null;
            syllables[i] = consonant * 5 + vowel;
        }
        return Check(syllables[..^1], weights) == syllables[^1] ? letters.ToString() : null;
    }

    /// <summary>Hash of a read code, for look-up. With 80 random bits a plain hash cannot be searched.</summary>
    /// <param name="purpose">What the code is for: a code of one purpose opens nothing of another.</param>
    public static string Hash(string read, string purpose = "parole") => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(purpose + ":" + read)));

    static int Check(ReadOnlySpan<int> syllables, ReadOnlySpan<int> weights)
    {
        var sum = 37;
        for (var i = 0; i < syllables.Length; i++) sum += weights[i] * syllables[i];
        return sum % Base;
    }
}
