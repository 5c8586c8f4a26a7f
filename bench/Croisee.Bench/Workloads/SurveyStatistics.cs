using System.Globalization;
using System.Text;
using Croisee.Bench.Measure;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench.Workloads;

/// <summary>
/// The results page of the twenty questions with 100,000 sheets behind it, nothing of it kept by HTTP: each reader asks under an address of their own
/// (quality.md D.6: P7). The publication that makes it possible is timed apart and told.
/// </summary>
public sealed class SurveyStatistics : IWorkload
{
    private const int Sheets = 100_000;
    private const double P99Bar = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Name => "statistics-100k";

    public string About => "les résultats d’une enquête de 100 000 feuilles, sans mémoire HTTP, 8 lecteurs";

    public IEnumerable<Result> Run(Stage stage)
    {
        var data = stage.SeededCopy();
        var code = AskedSurvey.Open(stage, data);
        Fill(Path.Combine(data, "croisee.db"), code);
        using var product = stage.StartProduct(data);
        using var ceiling = stage.StartCeiling();
        var since = System.Diagnostics.Stopwatch.StartNew();
        WaitForFigures(product.Port, code);
        var published = since.Elapsed;
        var readers = Enumerable.Range(0, Stage.Crowd).Select(i => new StatisticsVisitor(product.Port, code, i)).ToList();
        var bare = PageVisitor.Crowd(Stage.Crowd, ceiling.Port, "/survey"u8.ToArray(), "Question 20"u8.ToArray());
        var comparison = new Interleaved(stage.Pace, stage.Log).Run(new Side("la nôtre", product, readers), new Side("plafond", ceiling, bare));
        var result = Result.Of(Name, comparison, correct: true, null,
            [$"{readers.Sum(v => v.Acknowledged):n0} pages avec les vingt questions ; chiffres publiés {published.TotalSeconds:n0} s après le démarrage"]);
        yield return result with { Bars = [Bar.AtMost("p99", result.P99Ms, P99Bar, "ms")] };
    }

    /// <summary>Sheets as people's answers leave them: skewed by question, one in ten of each passed, ids at random.</summary>
    private static void Fill(string database, string code)
    {
#pragma warning disable CA5394 // Generated answers protect nothing.
        var chance = new Random(20261126);
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO answer_sheets (survey_id, id, place_id, revision_number, day, channel, mode, answers, counted) SELECT survey_id, $id, id, 1, $day, 'CAN_CODE', 'seul', $answers, 0 FROM survey_places WHERE code = $code";
        var (id, day, answers) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$day", SqliteType.Text), insert.Parameters.Add("$answers", SqliteType.Text));
        insert.Parameters.AddWithValue("$code", code);
        day.Value = TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var bytes = new byte[16];
        for (var i = 0; i < Sheets; i++)
        {
            chance.NextBytes(bytes);
            id.Value = new Guid(bytes).ToString().ToUpperInvariant();
            var text = new StringBuilder($"{{\"q1\":[\"R{1 + chance.Next(10)}\"]");
            for (var q = 4; q < 19; q++) if (chance.Next(10) > 0) text.Append(CultureInfo.InvariantCulture, $",\"q{q}\":[\"ACC5_{1 + Math.Min(4, chance.Next(3 + (q % 4)))}\"]");
            answers.Value = text.Append('}').ToString();
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
#pragma warning restore CA5394
    }

    private static void WaitForFigures(int port, string code)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        for (var n = 0; ; n++)
        {
            using var reader = new StatisticsVisitor(port, code, -1 - n);
            if (reader.Act().Correct) return;
            if (since.Elapsed > Patience) throw new BenchException("Les résultats ne sont pas publiés.");
            Thread.Sleep(500);
        }
    }
}
