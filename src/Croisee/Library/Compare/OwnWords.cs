using System.Runtime.CompilerServices;
using Croisee.Framework;

namespace Croisee.Library.Compare;

/// <summary>The words that are a sheet's own: those of its title and of its texts, without the words of the framework, which its codes say already.</summary>
public static class OwnWords
{
    const int Shortest = 4, InTitle = 4, Most = 80;
    static readonly ConditionalWeakTable<LabelBook, HashSet<string>> OfLabels = [];

    /// <summary>The most told first.</summary>
    public static IReadOnlyList<(string Word, int Times)> Of(SheetContent content, LabelBook book)
    {
        var labels = OfLabels.GetValue(book, b => Vocabularies.All.SelectMany(v => v.Terms).SelectMany(t => FrenchAnalyser.Terms(b.Label(t))).ToHashSet());
        var found = new Dictionary<string, (string Word, int Times)>();
        Read(content.Title, InTitle);
        foreach (var (_, text) in content.Account.Steps.SelectMany(s => s.FreeTexts())) if (text is not null && text != content.Title) Read(text, 1);
        return [.. found.Values.OrderByDescending(w => w.Times).Take(Most)];

        void Read(string text, int times)
        {
            foreach (var word in new FrenchWords(text))
            {
                if (word.Length < Shortest || !char.IsLetter(word[0]) || FrenchStopWords.Contains(word)) continue;
                var term = FrenchAnalyser.Term(word);
                if (labels.Contains(term)) continue;
                found[term] = found.TryGetValue(term, out var known) ? (known.Word, known.Times + times) : (word.ToString(), times);
            }
        }
    }
}
