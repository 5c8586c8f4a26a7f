using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

public interface IWorkload
{
    /// <summary>The name on the command line and in the report.</summary>
    string Name { get; }

    /// <summary>One sentence in French for the help.</summary>
    string About { get; }

    IEnumerable<Result> Run(Stage stage);
}
