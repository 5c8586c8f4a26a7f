using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Croisee.Bench.Load;
using Croisee.Bench.Measure;
using Croisee.Surveys;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Croisee.Bench.Acknowledged;

/// <summary>
/// Answers to the demonstration's open survey under the kills. A submission is a sheet and a free text that nothing in the database joins: only whoever
/// holds the form's key can look for both, which is what this does. One without the other is torn.
/// </summary>
/// <param name="product">croisee.dll.</param>
/// <param name="database">A PostgreSQL connection string, or null for SQLite in the folder.</param>
public sealed class AnswerTarget(string product, string folder, string? database = null) : IKillTarget
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly ConcurrentDictionary<string, string> forms = new();

    public bool Repeatable => true; // the form's key makes one row

    public int LongestLifeMs => 800;

    public ServerProcess Start(int port) => ServerProcess.Start(
        product, port,
        chosen => ["demo", "--port", chosen.ToString(CultureInfo.InvariantCulture), "--data", folder],
        new Dictionary<string, string> { ["DOTNET_TieredPGO"] = "0", ["ASPNETCORE_ENVIRONMENT"] = "Production", ["CROISEE_DATABASE"] = database ?? "", ["CROISEE_ANSWERS_PER_NETWORK"] = "1000000000", ["CROISEE_ANSWERS_PER_PLACE"] = "1000000000" }, Patience);

    public ISubmitter Arrive(int port, int number) => new Answerer(port, forms);

    public IEnumerable<(string Key, string Content)> Stored()
    {
        using DbConnection connection = database is null
            ? new SqliteConnection($"Data Source={Path.Combine(folder, "croisee.db")};Pooling=False")
            : new NpgsqlConnection(database + ";Pooling=false");
        connection.Open();
        if (database is null && Read(connection, "pragma integrity_check").Single()[0] is not "ok") throw new BenchException("La base n’est plus intègre.");
        var sheets = Read(connection, $"select cast(id as text), answers from answer_sheets where mode = '{Answerer.Mode}'").ToDictionary(r => Guid.Parse(r[0]), r => r[1]);
        var byForm = forms.ToDictionary(f => SheetKey.Id(f.Value, "feuille"), f => f.Key);
        foreach (var text in Read(connection, $"select text from answer_texts where text like '{Answerer.Mark}%'").Select(r => r[0]))
        {
            var key = text[Answerer.Mark.Length..];
            var whole = forms.TryGetValue(key, out var form) && sheets.Remove(SheetKey.Id(form, "feuille"), out var answers) && answers == Answerer.Answers;
            yield return (key, whole ? text : text + " (sans sa feuille)");
        }
        foreach (var sheet in sheets.Keys) yield return (byForm.GetValueOrDefault(sheet, sheet.ToString()), "une feuille sans son texte");
    }

    private static IEnumerable<string[]> Read(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString()!)];
    }
}

/// <summary>Somebody who answers, and after a cut sends the same form again, without typing it anew.</summary>
sealed class Answerer(int port, ConcurrentDictionary<string, string> forms) : ISubmitter
{
    public const string Mark = "ecrit-pendant-les-arrets ", Mode = "aide_facilitateur_externe", Answers = """{"arriver":["OUN_NON"],"rdv":["OUN_OUI"]}""";
    private readonly HttpConnection connection = new(port);
    private byte[]? questions;
    private (string Key, byte[] Body)? writing;

    public string Content(string key) => Mark + key;

    public bool Submit(string key)
    {
        questions ??= Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Links.First(connection.Get("/demo"u8).Body, "/repondre/"u8)) + "/questions");
        if (writing?.Key != key)
        {
            var page = connection.Get(questions);
            if (page.Status != 200) return false;
            var (form, token) = (Encoding.ASCII.GetString(HiddenField.Find(page.Body, "Form.Key"u8)), Encoding.ASCII.GetString(HiddenField.Find(page.Body, HiddenField.Token)));
            forms[key] = form;
            writing = (key, Encoding.ASCII.GetBytes($"r.rdv=OUN_OUI&r.arriver=OUN_NON&r.changer={Uri.EscapeDataString(Content(key))}&Form.Mode={Mode}&Form.Key={form}&__RequestVerificationToken={token}"));
        }
        var sent = connection.Post(questions, writing.Value.Body);
        return sent.Status is 302 or 303 && connection.Get(sent.Location.ToArray()).Status == 200;
    }

    public void Dispose() => connection.Dispose();
}
