using System.Text.RegularExpressions;

namespace Croisee.Words;

/// <summary>A word of a sentence: as written, and folded (lower case, no accent).</summary>
internal readonly record struct EasyWord(string Text, string Folded, int Start)
{
    public int End => Start + Text.Length;
}

/// <summary>Cuts lines into sentences and sentences into words.</summary>
internal static partial class EasyCut
{
    private static readonly HashSet<string> Short = ["m", "mme", "mlle", "dr", "pr", "p", "ex", "cf", "etc", "n", "st", "av", "bd"];
    /// <summary>Words like others, and short forms only before a figure: « min. 3 », but « le monde de l’art. Vous… ».</summary>
    private static readonly HashSet<string> ShortBeforeFigure = ["art", "min", "tel"];

    public static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The sentences of one line. « M. Martin » and « p. 12 » end nothing.</summary>
    public static List<string> Sentences(string line)
    {
        var (sentences, from) = (new List<string>(), 0);
        for (var i = 0; i + 2 < line.Length; i++)
        {
            if (line[i] is not ('.' or '!' or '?' or '…') || line[i + 1] is not (' ' or '\u00A0')) continue;
            if (!(char.IsUpper(line[i + 2]) || line[i + 2] is '«' || char.IsDigit(line[i + 2]))) continue;
            if (line[i] == '.' && LastWord(line, from, i) is var last && (Short.Contains(last) || char.IsDigit(line[i + 2]) && ShortBeforeFigure.Contains(last))) continue;
            sentences.Add(line[from..(i + 1)].Trim());
            from = i + 2;
        }
        if (line[from..].Trim() is { Length: > 0 } rest) sentences.Add(rest);
        return sentences;
    }

    private static string LastWord(string line, int from, int end)
    {
        var at = end;
        while (at > from && char.IsLetter(line[at - 1])) at--;
        return Fold(line[at..end]);
    }

    /// <summary>Elided articles stand alone: « l’ » and « atelier »; « aujourd’hui », « quelqu’un » and « 14h30 » are one word each.</summary>
    public static List<EasyWord> Words(string sentence)
    {
        var words = new List<EasyWord>();
        foreach (Match match in Word().Matches(sentence))
            words.Add(new(match.Value, Fold(match.Value), match.Index));
        return words;
    }

    public static string Fold(string word)
    {
        Span<char> folded = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        for (var i = 0; i < word.Length; i++)
            folded[i] = char.ToLowerInvariant(word[i]) switch
            {
                'à' or 'â' or 'ä' => 'a', 'é' or 'è' or 'ê' or 'ë' => 'e', 'î' or 'ï' => 'i', 'ô' or 'ö' => 'o', 'ù' or 'û' or 'ü' => 'u', 'ç' => 'c', 'œ' => 'œ', '’' => '\'', var c => c,
            };
        return new string(folded).Replace("œ", "oe", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\baujourd['’]hui\b|\bquelqu['’]une?\b|\b\d{1,2}h\d{0,2}\b|\b(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu)['’]|\p{L}[\p{L}\p{M}]*(?:-\p{L}+)*|\d+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)] private static partial Regex Word();
}
