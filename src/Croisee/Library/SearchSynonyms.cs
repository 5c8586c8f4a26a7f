namespace Croisee.Library;

/// <summary>
/// Recognises the names of <see cref="FieldSynonyms"/> in the terms of a text and tells what else the text answers to.
/// A tree of terms walked from each position; no name is longer than a few words, so the work is linear.
/// </summary>
sealed class SearchSynonyms
{
    sealed class Step
    {
        public readonly Dictionary<int, Step> Next = [];
        public readonly HashSet<int> AlsoTerms = [];
    }

    readonly Step start = new();

    public SearchSynonyms(SearchWords words)
    {
        foreach (var (names, alsoReached) in FieldSynonyms.Lines)
        {
            var phrases = names.Select(name => TermsOf(name, words)).ToList();
            var also = phrases.Concat(alsoReached.Select(name => TermsOf(name, words))).SelectMany(p => p).ToList();
            foreach (var phrase in phrases) End(phrase).AlsoTerms.UnionWith(also.Except(phrase));
        }
    }

    static List<int> TermsOf(string name, SearchWords words)
    {
        var terms = new List<int>();
        foreach (var word in new FrenchWords(name))
            if (words.Enter(word) is var term and not SearchWords.StopWord) terms.Add(term);
        return terms;
    }

    Step End(List<int> phrase)
    {
        var step = start;
        foreach (var term in phrase)
        {
            if (!step.Next.TryGetValue(term, out var next)) step.Next.Add(term, next = new Step());
            step = next;
        }
        return step;
    }

    /// <summary>Adds to <paramref name="also"/> what the name starting at each position brings; the longest name wins.</summary>
    public void Expand(ReadOnlySpan<int> terms, List<int> also)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            if (!start.Next.TryGetValue(terms[i], out var step)) continue;
            var longest = step;
            for (var j = i + 1; j < terms.Length && step.Next.TryGetValue(terms[j], out step!); j++)
                if (step.AlsoTerms.Count > 0) longest = step;
            also.AddRange(longest.AlsoTerms);
        }
    }
}
