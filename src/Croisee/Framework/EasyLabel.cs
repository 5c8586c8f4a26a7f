namespace Croisee.Framework;

/// <summary>
/// What a machine can check of an easy-read label (domain 9.1): at most twelve words, no signs that stop the reader,
/// no abbreviation, no big number. Only readers concerned can say that it is easy; this only says that it is not.
/// </summary>
public static class EasyLabel
{
    public const int MaxWords = 12;
    const string Stoppers = ";()[]…–—%/";

    /// <summary>The first fault found, in French, or null.</summary>
    public static string? Fault(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "Écrivez un texte.";
        if (Words(text) > MaxWords) return $"Écrivez {MaxWords} mots au plus.";
        if (text.AsSpan().IndexOfAny(Stoppers) is >= 0 and var at) return $"Le signe « {text[at]} » gêne la lecture : écrivez une phrase plus simple.";
        if (text.Contains(" - ", StringComparison.Ordinal)) return "Le tiret gêne la lecture : écrivez une phrase plus simple.";
        if (LongestRun(text, char.IsUpper) >= 2) return "Écrivez les mots en entier, sans sigle.";
        return LongestRun(text, char.IsAsciiDigit) >= 4 ? "Remplacez ce grand nombre par « peu » ou « beaucoup »." : null;
    }

    /// <summary>Signs standing alone (« : », « ? ») are not words.</summary>
    static int Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit));

    static int LongestRun(string text, Func<char, bool> kind)
    {
        int longest = 0, run = 0;
        foreach (var c in text) longest = Math.Max(longest, run = kind(c) ? run + 1 : 0);
        return longest;
    }
}
