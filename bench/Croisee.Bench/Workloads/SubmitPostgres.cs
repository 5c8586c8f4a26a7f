using Croisee.Bench.Measure;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Croisee.Bench.Workloads;

/// <summary>
/// A whole submission of the twenty questions, eight visitors, on PostgreSQL and on SQLite in turn (quality.md D.6: P4, at least half of P1). bin/bench starts the server, durable,
/// and says where it is; what stands as the ceiling is the same product on SQLite.
/// </summary>
public sealed class SubmitPostgres : IWorkload
{
    private const string Database = "croisee_mesure";
    private const double RateBar = 0.50;

    public string Name => "submit-postgres";

    public string About => "vingt questions envoyées, 8 visiteurs, sur PostgreSQL ; le plafond est le même produit sur SQLite";

    public IEnumerable<Result> Run(Stage stage)
    {
        var (database, folder, data) = (BenchPostgres.NewDatabase(Database, Name), stage.Folder(), stage.SeededCopy());
        // The demonstration's data first, as on the other side; the questionnaire is opened while nobody serves.
        stage.StartProduct(folder, settings: ("CROISEE_DATABASE", database)).Dispose();
        var (code, sqliteCode) = (AskedSurvey.Open(stage, folder, database), AskedSurvey.Open(stage, data));
        using var product = stage.StartProduct(folder, settings: ("CROISEE_DATABASE", database));
        using var sqlite = stage.StartProduct(data);
        var (ours, theirs) = (AnswerVisitor.Crowd(Stage.Crowd, product.Port, code), AnswerVisitor.Crowd(Stage.Crowd, sqlite.Port, sqliteCode));
        var comparison = new Interleaved(stage.Pace, stage.Log).Run(new Side("Postgres", product, ours), new Side("SQLite", sqlite, theirs));
        var (confirmed, stored) = (ours.Sum(v => v.Acknowledged), Count(new NpgsqlConnection(database + ";Pooling=false"), code));
        var (sqliteConfirmed, sqliteStored) = (theirs.Sum(v => v.Acknowledged), Count(new SqliteConnection($"Data Source={Path.Combine(data, "croisee.db")};Pooling=False;Mode=ReadOnly"), sqliteCode));
        var result = Result.Of(Name, comparison, confirmed == stored && sqliteConfirmed == sqliteStored, null,
            [$"{confirmed:n0} envois confirmés, {stored:n0} feuilles en base ; SQLite : {sqliteConfirmed:n0}, {sqliteStored:n0}", "plafond = le produit sur SQLite ; le serveur PostgreSQL compte parmi les « autres »"]);
        yield return result with { Bars = [Bar.AtLeast("rapport à SQLite", result.Ratio, RateBar)] };
    }

    private static long Count(System.Data.Common.DbConnection connection, string code)
    {
        using (connection)
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM answer_sheets WHERE survey_id = (SELECT survey_id FROM survey_places WHERE code = @code)";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@code", code);
            command.Parameters.Add(parameter);
            return (long)command.ExecuteScalar()!;
        }
    }
}
