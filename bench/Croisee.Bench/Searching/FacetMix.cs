using Croisee.Bench.Data;
using Croisee.Library;

namespace Croisee.Bench.Searching;

/// <summary>
/// What readers of facets and maps ask: a third of lists with all their counts, half of maps and analyses, the rest of sheets near one another;
/// over the whole library, narrowed by choices, or by a word.
/// </summary>
public sealed class FacetMix(int seed, IReadOnlyList<string> vocabulary, IReadOnlyList<GeneratedSheet> some)
{
    static readonly (string Rows, string Columns)[] Maps = [("contexte", "registre"), ("degre", "secteur"), ("public", "region"), ("activite", "niveau"), ("frein", "contexte"), ("levier", "degre"), ("case", "niveau")];
    static readonly IReadOnlySet<string> AllBrakes = Enumerable.Range(1, 17).Select(n => $"FREIN{n}").ToHashSet(), AllLevers = Enumerable.Range(1, 15).Select(n => $"LEVIER{n}").ToHashSet();

    readonly Random random = new(seed);
    readonly Zipf zipf = new(Math.Min(vocabulary.Count, 20_000));

    readonly HashSet<string> asked = [];

    /// <summary>The next question, asked; its class, and whether it was asked for the first time: answers to choices are kept.</summary>
    internal string Ask(OurSearch search)
    {
        var (rows, columns) = Maps[random.Next(Maps.Length)];
        switch (random.Next(12))
        {
            case 0 or 1: search.Ask(new SearchQuestion()); return First("facettes, tout");
            case 2: var choices = Choices(); search.Ask(new SearchQuestion(Filters: choices)); return First("facettes, choix", choices);
            case 3: search.Ask(new SearchQuestion(Word())); return "facettes, mot";
            case 4 or 5 or 6: search.Cross(new SearchQuestion(), rows, columns); return First("carte, tout", rows);
            case 7: choices = Choices(); search.Cross(new SearchQuestion(Filters: choices), rows, columns); return First("carte, choix", choices, rows);
            case 8: search.Cross(new SearchQuestion(Word()), rows, columns); return "carte, mot";
            case 9:
                search.Cross(new SearchQuestion(), "frein", "levier");
                search.Cross(new SearchQuestion(Filters: new Dictionary<string, IReadOnlySet<string>> { ["frein"] = AllBrakes, ["levier"] = AllLevers }), "frein", "levier");
                return First("freins et leviers");
            default:
                var sheet = some[random.Next(some.Count)];
                search.Near(new NearQuestion(Guid.Empty, sheet.Codes, [.. sheet.Text.Split(' ').Where(w => w.Length > 3).Select(w => w.Trim('.').ToLowerInvariant()).Distinct().Take(80).Select(w => (w, 1))]));
                return First("proches", sheet.Title + sheet.Text);
        }
    }

    string First(string kind, Dictionary<string, IReadOnlySet<string>> choices, string map = "") => First(kind, map + string.Concat(choices.SelectMany(c => c.Value)));

    string First(string kind, string what = "") => asked.Add(kind + what) ? kind + FirstTime : kind;

    /// <summary>Ends the name of a class asked for the first time.</summary>
    public const string FirstTime = ", première fois";

    string Word() => vocabulary[zipf.Next(random)] + " ";

    Dictionary<string, IReadOnlySet<string>> Choices() => random.Next(2) == 0
        ? new() { ["region"] = new HashSet<string> { $"REGION{random.Next(1, 19)}" } }
        : new() { ["contexte"] = new HashSet<string> { "CONTEXTE1", "CONTEXTE3" }, ["degre"] = new HashSet<string> { $"DEGRE{random.Next(1, 6)}" } };
}
