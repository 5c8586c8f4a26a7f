using System.Text.Json.Serialization;

namespace Croisee.Bench.Measure;

/// <summary>One line of the report. The JSON names are those that issue 2 section 1 fixes; a figure that has no meaning for a workload is null.</summary>
public sealed record Result
{
    [JsonPropertyName("workload")] public required string Workload { get; init; }

    /// <summary>Operations a second; milliseconds for `start`, MB for `memory`.</summary>
    [JsonPropertyName("ours")] public required double Ours { get; init; }

    [JsonPropertyName("ceiling")] public double? Ceiling { get; init; }

    [JsonPropertyName("ratio")] public double? Ratio => Ceiling is > 0 ? Math.Round(Ours / Ceiling.Value, 4) : null;

    [JsonPropertyName("p50_ms")] public double? P50Ms { get; init; }

    [JsonPropertyName("p99_ms")] public double? P99Ms { get; init; }

    [JsonPropertyName("cpu_ms_per_op")] public double? CpuMsPerOp { get; init; }

    [JsonPropertyName("statements_per_op")] public double? StatementsPerOp { get; init; }

    /// <summary>What was promised was found again in the same run: a figure without it does not count.</summary>
    [JsonPropertyName("correct")] public required bool Correct { get; init; }

    /// <summary>Of `disclosure` alone: successes of the attacker with every rule on.</summary>
    [JsonPropertyName("breaches"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Breaches { get; init; }

    /// <summary>Of `disclosure` alone: by rule taken away, the share of runs in which the attacker found something.</summary>
    [JsonPropertyName("rules_off_found"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyDictionary<string, double>? RulesOffFound { get; init; }

    [JsonIgnore] public string Unit { get; init; } = "op/s";

    [JsonIgnore] public IReadOnlyList<Bar> Bars { get; init; } = [];

    /// <summary>What the reader must know to judge the figure: the ceiling's own latency, a disturbed machine, what was recounted.</summary>
    [JsonIgnore] public IReadOnlyList<string> Notes { get; init; } = [];

    public static Result Of(string workload, Comparison comparison, bool correct, double? statements, IEnumerable<string> notes) => new()
    {
        Workload = workload,
        Ours = comparison.OursRate,
        Ceiling = comparison.CeilingRate,
        P50Ms = comparison.Ours.Select(w => w.P50Ms).Median(),
        P99Ms = comparison.Ours.Select(w => w.P99Ms).Median(),
        CpuMsPerOp = comparison.Ours.Select(w => w.CpuMsPerOperation).Median(),
        StatementsPerOp = statements,
        Correct = correct && comparison.WithoutFault,
        Notes = [.. notes, CeilingNote(comparison), QuietNote(comparison)],
    };

    private static string CeilingNote(Comparison comparison) =>
        $"plafond : p50 {comparison.Ceiling.Select(w => w.P50Ms).Median():0.00} ms, p99 {comparison.Ceiling.Select(w => w.P99Ms).Median():0.00} ms, "
        + $"{comparison.Ceiling.Select(w => w.CpuMsPerOperation).Median():0.000} ms CPU/op";

    private static string QuietNote(Comparison comparison)
    {
        var windows = comparison.Ours.Concat(comparison.Ceiling).ToList();
        return $"machine {(comparison.Quiet ? "calme" : "OCCUPÉE : chiffres à reprendre")} : autres {windows.Select(w => w.OthersShare).Median():p0} "
            + $"(au plus {windows.Max(w => w.OthersShare):p0}), client {windows.Select(w => w.ClientShare).Median():p0} de la machine";
    }
}

/// <summary>A bar of the issue, and whether the figure clears it.</summary>
public sealed record Bar(string Text, bool Held)
{
    public static Bar AtLeast(string what, double? figure, double bar, string format = "p0") =>
        new($"{what} ≥ {bar.ToString(format, Report.French)}", figure >= bar);

    public static Bar AtMost(string what, double? figure, double bar, string unit) => new($"{what} ≤ {bar.ToString(Report.French)} {unit}", figure <= bar);
}
