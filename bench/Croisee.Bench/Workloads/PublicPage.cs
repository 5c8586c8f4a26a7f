using System.Text;
using Croisee.Bench.Ceiling;
using Croisee.Bench.Load;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>A public page of the product against the ceiling's twelve rows, eight readers at a time.</summary>
/// <param name="list">The page whose first link of the wanted kind is followed.</param>
/// <param name="prefix">How the wanted link begins.</param>
public sealed class PublicPage(string name, string about, string list, string prefix) : IWorkload
{
    private const int CountedReads = 50;
    private const double RateBar = 0.25;
    private const double P99BarMs = 5;

    public string Name => name;

    public string About => about;

    public IEnumerable<Result> Run(Stage stage)
    {
        using var product = stage.StartProduct();
        using var ceiling = stage.StartCeiling();
        var (path, mark, length) = Discover(product.Port);
        var ours = new Side("la nôtre", product, PageVisitor.Crowd(Stage.Crowd, product.Port, path, mark));
        var bare = new Side("plafond", ceiling, CeilingCrowd(ceiling.Port));
        var comparison = new Interleaved(stage.Pace, stage.Log).Run(ours, bare);
        var result = Result.Of(name, comparison, correct: true, CountStatements(stage),
            [$"{Encoding.UTF8.GetString(path)} : {length:n0} octets, {ours.Visitors.Sum(v => v.Acknowledged):n0} pages entières, chacune avec son titre"]);
        yield return result with
        {
            Bars = [Bar.AtMost("p99", result.P99Ms, P99BarMs, "ms"), Bar.AtLeast("rapport", result.Ratio, RateBar)],
        };
    }

    public static IReadOnlyList<Visitor> CeilingCrowd(int port) =>
        PageVisitor.Crowd(Stage.Crowd, port, "/rows"u8.ToArray(), Encoding.UTF8.GetBytes(RowsPage.LastRowMark));

    /// <summary>The first page of the wanted kind, and its main heading, by which it is recognised afterwards.</summary>
    public (byte[] Path, byte[] Mark, int Length) Discover(int port)
    {
        using var connection = new HttpConnection(port);
        var page = connection.Get(Encoding.ASCII.GetBytes(list));
        if (page.Status != 200) throw new BenchException($"{list} répond {page.Status}.");
        var path = Links.First(page.Body, Encoding.ASCII.GetBytes(prefix)).ToArray();
        if (path.Length == 0) throw new BenchException($"{list} ne mène à aucune page {prefix}…");
        var target = connection.Get(path);
        if (target.Status != 200) throw new BenchException($"{Encoding.UTF8.GetString(path)} répond {target.Status}.");
        return (path, Links.Heading(target.Body).ToArray(), target.Body.Length);
    }

    private double? CountStatements(Stage stage)
    {
        using var product = stage.StartProduct(counting: true);
        var (path, mark, _) = Discover(product.Port);
        using var reader = new PageVisitor(product.Port, path, mark);
        return Enumerable.Range(0, CountedReads).Average(_ => reader.Act().Statements);
    }
}
