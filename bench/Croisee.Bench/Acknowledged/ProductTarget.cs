using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Croisee.Bench.Measure;
using Croisee.Experiences;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Croisee.Bench.Acknowledged;

/// <summary>
/// The product under the kills. Each submission writes one step of a deposit that nobody wrote before: what was confirmed must stand in the
/// row, whole, and each save must have its entry in the journal, for both leave in one save or not at all.
/// </summary>
/// <param name="product">croisee.dll.</param>
/// <param name="database">A PostgreSQL connection string, or null for SQLite in the folder.</param>
public sealed class ProductTarget(string product, string folder, string? database = null) : IKillTarget
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public bool Repeatable => true; // a step sent again is the same row

    public int LongestLifeMs => 800; // every second life is counted from its first confirmation

    public ServerProcess Start(int port) => ServerProcess.Start(
        product, port,
        chosen => ["demo", "--port", chosen.ToString(CultureInfo.InvariantCulture), "--data", folder],
        // Lives of seconds: code that counts itself, to be compiled better later, would only make each start longer.
        new Dictionary<string, string> { ["DOTNET_TieredPGO"] = "0", ["ASPNETCORE_ENVIRONMENT"] = "Production", ["CROISEE_DATABASE"] = database ?? "" }, Patience);

    public ISubmitter Arrive(int port, int number) => new StepWriter(port);

    public IEnumerable<(string Key, string Content)> Stored()
    {
        using DbConnection connection = database is null
            ? new SqliteConnection($"Data Source={Path.Combine(folder, "croisee.db")};Pooling=False")
            : new NpgsqlConnection(database + ";Pooling=false");
        connection.Open();
        if (database is null && Read(connection, "pragma integrity_check").Single()[0] is not "ok") throw new BenchException("La base n’est plus intègre.");
        var unwritten = Read(connection, $"""
            select e.reference from experiences e
            where (select sum(d.version) from deposit_steps d where d.experience_id = e.id)
               <> (select count(*) from journal_entries j where j.subject_id = e.id and j.act = '{Acts.StepSaved}')
              and exists (select 1 from deposit_steps d where d.experience_id = e.id and d.answers like '%{StepWriter.Mark}%')
            """).Select(r => r[0]).ToHashSet();
        foreach (var row in Read(connection, $"select e.reference, d.answers from deposit_steps d join experiences e on e.id = d.experience_id where d.answers like '%{StepWriter.Mark}%'"))
        {
            var text = Typed(row[1]);
            // A step without its journal entry is as torn as half a text.
            yield return (StepWriter.KeyOf(text), unwritten.Contains(row[0]) ? text + " (sans son entrée au journal)" : text);
        }
    }

    private static string Typed(string answers)
    {
        using var json = JsonDocument.Parse(answers);
        return json.RootElement.EnumerateObject().Select(p => p.Value).Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!).Single(t => t.StartsWith(StepWriter.Mark, StringComparison.Ordinal));
    }

    private static List<string[]> Read(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<string[]>();
        while (row.Read()) rows.Add([.. Enumerable.Range(0, row.FieldCount).Select(row.GetString)]);
        return rows;
    }
}
