using System.Net;
using System.Text;
using Croisee.Bench.Exchange;
using Croisee.Bench.Load;
using Croisee.Bench.Measure;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench.Workloads;

/// <summary>The demonstration's analyst, declared for one more survey: comes in by the doors that people use, then takes the file of answers.</summary>
sealed class AnalystVisitor(ServerProcess server, string reference) : IDisposable
{
    private const string Email = "analyse@example.org";
    private readonly HttpConnection connection = new(server.Port);
    private readonly string room = $"/bureau/enquetes/{reference}/salle";

    /// <summary>Declares the analyst before a server runs there, the engagement accepted.</summary>
    /// <returns>The survey's reference.</returns>
    public static string Declare(string folder, string code)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "croisee.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO analysts (id, reference, survey_id, person_id, declared_by_id, purpose, declared_at, until, pledged_at, version)
              SELECT '019A0000-0000-7000-8000-000000000001', 'mesurees', p.survey_id, a.id, a.id, 'Mesurer.', datetime('now'), date('now', '+30 days'), datetime('now'), 0 FROM survey_places p, persons a WHERE p.code = $code AND a.email = $email;
            SELECT reference FROM surveys WHERE id = (SELECT survey_id FROM survey_places WHERE code = $code);
            """;
        command.Parameters.AddWithValue("$code", code);
        command.Parameters.AddWithValue("$email", Email);
        return command.ExecuteScalar() as string ?? throw new BenchException("L’enquête mesurée n’est pas là.");
    }

    /// <summary>« Entrer comme… », then the reason at the door.</summary>
    public AnalystVisitor Enter()
    {
        var page = Encoding.UTF8.GetString(connection.Get("/demo"u8).Body);
        var card = page[page.IndexOf("analyste d", StringComparison.Ordinal)..];
        Send("/demo", PageForm.All(card).First(), []);
        var door = Read(room + "/entrer");
        Send(room + "/entrer", PageForm.All(door).First(), new() { ["Form.Why"] = "Mesurer le fichier." });
        return this;
    }

    public Download TakeAnswers()
    {
        var path = room + "/fichiers";
        var body = Encoding.ASCII.GetBytes(Filled(PageForm.All(Read(path)).First(), new() { ["Form.File"] = "reponses" }));
        byte[] request = [.. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n"), .. connection.Cookies.Header, .. "\r\n"u8, .. body];
        return Download.Take(server, path, request);
    }

    private string Read(string path)
    {
        var page = connection.Get(Encoding.ASCII.GetBytes(path));
        return page.Status == 200 ? Encoding.UTF8.GetString(page.Body) : throw new BenchException($"{path} répond {page.Status}.");
    }

    private void Send(string path, PageForm form, Dictionary<string, string> answers)
    {
        var sent = connection.Post(Encoding.ASCII.GetBytes(path), Encoding.ASCII.GetBytes(Filled(form, answers)));
        if (sent.Status is not (302 or 303)) throw new BenchException($"{path} répond {sent.Status} à un formulaire.");
    }

    private static string Filled(PageForm form, Dictionary<string, string> answers) =>
        string.Join('&', form.Fields.Where(f => f.Kind is "hidden" or "text").Select(f => $"{f.Name}={WebUtility.UrlEncode(answers.GetValueOrDefault(f.Name, f.Value))}")
            .Concat(answers.Where(a => form.Fields.All(f => f.Name != a.Key || f.Kind == "submit")).Select(a => $"{a.Key}={WebUtility.UrlEncode(a.Value)}")));

    public void Dispose() => connection.Dispose();
}
