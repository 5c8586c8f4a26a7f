using System.Text;

namespace Croisee.Bench.Data;

/// <summary>A generated sheet: title, words, codes by field, day.</summary>
public sealed record GeneratedSheet(string Title, string Text, List<(string Field, string Code)> Codes, DateOnly PublishedOn);

/// <summary>
/// French-looking sheets with a skewed vocabulary of about 60,000 words: the forms of <see cref="GeneratedWords"/>
/// are the frequent ones, names built of syllables the long tail. The same seed gives the same sheets.
/// </summary>
/// <param name="wholeFramework">Also brakes, levers, cells, activities, pathways and space: what maps and analyses cross.</param>
public sealed class GeneratedSheets(int seed, int wordsEach = 150, int vocabulary = 60_000, bool wholeFramework = false)
{
    static readonly (string Field, int Codes, int Most)[] Fields =
    [
        ("organisation", 5, 1), ("secteur", 9, 2), ("contexte", 8, 3), ("registre", 7, 3), ("degre", 5, 1), ("niveau", 3, 2),
        ("public", 13, 3), ("region", 18, 1), ("annee", 10, 1), ("remarquable", 2, 1),
    ];

    static readonly (string Field, int Codes, int Most)[] More = [("frein", 17, 3), ("levier", 15, 3), ("case", 15, 3), ("activite", 14, 3), ("parcours", 12, 2), ("espace", 3, 1), ("complete", 1, 1)];

    readonly Random random = new(seed);
    readonly Zipf zipf = new(vocabulary);

    /// <summary>From the most frequent to the rarest.</summary>
    public IReadOnlyList<string> Vocabulary { get; } = VocabularyOf(vocabulary);

    static string[] VocabularyOf(int size)
    {
        // Not the list's own order: one seed for all, so that a query mix can name words by rank.
        var shuffle = new Random(1);
        var words = GeneratedWords.Forms.ToArray();
        shuffle.Shuffle(words);
        var seen = words.ToHashSet();
        var all = words.ToList();
        while (all.Count < size)
            if (Name(shuffle) is var name && seen.Add(name)) all.Add(name);
        return [.. all.Take(size)];
    }

    static string Name(Random random)
    {
        string[] starts = ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "ch", "br", "cr", "pr", "tr", "gr", "pl", "qu"];
        string[] middles = ["a", "e", "i", "o", "u", "é", "ai", "an", "en", "in", "on", "ou", "eau", "oi"];
        string[] ends = ["", "", "", "s", "t", "r", "l", "n", "x", "c", "ville", "court", "ac", "ec", "ard", "eau"];
        var name = new StringBuilder();
        for (var i = random.Next(1, 4); i >= 0; i--) name.Append(starts[random.Next(starts.Length)]).Append(middles[random.Next(middles.Length)]);
        return name.Append(ends[random.Next(ends.Length)]).ToString();
    }

    public IEnumerable<GeneratedSheet> Take(int count)
    {
        for (var i = 0; i < count; i++)
            yield return new GeneratedSheet(Sentence(random.Next(4, 10)), Text(), Codes(), new DateOnly(2016, 1, 1).AddDays(random.Next(3_650)));
    }

    string Text()
    {
        var text = new StringBuilder();
        for (var left = random.Next(wordsEach / 2, wordsEach * 3 / 2); left > 0;)
        {
            var length = Math.Min(left, random.Next(6, 22));
            text.Append(Sentence(length)).Append(". ");
            left -= length;
        }
        return text.ToString();
    }

    string Sentence(int words)
    {
        var sentence = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            if (random.Next(100) < 40)
            {
                var little = GeneratedWords.Little[random.Next(GeneratedWords.Little.Length)];
                sentence.Append(little).Append(little[^1] == '’' ? "" : " ");
            }
            sentence.Append(Vocabulary[zipf.Next(random)]).Append(' ');
        }
        sentence.Length--;
        sentence[0] = char.ToUpperInvariant(sentence[0]);
        return sentence.ToString();
    }

    List<(string, string)> Codes()
    {
        var codes = new List<(string, string)>();
        foreach (var (field, count, most) in wholeFramework ? [.. Fields, .. More] : Fields)
            for (var i = random.Next(1, most + 1); i > 0; i--)
            {
                // Squared: low codes are the common ones.
                var code = (field, $"{field.ToUpperInvariant()}{(int)(Math.Pow(random.NextDouble(), 2) * count) + 1}");
                if (!codes.Contains(code)) codes.Add(code);
            }
        return codes;
    }
}

/// <summary>Draws ranks 0, 1, 2 … with odds 1, 1/2, 1/3 …, flattened at the top as content words are.</summary>
public sealed class Zipf
{
    readonly double[] sums;

    public Zipf(int ranks)
    {
        sums = new double[ranks];
        var sum = 0.0;
        for (var i = 0; i < ranks; i++) sums[i] = sum += 1.0 / (i + 8);
    }

    public int Next(Random random)
    {
        var found = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        return found < 0 ? ~found : found;
    }
}
