using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>
/// From the start of the process to its first page, on data that exist already; the files are in the system's cache, the
/// process is new each time.
/// </summary>
public sealed class StartUp : IWorkload
{
    private const int Times = 5;
    private const double BarMs = 2000;

    public string Name => "start";

    public string About => "du lancement à la première page (médiane de 5, en millisecondes)";

    public IEnumerable<Result> Run(Stage stage)
    {
        var (data, bare) = (stage.SeededCopy(), stage.Folder());
        var (ours, ceiling) = (new List<double>(), new List<double>());
        for (var i = 0; i < Times; i++)
        {
            using (var product = stage.StartProduct(data)) ours.Add(product.ReadyAfter.TotalMilliseconds);
            using (var program = Stage.StartCeiling(bare, 0)) ceiling.Add(program.ReadyAfter.TotalMilliseconds);
        }
        yield return new Result
        {
            Workload = Name,
            Unit = "ms",
            Ours = ours.Median(),
            Ceiling = ceiling.Median(),
            Correct = true, // a server that never answers 200 is an exception, not a figure
            Bars = [Bar.AtMost("première page", ours.Median(), BarMs, "ms")],
            Notes = [$"de {ours.Min():n0} à {ours.Max():n0} ms ; plafond de {ceiling.Min():n0} à {ceiling.Max():n0} ms"],
        };
    }
}
