using Croisee.Bench.Exchange;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>
/// <c>croisee import experiences</c> of 10,000 sheets into a database that has some: time, memory above the import of ten, progress, all or nothing.
/// Then of 1,000 that are published as they come: each publication is a save of its own.
/// </summary>
public sealed class Import : IWorkload
{
    private const int Rows = 10_000, Few = 10, Published = 1_000;
    private const double SecondsBar = 30, MemoryBarMb = 100;

    public string Name => "import-10k";

    public string About => "import de 10 000 expériences depuis un tableau";

    public IEnumerable<Result> Run(Stage stage)
    {
        var data = stage.SeededCopy();
        var folder = stage.Folder();
        var (source, many, few, faulty) = (Path.Combine(folder, "source.csv"), Path.Combine(folder, "many.csv"), Path.Combine(folder, "few.csv"), Path.Combine(folder, "faulty.csv"));
        var exported = Verb.Run(stage.Product, data, "export", "experiences", source, "--published"); // Published ones lack no answer.
        if (exported.ExitCode != 0) throw new BenchException(exported.Said);
        ManyRows.Write(source, few, Few);
        ManyRows.Write(source, many, Rows);
        ManyRows.Write(source, faulty, Rows, fault: true);

        var before = ManySheets.Experiences(data);
        var small = Verb.Run(stage.Product, data, "import", "experiences", few);
        var refused = Verb.Run(stage.Product, data, "import", "experiences", faulty);
        var afterRefusal = ManySheets.Experiences(data);
        var taken = Verb.Run(stage.Product, data, "import", "experiences", many);
        var after = ManySheets.Experiences(data);
        var allOrNothing = refused.ExitCode == 1 && afterRefusal == before + Few && refused.Said.Contains("ligne", StringComparison.Ordinal) && refused.Said.Contains("colonne territoire_region", StringComparison.Ordinal);
        yield return new Result
        {
            Workload = Name, Unit = "s", Ours = taken.Seconds, CpuMsPerOp = taken.CpuSeconds * 1000 / Rows,
            Correct = taken.ExitCode == 0 && after == before + Few + Rows && allOrNothing && taken.Said.Contains($"écrites sur {Rows}", StringComparison.Ordinal),
            Bars = [Bar.AtMost("durée", taken.Seconds, SecondsBar, "s"), Bar.AtMost("mémoire au-dessus de l’import de 10", taken.PeakMb - small.PeakMb, MemoryBarMb, "Mo")],
            Notes =
            [
                $"processeur {taken.CpuSeconds:0.0} s ; mémoire au plus haut {taken.PeakMb:0} Mo, {small.PeakMb:0} Mo pour l’import de {Few} ({small.Seconds:0.0} s)",
                $"tableau de {new FileInfo(many).Length / 1e6:0} Mo ; une faute à la dernière ligne : rien n’entre, dit en {refused.Seconds:0.0} s",
                .. taken.ExitCode == 0 ? Array.Empty<string>() : [taken.Said[^Math.Min(800, taken.Said.Length)..]],
            ],
        };

        var published = Path.Combine(folder, "published.csv");
        ManyRows.Write(source, published, Published, published: true);
        var shown = ManySheets.Shown(data);
        var publishing = Verb.Run(stage.Product, data, "import", "experiences", published, "--publish-as-imported");
        var again = Verb.Run(stage.Product, data, "import", "experiences", "--resume");
        yield return new Result
        {
            Workload = "import-publish-1k", Unit = "s", Ours = publishing.Seconds, CpuMsPerOp = publishing.CpuSeconds * 1000 / Published,
            Correct = publishing.ExitCode == 0 && ManySheets.Shown(data) == shown + Published && publishing.Said.Contains($"publiées sur {Published}", StringComparison.Ordinal) && again.ExitCode == 0 && again.Said.Contains("Rien n’attendait", StringComparison.Ordinal),
            Notes =
            [
                $"processeur {publishing.CpuSeconds:0.0} s ; mémoire au plus haut {publishing.PeakMb:0} Mo",
                .. publishing.ExitCode == 0 ? Array.Empty<string>() : [publishing.Said[^Math.Min(800, publishing.Said.Length)..]],
            ],
        };
    }
}
