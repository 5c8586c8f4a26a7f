using Croisee.Bench.Ceiling;
using Croisee.Bench.Load;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>
/// Saving one step of a deposit, against the ceiling's submission: on both sides a page with a token, a form, a durable
/// row, and a person who comes back with her cookies.
/// </summary>
public sealed class DepositStep : IWorkload
{
    private const double RateBar = 0.15;
    private const int CountedSteps = 30;

    public string Name => "deposit-step";

    public string About => "une étape de dépôt, lue puis enregistrée durablement, 8 personnes";

    public IEnumerable<Result> Run(Stage stage)
    {
        var bareFolder = stage.Folder();
        using var product = stage.StartProduct();
        using var ceiling = Stage.StartCeiling(bareFolder, 0);
        var writers = Enumerable.Range(0, Stage.Crowd).Select(i => new DraftVisitor(product.Port, i)).ToList();
        var visitors = SurveyVisitor.Crowd(Stage.Crowd, ceiling.Port, newEachTime: false);
        var comparison = new Interleaved(stage.Pace, stage.Log).Run(new Side("la nôtre", product, writers), new Side("plafond", ceiling, visitors));

        var kept = writers.Count(w => w.LastWordsAreKept());
        var (confirmed, stored) = (visitors.Sum(v => v.Acknowledged), SurveyVisitor.RowsStored(Path.Combine(bareFolder, BareProgram.DatabaseName)));
        var result = Result.Of(Name, comparison, kept == writers.Count && confirmed == stored, CountStatements(stage),
        [
            $"{writers.Sum(w => w.Acknowledged):n0} enregistrements confirmés ; derniers mots retrouvés dans {kept} brouillons sur {writers.Count}",
            $"plafond : {confirmed:n0} dépôts confirmés, {stored:n0} lignes en base",
        ]);
        yield return result with { Bars = [Bar.AtLeast("rapport", result.Ratio, RateBar)] };
    }

    private static double? CountStatements(Stage stage)
    {
        using var product = stage.StartProduct(counting: true);
        using Visitor writer = new DraftVisitor(product.Port, Stage.Crowd);
        return Enumerable.Range(0, CountedSteps).Average(_ => writer.Act().Statements);
    }
}
