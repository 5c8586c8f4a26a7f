using System.Text;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>The page of the twenty questions, read by eight, against the ceiling's (quality.md D.6: P6).</summary>
public sealed class SurveyRead : IWorkload
{
    private const double RateBar = 0.25, P50Bar = 1, P99Bar = 5;

    public string Name => "page-survey";

    public string About => "la page des vingt questions, 8 lecteurs";

    public IEnumerable<Result> Run(Stage stage)
    {
        var data = stage.SeededCopy();
        var code = AskedSurvey.Open(stage, data);
        using var product = stage.StartProduct(data);
        using var ceiling = stage.StartCeiling();
        var ours = PageVisitor.Crowd(Stage.Crowd, product.Port, Encoding.ASCII.GetBytes($"/repondre/{code}/questions"), "Question 20"u8.ToArray());
        var bare = PageVisitor.Crowd(Stage.Crowd, ceiling.Port, "/survey"u8.ToArray(), "Question 20"u8.ToArray());
        var comparison = new Interleaved(stage.Pace, stage.Log).Run(new Side("la nôtre", product, ours), new Side("plafond", ceiling, bare));
        var result = Result.Of(Name, comparison, correct: true, null, [$"{ours.Sum(v => v.Acknowledged):n0} pages entières, chacune avec sa dernière question"]);
        yield return result with { Bars = [Bar.AtMost("p50", result.P50Ms, P50Bar, "ms"), Bar.AtMost("p99", result.P99Ms, P99Bar, "ms"), Bar.AtLeast("rapport", result.Ratio, RateBar)] };
    }
}
