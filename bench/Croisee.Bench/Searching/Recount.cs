using Croisee.Bench.Data;
using Croisee.Library;

namespace Croisee.Bench.Searching;

/// <summary>How many sheets hold a word, by reading all of them: what the answers of the same run are held to.</summary>
static class Recount
{
    /// <summary>One in so many words of the vocabulary is recounted, from the most frequent on.</summary>
    const int Step = 97, Words = 40;

    public static bool Agrees(OurSearch search, IEnumerable<GeneratedSheet> sheets, IReadOnlyList<string> vocabulary)
    {
        var synonyms = FieldSynonyms.Lines.SelectMany(l => l.Names.Concat(l.AlsoReached)).SelectMany(FrenchAnalyser.Terms).ToHashSet();
        // Words that accents or synonyms tie to others need the index to be told; the rest can be counted by eye.
        var terms = vocabulary.Where((_, i) => i % Step == 0).Where(w => w.All(char.IsAsciiLetterLower) && !FrenchStopWords.Contains(w))
            .Select(w => (Word: w, Term: FrenchAnalyser.Term(w)))
            .Where(w => FrenchAnalyser.TermsAsTyped(w.Word).Distinct().Count() == 1 && !synonyms.Contains(w.Term) && !HasAccentedTwin(w.Word, w.Term, vocabulary))
            .Take(Words).ToList();
        var counts = terms.ToDictionary(t => t.Word, _ => 0);
        foreach (var sheet in sheets)
        {
            var held = FrenchAnalyser.Terms($"{sheet.Title} {sheet.Text}").ToHashSet();
            foreach (var (word, term) in terms)
                if (held.Contains(term)) counts[word]++;
        }
        return terms.Count > Words / 2 && counts.All(c => search.Ask(new SearchQuestion(c.Key + " ")).Total == c.Value);
    }

    static bool HasAccentedTwin(string word, string term, IReadOnlyList<string> vocabulary) => vocabulary.Any(other =>
    {
        var folded = FrenchAnalyser.Fold(other);
        return FrenchAnalyser.Term(other) != term && (folded == word || folded == term || FrenchStemmer.Stem(folded) is var root && (root == word || root == term));
    });
}
