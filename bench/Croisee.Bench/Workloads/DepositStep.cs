using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

public sealed class DepositStep : IWorkload
{
    public string Name => "deposit-step";

    public string About => "une étape de dépôt, lue puis enregistrée durablement, 8 personnes";

    public IEnumerable<Result> Run(Stage stage) => throw new BenchException("deposit-step : attend les pages de dépôt.");
}
