using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Croisee.Bench.Measure;

/// <summary>Prints results: a table for people, or one JSON object a line.</summary>
public static class Report
{
    public static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(Result result) => JsonSerializer.Serialize(result with
    {
        Ours = Math.Round(result.Ours, 3),
        Ceiling = Rounded(result.Ceiling),
        P50Ms = Rounded(result.P50Ms),
        P99Ms = Rounded(result.P99Ms),
        CpuMsPerOp = Rounded(result.CpuMsPerOp),
        StatementsPerOp = Rounded(result.StatementsPerOp),
    }, Json);

    public static void Table(IReadOnlyCollection<Result> results, TextWriter output)
    {
        output.WriteLine($"{"mesure",-18}{"la nôtre",12}{"plafond",12}{"",6}{"rapport",9}{"p50 ms",9}{"p99 ms",9}{"CPU ms/op",11}{"SQL/op",8}  exact");
        foreach (var result in results)
        {
            output.WriteLine(string.Create(French,
                $"{result.Workload,-18}{result.Ours,12:n0}{result.Ceiling,12:n0} {result.Unit,-5}{result.Ratio,9:p1}{result.P50Ms,9:0.00}{result.P99Ms,9:0.00}{result.CpuMsPerOp,11:0.000}{result.StatementsPerOp,8:0.0}  {(result.Correct ? "oui" : "NON")}"));
            foreach (var bar in result.Bars) output.WriteLine($"    {(bar.Held ? "tenu    " : "MANQUÉ  ")}{bar.Text}");
            foreach (var note in result.Notes) output.WriteLine($"    {note}");
        }
    }

    private static double? Rounded(double? figure) => figure is { } value ? Math.Round(value, 4) : null;
}
