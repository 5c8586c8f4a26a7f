using Croisee.Bench.Load;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>Resident memory: once started and left alone, then after a crowd has read pages.</summary>
public sealed class Memory : IWorkload
{
    private const double IdleBarMb = 150;
    private const double LoadedBarMb = 250;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public string Name => "memory";

    public string About => "mémoire résidente au repos, puis après une foule de lecteurs (en Mo)";

    public IEnumerable<Result> Run(Stage stage)
    {
        using var product = stage.StartProduct();
        using var ceiling = stage.StartCeiling();
        Thread.Sleep(Rest);
        var (idle, bareIdle) = (product.ResidentMb, ceiling.ResidentMb);
        yield return Of("memory", idle, bareIdle, correct: true, IdleBarMb, $"{Rest.TotalSeconds:0} s après la première page");

        var (path, mark, _) = Catalogue.Sheet.Discover(product.Port);
        var ours = Load(stage, product, PageVisitor.Crowd(Stage.Crowd, product.Port, path, mark));
        var bare = Load(stage, ceiling, PublicPage.CeilingCrowd(ceiling.Port));
        yield return Of("memory-loaded", product.ResidentMb, ceiling.ResidentMb, Clean(ours) && Clean(bare), LoadedBarMb, $"après {ours.Operations:n0} fiches lues par {Stage.Crowd} lecteurs");
    }

    private static LoadFigures Load(Stage stage, ServerProcess server, IReadOnlyList<Visitor> crowd) =>
        Window.Take(new Side("", server, crowd), [], stage.Pace.WarmUp, stage.Pace.Window).Load;

    private static bool Clean(LoadFigures load) => load is { Operations: > 0, Errors: 0, Wrong: 0 };

    private static Result Of(string name, double ours, double ceiling, bool correct, double bar, string note) => new()
    {
        Workload = name,
        Unit = "Mo",
        Ours = ours,
        Ceiling = ceiling,
        Correct = correct,
        Bars = [Bar.AtMost("mémoire", ours, bar, "Mo")],
        Notes = [note],
    };
}
