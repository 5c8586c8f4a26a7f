using System.Globalization;
using Croisee.Bench.Ceiling;
using Croisee.Bench.Measure;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench.Workloads;

/// <summary>A whole submission of the twenty questions, a new visitor each time, against the ceiling's (quality.md D.6: P1, P2, P5).</summary>
/// <param name="crowd">Visitors at a time.</param>
/// <param name="rateBar">Least share of the ceiling.</param>
/// <param name="p99Bar">Most milliseconds of the slowest of a hundred, or null.</param>
/// <param name="delayMs">Slept before each commit on both sides, as a disk that really flushes would (P3).</param>
public sealed class Submit(string name, int crowd, double rateBar, double? p99Bar, int delayMs = 0) : IWorkload
{
    private const double StatementsBar = 6;
    private const int CountedSubmissions = 30;
    /// <summary>The peer's recorded ratio to the ceiling (quality.md D.6).</summary>
    private const double PeerAtEight = 1170, PeerAtOne = 950;

    public string Name => name;

    public string About => $"vingt questions lues, envoyées, confirmées, un visiteur neuf à chaque fois, {crowd} à la fois{(delayMs > 0 ? $", {delayMs} ms avant chaque écriture" : "")}";

    public IEnumerable<Result> Run(Stage stage)
    {
        var (data, bareFolder) = (stage.SeededCopy(), stage.Folder());
        var code = AskedSurvey.Open(stage, data);
        var delay = delayMs.ToString(CultureInfo.InvariantCulture);
        using var product = stage.StartProduct(data, settings: ("CROISEE_COMMIT_DELAY", delay));
        using var ceiling = Stage.StartCeiling(bareFolder, 0, "--delay", delay);
        var ours = AnswerVisitor.Crowd(crowd, product.Port, code);
        var bare = SurveyVisitor.Crowd(crowd, ceiling.Port, newEachTime: true);
        var comparison = new Interleaved(stage.Pace, stage.Log).Run(new Side("la nôtre", product, ours), new Side("plafond", ceiling, bare));

        var (confirmed, stored) = (ours.Sum(v => v.Acknowledged), RowsOf(data, code));
        var (bareConfirmed, bareStored) = (bare.Sum(v => v.Acknowledged), SurveyVisitor.RowsStored(Path.Combine(bareFolder, BareProgram.DatabaseName)));
        var statements = CountStatements(stage);
        var result = Result.Of(name, comparison, confirmed == stored && bareConfirmed == bareStored, statements,
            [$"{confirmed:n0} envois confirmés, {stored:n0} feuilles en base ; plafond : {bareConfirmed:n0}, {bareStored:n0}"]);
        var peer = result.Ratio * (crowd == 1 ? PeerAtOne : PeerAtEight);
        List<Bar> bars = [Bar.AtLeast("rapport", result.Ratio, rateBar), Bar.AtMost("requêtes SQL", statements, StatementsBar, "")];
        if (p99Bar is { } most) bars.Add(Bar.AtMost("p99", result.P99Ms, most, "ms"));
        yield return result with { Bars = bars, Notes = [.. result.Notes, $"{peer:n0} fois le rapport enregistré de LimeSurvey au plafond"] };
    }

    private static double CountStatements(Stage stage)
    {
        var data = stage.SeededCopy();
        var code = AskedSurvey.Open(stage, data);
        using var product = stage.StartProduct(data, counting: true);
        using var visitor = new AnswerVisitor(product.Port, code, 0);
        return Enumerable.Range(0, CountedSubmissions).Average(_ => visitor.Act().Statements ?? double.NaN);
    }

    private static long RowsOf(string data, string code)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "croisee.db")};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM answer_sheets WHERE survey_id = (SELECT survey_id FROM survey_places WHERE code = $code)";
        count.Parameters.AddWithValue("$code", code);
        return (long)count.ExecuteScalar()!;
    }
}
