using Croisee.Bench.Data;
using Croisee.Bench.Measure;
using Croisee.Bench.Searching;
using Croisee.Library;

namespace Croisee.Bench.Workloads;

/// <summary>
/// Facet counts, heat maps, the analysis of brakes and levers, and near sheets, one reader; in turn on a tenth of the library, so that growth is
/// seen in the same run. Asked in this process: it is the counting that is measured, not the page around it.
/// </summary>
public sealed class Facets(string name, int sheets) : IWorkload
{
    private const int Seed = 20_270_401, Tenth = 10, WordsEach = 60, Sampled = 200;
    private const double P99Bar = 30, GrowthBar = 1.3;

    public string Name => name;

    public string About => $"les facettes, les cartes et les fiches proches dans {sheets.ToString("n0", Report.French)} fiches, et ce que coûte dix fois plus";

    public IEnumerable<Result> Run(Stage stage)
    {
        var vocabulary = new GeneratedSheets(Seed, WordsEach).Vocabulary;
        var some = Sheets(Sampled).ToList();
        using var large = new OurSearch(stage.Folder(), Sheets(sheets), new SearchMix(Seed, vocabulary));
        using var small = new OurSearch(stage.Folder(), Sheets(sheets / Tenth), new SearchMix(Seed, vocabulary));
        large.CatchUp();
        small.CatchUp();
        var (mixOfLarge, mixOfSmall) = (new FacetMix(Seed + 1, vocabulary, some), new FacetMix(Seed + 1, vocabulary, some));
        var (much, little) = (new QueryTimes(), new QueryTimes());
        var firstTimes = new QueryTimes();
        firstTimes.Fill(stage.Pace.FirstWarmUp, () => mixOfLarge.Ask(large));
        new QueryTimes().Fill(stage.Pace.FirstWarmUp, () => mixOfSmall.Ask(small));
        for (var pair = 0; pair < stage.Pace.Pairs; pair++)
        {
            much.Fill(stage.Pace.Window, () => mixOfLarge.Ask(large));
            little.Fill(stage.Pace.Window, () => mixOfSmall.Ask(small));
        }
        yield return new Result
        {
            Workload = Name,
            Ours = much.Rate,
            P50Ms = much.Ms(0.5),
            P99Ms = much.Ms(0.99),
            CpuMsPerOp = much.CpuMs,
            StatementsPerOp = 1,
            Correct = Agrees(large, vocabulary[3]),
            Bars =
            [
                Bar.AtMost("p99", much.Ms(0.99), P99Bar, "ms"),
                Bar.AtMost($"dix fois plus de fiches, médiane du mélange × {much.Ms(0.5) / little.Ms(0.5):0.00}", much.Ms(0.5) / little.Ms(0.5), GrowthBar, "fois"),
            ],
            Notes =
            [
                $"le même mélange sur {(sheets / Tenth).ToString("n0", Report.French)} fiches : p50 {little.Ms(0.5):0.00} ms, p99 {little.Ms(0.99):0.00} ms",
                .. firstTimes.Kinds.Where(k => k.EndsWith(FacetMix.FirstTime, StringComparison.Ordinal)).Select(kind => $"{kind} : p50 {firstTimes.Ms(0.5, kind):0.00} ms (échauffement compris)"),
                .. much.Kinds.Select(kind => $"{kind} : p50 {much.Ms(0.5, kind):0.00} ms, p99 {much.Ms(0.99, kind):0.00} ms ; un dixième des fiches : p50 {little.Ms(0.5, kind):0.00} ms, × {much.Ms(0.5, kind) / little.Ms(0.5, kind):0.0}"),
            ],
        };
    }

    private IEnumerable<GeneratedSheet> Sheets(int count) => new GeneratedSheets(Seed, WordsEach, wholeFramework: true).Take(count);

    /// <summary>Three maps counted again by reading every sheet: of the whole library, of a choice, of a word.</summary>
    private bool Agrees(OurSearch search, string word)
    {
        var term = FrenchAnalyser.Term(word);
        var choice = new Dictionary<string, IReadOnlySet<string>> { ["region"] = new HashSet<string> { "REGION2" } };
        (SearchQuestion Question, Func<GeneratedSheet, bool> Holds)[] asked =
        [
            (new SearchQuestion(), _ => true), (new SearchQuestion(Filters: choice), s => s.Codes.Contains(("region", "REGION2"))),
            (new SearchQuestion(word + " "), s => FrenchAnalyser.Terms($"{s.Title} {s.Text}").Contains(term)),
        ];
        var counts = asked.Select(_ => new Dictionary<(string, string), int>()).ToList();
        foreach (var sheet in Sheets(sheets))
            for (var i = 0; i < asked.Length; i++)
                if (asked[i].Holds(sheet))
                    foreach (var brake in sheet.Codes.Where(c => c.Field == "frein"))
                        foreach (var lever in sheet.Codes.Where(c => c.Field == "levier"))
                            counts[i][(brake.Code, lever.Code)] = counts[i].GetValueOrDefault((brake.Code, lever.Code)) + 1;
        return asked.Select((a, i) => search.Cross(a.Question, "frein", "levier").Counts is var found && found.Count == counts[i].Count && found.All(f => counts[i][f.Key] == f.Value)).All(same => same);
    }
}
