namespace Croisee.Library;

/// <summary>
/// Every word met in the sheets and the term it stands for. Asked with or without accents, whole or begun: a beginning
/// is looked up among the words as written, since roots cut endings (participation is indexed under « particip »,
/// yet « participat » must find it).
/// </summary>
sealed class SearchWords
{
    public const int StopWord = -1;

    readonly Dictionary<string, int> terms = [];
    readonly SearchWordTable words = new();
    readonly List<(string Key, int Term)> entered = [];
    string[] keys = [];
    int[] keyTerms = [];

    public int TermCount => terms.Count;

    /// <summary>The term of a word (as <see cref="FrenchWords"/> gives it), numbered at its first meeting.</summary>
    public int Enter(ReadOnlySpan<char> word)
    {
        ref var known = ref words[word];
        // Kept as 2 more than it is, since 0 means new there and -1 is the stop word.
        if (known == 0) known = 2 + (FrenchStopWords.Contains(word) ? StopWord : EnterTerm(word));
        return known - 2;
    }

    int EnterTerm(ReadOnlySpan<char> word)
    {
        var term = FrenchAnalyser.Term(word);
        if (!terms.TryGetValue(term, out var id)) terms.Add(term, id = terms.Count);
        var folded = FrenchAnalyser.Fold(word);
        entered.Add((folded, id));
        // Typed without accents, égalité loses its ending's name: « egalites » has another root than égalités.
        var rootOfFolded = FrenchStemmer.Stem(folded);
        if (rootOfFolded != folded) entered.Add((rootOfFolded, id));
        return id;
    }

    /// <summary>Sorts what was entered since; until then it is searched one by one.</summary>
    public void Settle(bool force)
    {
        if (entered.Count == 0 || !force && entered.Count < 1_000) return;
        var all = keys.Zip(keyTerms).Concat(entered.Select(e => (e.Key, e.Term))).Distinct().ToArray();
        keys = [.. all.Select(e => e.Item1)];
        keyTerms = [.. all.Select(e => e.Item2)];
        Array.Sort(keys, keyTerms, StringComparer.Ordinal);
        entered.Clear();
        entered.TrimExcess();
    }

    /// <summary>The terms of a whole word: more than one when only accents part them (côte, coté).</summary>
    public int[] TermsOf(ReadOnlySpan<char> word)
    {
        var found = new HashSet<int>();
        foreach (var asTyped in FrenchAnalyser.TermsAsTyped(word.ToString()))
            if (terms.TryGetValue(asTyped, out var term)) found.Add(term);
        var folded = FrenchAnalyser.Fold(word);
        Collect(folded, whole: true, found);
        Collect(FrenchStemmer.Stem(folded), whole: true, found);
        return Sorted(found);
    }

    public int[] TermsStartingWith(ReadOnlySpan<char> word)
    {
        var found = new HashSet<int>();
        Collect(FrenchAnalyser.Fold(word), whole: false, found);
        return Sorted(found);
    }

    void Collect(string asked, bool whole, HashSet<int> found)
    {
        var i = Array.BinarySearch(keys, asked, StringComparer.Ordinal);
        if (i < 0) i = ~i;
        while (i > 0 && keys[i - 1] == asked) i--;
        for (; i < keys.Length && Fits(keys[i]); i++) found.Add(keyTerms[i]);
        foreach (var (key, id) in entered)
            if (Fits(key)) found.Add(id);

        bool Fits(string key) => whole ? key == asked : key.StartsWith(asked, StringComparison.Ordinal);
    }

    static int[] Sorted(HashSet<int> found)
    {
        int[] sorted = [.. found];
        Array.Sort(sorted);
        return sorted;
    }
}
