using Croisee.Bench.Data;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>
/// The results page of the twenty questions with 100,000 sheets behind it, nothing of it kept by HTTP: each reader asks under an address of their own
/// (quality.md D.6: P7). The publication that makes it possible is timed apart and told.
/// </summary>
public sealed class SurveyStatistics : IWorkload
{
    private const int Sheets = 100_000;
    private const double P99Bar = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Name => "statistics-100k";

    public string About => "les résultats d’une enquête de 100 000 feuilles, sans mémoire HTTP, 8 lecteurs";

    public IEnumerable<Result> Run(Stage stage)
    {
        var data = stage.SeededCopy();
        var code = AskedSurvey.Open(stage, data);
        ManyAnswers.Fill(data, code, Sheets, counted: false, ManyAnswers.Shown);
        using var product = stage.StartProduct(data);
        using var ceiling = stage.StartCeiling();
        var since = System.Diagnostics.Stopwatch.StartNew();
        WaitForFigures(product.Port, code);
        var published = since.Elapsed;
        var readers = Enumerable.Range(0, Stage.Crowd).Select(i => new StatisticsVisitor(product.Port, code, i)).ToList();
        var bare = PageVisitor.Crowd(Stage.Crowd, ceiling.Port, "/survey"u8.ToArray(), "Question 20"u8.ToArray());
        var comparison = new Interleaved(stage.Pace, stage.Log).Run(new Side("la nôtre", product, readers), new Side("plafond", ceiling, bare));
        var result = Result.Of(Name, comparison, correct: true, null,
            [$"{readers.Sum(v => v.Acknowledged):n0} pages avec les vingt questions ; chiffres publiés {published.TotalSeconds:n0} s après le démarrage"]);
        yield return result with { Bars = [Bar.AtMost("p99", result.P99Ms, P99Bar, "ms")] };
    }

    internal static void WaitForFigures(int port, string code)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        for (var n = 0; ; n++)
        {
            using var reader = new StatisticsVisitor(port, code, -1 - n);
            if (reader.Act().Correct) return;
            if (since.Elapsed > Patience) throw new BenchException("Les résultats ne sont pas publiés.");
            Thread.Sleep(500);
        }
    }
}
