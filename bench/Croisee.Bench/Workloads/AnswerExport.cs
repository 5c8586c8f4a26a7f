using Croisee.Bench.Data;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>The raw answers of the twenty questions as CSV from the safe room, one analyst: when the file starts, how long it lasts, what it adds to the memory, how its time grows (quality.md D.6: P11, P12).</summary>
public sealed class AnswerExport(string name, int sheets) : IWorkload
{
    private const int Small = 100_000;
    /// <summary>The mark of the file, then the line of heads.</summary>
    private const int HeadLines = 2, WarmUps = 3, Times = 5;
    private const double StartBarMs = 100, AllBarSeconds = 1, MemoryBarMb = 20, GrowthBar = 11;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public string Name => name;

    public string About => $"les réponses brutes d’une enquête en CSV, depuis la salle sûre : {sheets.ToString("n0", Report.French)} feuilles de vingt questions";

    public IEnumerable<Result> Run(Stage stage)
    {
        var small = Taken(stage, Small);
        var large = sheets == Small ? small : Taken(stage, sheets);
        List<Bar> bars = [Bar.AtMost("premier octet", small.First, StartBarMs, "ms"), Bar.AtMost("fichier de 100 000 feuilles", small.Seconds, AllBarSeconds, "s"), Bar.AtMost("mémoire ajoutée", large.AddedMb, MemoryBarMb, "Mo")];
        if (sheets > Small) bars.Add(Bar.AtMost($"durée, {sheets:n0} sur {Small:n0}", large.Seconds / small.Seconds, GrowthBar, "fois"));
        yield return new Result
        {
            Workload = Name, Unit = "/s", Ours = sheets / large.Seconds, CpuMsPerOp = large.CpuSeconds * 1000 / sheets, Correct = small.Whole && large.Whole, Bars = bars,
            Notes = [.. (sheets > Small ? new[] { small, large } : [small]).Select(t => t.Said), sheets > Small ? $"{large.Seconds / small.Seconds:0.00} fois la durée, {large.CpuSeconds / small.CpuSeconds:0.00} fois le processeur" : "une seule taille"],
        };
    }

    private sealed record Measured(int Count, double First, double Seconds, double CpuSeconds, double AddedMb, bool Whole, string Said);

    private static Measured Taken(Stage stage, int count)
    {
        var data = stage.SeededCopy();
        var code = AskedSurvey.Open(stage, data);
        ManyAnswers.Fill(data, code, count, counted: true, ManyAnswers.Whole);
        var reference = AnalystVisitor.Declare(data, code);
        stage.Log($"  {count:n0} feuilles en place");
        using var server = stage.StartProduct(data);
        using var analyst = new AnalystVisitor(server, reference).Enter();
        // The first files compile, and what runs often compiles twice: they are not the file.
        for (var i = 0; i < WarmUps; i++) analyst.TakeAnswers();
        Thread.Sleep(Rest);
        var others = Machine.BusyMs();
        var since = TimeProvider.System.GetTimestamp();
        var (mine, server0) = (Machine.CpuMs(Environment.ProcessId), server.CpuMs);
        var taken = Enumerable.Range(0, Times).Select(_ => analyst.TakeAnswers()).ToList();
        var elapsed = TimeProvider.System.GetElapsedTime(since).TotalMilliseconds * Machine.Processors;
        var share = Math.Max(0, Machine.BusyMs() - others - (Machine.CpuMs(Environment.ProcessId) - mine) - (server.CpuMs - server0)) / elapsed;
        var (first, seconds, cpu) = (taken.Select(t => t.FirstByteMs).Median(), taken.Select(t => t.Seconds).Median(), taken.Select(t => t.CpuSeconds).Median());
        return new(count, first, seconds, cpu, taken.Max(t => t.AddedMb), taken.All(t => t.Lines == count + HeadLines),
            $"{count:n0} feuilles, {Times} fois : premier octet {first:0} ms (au plus {taken.Max(t => t.FirstByteMs):0}), {seconds:0.00} s (de {taken.Min(t => t.Seconds):0.00} à {taken.Max(t => t.Seconds):0.00}), processeur {cpu:0.00} s, {taken[0].Bytes / 1e6:0.0} Mo, mémoire au plus +{taken.Max(t => t.AddedMb):0.0} Mo ; autres tâches {share:p0} de la machine");
    }
}
