namespace Croisee.Library;

/// <summary>
/// A reader's text, understood: words that must (or may) be there, each standing for some terms of the index.
/// Everything that is no letter or digit only separates, so no operator of any engine can be smuggled in.
/// </summary>
sealed class SearchAsked
{
    /// <param name="Word">As typed, in lower case.</param>
    /// <param name="Terms">Any of them will do; none when no sheet has the word.</param>
    /// <param name="WholeWord">For a beginning: the terms it has as a whole word, which then count twice.</param>
    public sealed record Part(string Word, int[] Terms, int[] WholeWord);

    public List<Part> Parts { get; } = [];

    /// <summary>One capital OU makes all words alternatives.</summary>
    public bool AnyWillDo { get; private set; }

    public static SearchAsked Read(string? text, SearchWords words)
    {
        var asked = new SearchAsked();
        if (text is null) return asked;
        var read = text.AsSpan(0, Math.Min(text.Length, SearchLimits.Characters));
        var seen = new HashSet<string>();
        var all = new FrenchWords(read);
        while (all.MoveNext())
        {
            var word = all.Current;
            var begun = all.End == read.Length;
            if (FrenchStopWords.Contains(word))
            {
                asked.AnyWillDo |= read[..all.End].EndsWith(" OU") && !begun;
                // « par » may become « participation »; after other words « conseil de » is taken for a pause.
                if (!begun || word.Length < 2 || asked.Parts.Count > 0) continue;
            }
            if (!seen.Add(FrenchAnalyser.Fold(word))) continue;
            var whole = words.TermsOf(word);
            asked.Parts.Add(begun && word.Length > 1
                ? new Part(word.ToString(), [.. whole.Union(words.TermsStartingWith(word))], whole)
                : new Part(word.ToString(), whole, []));
            if (asked.Parts.Count == SearchLimits.Words) break;
        }
        return asked;
    }
}
