using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>Search over 50,000 generated sheets.</summary>
public sealed class Search : IWorkload
{
    public string Name => "search-50k";

    public string About => "la recherche dans 50 000 fiches produites pour l’essai";

    public IEnumerable<Result> Run(Stage stage) => throw new BenchException("search-50k : attend le générateur de fiches et leur chargement.");
}
