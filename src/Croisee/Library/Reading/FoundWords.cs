namespace Croisee.Library.Reading;

/// <summary>A piece of a text; the marked ones are words that were looked for.</summary>
public readonly record struct TextRun(string Text, bool Marked);

/// <summary>
/// Shows why a sheet was found: a short excerpt around the first word looked for, with these words marked. Words are compared by the same
/// analyser as the search, so « usager » marks « usagers ». Linear.
/// </summary>
public sealed class FoundWords
{
    readonly HashSet<string> terms;
    readonly string? beginning;

    /// <param name="words"><see cref="SearchAnswer.Words"/>.</param>
    /// <param name="typed">The text as typed: its last word is a beginning unless a space follows it.</param>
    public FoundWords(IReadOnlyList<string> words, string typed)
    {
        terms = [.. words.SelectMany(FrenchAnalyser.TermsAsTyped)];
        beginning = words.Count > 0 && typed.Length > 0 && char.IsLetterOrDigit(typed[^1]) && words[^1].Length > 1 ? FrenchAnalyser.Fold(words[^1]) : null;
    }

    public IReadOnlyList<TextRun> Mark(string text)
    {
        if (terms.Count == 0) return [new(text, false)];
        var (runs, kept) = (new List<TextRun>(), 0);
        foreach (var (start, end) in Words(text))
        {
            if (!IsFound(text.AsSpan(start, end - start))) continue;
            if (start > kept) runs.Add(new(text[kept..start], false));
            runs.Add(new(text[start..end], true));
            kept = end;
        }
        if (kept < text.Length) runs.Add(new(text[kept..], false));
        return runs;
    }

    /// <summary>At most about <paramref name="most"/> characters, cut between words, around the first found word.</summary>
    public IReadOnlyList<TextRun> Excerpt(string text, int most)
    {
        text = text.ReplaceLineEndings(" ");
        if (text.Length <= most) return Mark(text);
        var from = 0;
        if (terms.Count > 0)
            foreach (var (start, end) in Words(text))
                if (IsFound(text.AsSpan(start, end - start))) { from = end <= most ? 0 : Math.Min(start - most / 3, text.Length - most); break; }
        if (from > 0) from = text.IndexOf(' ', from) is >= 0 and var space && space < from + most / 3 ? space + 1 : from;
        var to = Math.Min(text.Length, from + most);
        if (to < text.Length) to = text.LastIndexOf(' ', to, Math.Min(to, 40)) is > 0 and var last ? last : to;
        // A pair of surrogates stays together.
        if (to < text.Length && char.IsLowSurrogate(text[to])) to--;
        if (from > 0 && char.IsLowSurrogate(text[from])) from++;
        return Mark((from > 0 ? "… " : "") + text[from..to] + (to < text.Length ? " …" : ""));
    }

    bool IsFound(ReadOnlySpan<char> word)
    {
        if (word.Length > FrenchStemmer.LongestWord) return false;
        var text = word.ToString();
        if (beginning is not null && FrenchAnalyser.Fold(text).StartsWith(beginning, StringComparison.Ordinal)) return true;
        return FrenchAnalyser.Terms(text).Any(terms.Contains);
    }

    static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!IsPart(text[i])) { i++; continue; }
            var start = i;
            while (i < text.Length && IsPart(text[i])) i++;
            yield return (start, i);
        }
    }

    static bool IsPart(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
