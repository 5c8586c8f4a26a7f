using System.Diagnostics;
using Croisee.Bench.Data;
using Croisee.Bench.Measure;
using Croisee.Bench.Searching;

namespace Croisee.Bench.Workloads;

/// <summary>
/// Search over generated sheets with totals and facet counts, one reader, the mix P13; in turn with plain FTS5 on the
/// same sheets. Both are asked in this process: it is the search that is measured, not the page around it.
/// </summary>
/// <param name="times">The bar against plain FTS5 on very common words and on beginnings.</param>
/// <param name="onPostgres">The sheets lie on PostgreSQL; what stands beside is FTS5 all the same.</param>
public sealed class Search(string name, int sheets, int wordsEach, double p99Bar, double times, bool onPostgres = false) : IWorkload
{
    private const int Seed = 20_270_315;
    private const double P50Bar = 5;

    public string Name => name;

    public string About => $"la recherche dans {sheets.ToString("n0", Report.French)} fiches produites pour l’essai{(onPostgres ? ", sur PostgreSQL" : "")}";

    public IEnumerable<Result> Run(Stage stage)
    {
        var vocabulary = new GeneratedSheets(Seed, wordsEach).Vocabulary;
        using var ours = new OurSearch(stage.Folder(), Sheets(), new SearchMix(Seed + 1, vocabulary), onPostgres ? BenchPostgres.NewDatabase("croisee_recherche", Name) : null);
        using var plain = new PlainSearch(stage.Folder(), Sheets(), new SearchMix(Seed + 1, vocabulary));
        var reading = Stopwatch.StartNew();
        ours.CatchUp();
        reading.Stop();

        var (our, their) = (new QueryTimes(), new QueryTimes());
        new QueryTimes().Fill(stage.Pace.FirstWarmUp, ours.Ask);
        new QueryTimes().Fill(stage.Pace.WarmUp, plain.Ask);
        for (var pair = 0; pair < stage.Pace.Pairs; pair++)
        {
            our.Fill(stage.Pace.Window, ours.Ask);
            their.Fill(stage.Pace.Window, plain.Ask);
        }
        yield return new Result
        {
            Workload = Name,
            Ours = our.Rate,
            Ceiling = their.Rate,
            P50Ms = our.Ms(0.5),
            P99Ms = our.Ms(0.99),
            CpuMsPerOp = our.CpuMs,
            StatementsPerOp = 1,
            Correct = Recount.Agrees(ours, Sheets(), vocabulary),
            Bars =
            [
                Bar.AtMost("p50", our.Ms(0.5), P50Bar, "ms"), Bar.AtMost("p99", our.Ms(0.99), p99Bar, "ms"),
                Faster("mots très courants", "common", our, their), Faster("mots commencés", "prefix", our, their),
            ],
            Notes =
            [
                "le plafond est ici FTS5 seul : vingt premières fiches, sans total ni facettes",
                $"lecture de la bibliothèque au lancement : {reading.Elapsed.TotalSeconds:0.0} s",
                .. our.Kinds.Select(kind => $"{kind} : p50 {our.Ms(0.5, kind):0.00} ms, p99 {our.Ms(0.99, kind):0.00} ms ; FTS5 {their.Ms(0.5, kind):0.00} et {their.Ms(0.99, kind):0.00} ms"),
            ],
        };
    }

    private IEnumerable<GeneratedSheet> Sheets() => new GeneratedSheets(Seed, wordsEach).Take(sheets);

    private Bar Faster(string what, string kind, QueryTimes our, QueryTimes their) =>
        Bar.AtLeast($"{what} : FTS5 / nous", their.Ms(0.5, kind) / our.Ms(0.5, kind), times, "0.#");
}
