using Croisee.Bench.Data;
using Croisee.Library;

namespace Croisee.Bench.Searching;

/// <summary>
/// The query mix P13: 40 % two words, 20 % one, 20 % a beginning being typed (2 to 6 letters), 10 % three alternatives,
/// 10 % very common words; three in ten also carry filters. Words are drawn as readers do: mostly frequent ones.
/// </summary>
public sealed class SearchMix(int seed, IReadOnlyList<string> vocabulary)
{
    readonly Random random = new(seed);
    readonly Zipf zipf = new(Math.Min(vocabulary.Count, 20_000));

    public (string Kind, SearchQuestion Question) Next()
    {
        var (kind, text) = random.Next(10) switch
        {
            < 4 => ("two", $"{Word()} {Word()} "),
            < 6 => ("one", $"{Word()} "),
            < 8 => ("prefix", Beginning()),
            8 => ("or", $"{Word()} OU {Word()} OU {Word()} "),
            _ => ("common", $"{vocabulary[random.Next(12)]} "),
        };
        return (kind, new SearchQuestion(text, Filters(), random.Next(10) switch { 0 => SearchSort.Newest, 1 => SearchSort.Title, _ => SearchSort.Relevance }));
    }

    string Word() => vocabulary[zipf.Next(random)];

    string Beginning()
    {
        var word = Word();
        return word[..Math.Min(word.Length, random.Next(2, 7))];
    }

    Dictionary<string, IReadOnlySet<string>>? Filters() => random.Next(10) switch
    {
        0 => new() { ["contexte"] = new HashSet<string> { "CONTEXTE1", "CONTEXTE3" } },
        1 => new() { ["region"] = new HashSet<string> { $"REGION{random.Next(1, 19)}" } },
        2 => new() { ["registre"] = new HashSet<string> { $"REGISTRE{random.Next(1, 8)}" }, ["annee"] = new HashSet<string> { "ANNEE1", "ANNEE2" } },
        _ => null,
    };
}
