using Croisee.Bench.Exchange;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>
/// Every published sheet as a file over HTTP, one reader: when it starts, what it adds to the memory, and how its time grows with the library.
/// JSON Lines is counted line by line. Every format is judged, at both sizes: a file that is built in memory shows at the large one only.
/// </summary>
public sealed class Export(string name, int sheets) : IWorkload
{
    private const int Small = 100_000;
    private const double StartBarMs = 100, MemoryBarMb = 20;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public string Name => name;

    public string About => $"toutes les fiches en un fichier : {sheets.ToString("n0", Report.French)} fiches";

    public IEnumerable<Result> Run(Stage stage)
    {
        var data = stage.SeededCopy();
        var small = Taken(stage, data, Small);
        var large = sheets == Small ? small : Taken(stage, data, sheets);
        var bars = new List<Bar> { Bar.AtMost("premier octet", large.Main.FirstByteMs, StartBarMs, "ms") };
        foreach (var (format, taken) in large.All)
        {
            bars.Add(Bar.AtMost($"mémoire ajoutée, {format}", taken.AddedMb, MemoryBarMb, "Mo"));
            // As much as the count, and a tenth more: seconds are what the reader waits, the processor's time what the instance pays.
            var (before, most) = (small.All.Single(s => s.Format == format).Download, (double)sheets / Small * 1.1);
            if (sheets == Small) continue;
            bars.Add(Bar.AtMost($"durée, {sheets:n0} sur {Small:n0}, {format}", taken.Seconds / before.Seconds, most, "fois"));
            bars.Add(Bar.AtMost($"processeur, {sheets:n0} sur {Small:n0}, {format}", taken.CpuSeconds / before.CpuSeconds, most, "fois"));
        }
        yield return new Result
        {
            Workload = Name, Unit = "/s", Ours = sheets / large.Main.Seconds, CpuMsPerOp = large.Main.CpuSeconds * 1000 / sheets, Correct = large.Main.Lines == sheets && small.Main.Lines == Small, Bars = bars,
            Notes = [.. (sheets > Small ? new[] { small, large } : [small]).SelectMany(t => t.All.Select(o => Said(o.Format, t.Count, o.Download))), .. sheets > Small ? Array.Empty<string>() : ["une seule taille"]],
        };
    }

    private sealed record Measured(int Count, IReadOnlyList<(string Format, Download Download)> All)
    {
        public Download Main => All[0].Download;
    }

    private static Measured Taken(Stage stage, string data, int count)
    {
        ManySheets.Fill(data, count);
        stage.Log($"  {count:n0} fiches en place");
        using var server = stage.StartProduct(data);
        // The search reads the library behind the first page, and the first file compiles: neither is the file.
        while (Idle(server) > 0.2) { }
        Download.Take(server, "/repertoire/fichier/jsonl?q=rienneportececi");
        Download.Take(server, "/repertoire/fichier/jsonl");
        Thread.Sleep(Rest);
        return new(count, [.. new[] { "jsonl", "csv", "xlsx", "ods" }.Select(f => (f, Download.Take(server, "/repertoire/fichier/" + f)))]);
    }

    /// <summary>Share of one processor that the server used during two seconds.</summary>
    private static double Idle(ServerProcess server)
    {
        var before = server.CpuMs;
        Thread.Sleep(2000);
        return (server.CpuMs - before) / 2000;
    }

    private static string Said(string format, int count, Download taken) =>
        $"{format}, {count:n0} fiches : premier octet {taken.FirstByteMs:0} ms, {taken.Seconds:0.0} s, processeur {taken.CpuSeconds:0.0} s, {taken.Bytes / 1e6:0} Mo, mémoire +{taken.AddedMb:0.0} Mo";
}
