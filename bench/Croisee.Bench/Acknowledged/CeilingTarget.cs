using System.Text;
using Croisee.Bench.Ceiling;
using Croisee.Bench.Load;
using Croisee.Bench.Measure;
using Croisee.Bench.Workloads;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench.Acknowledged;

/// <summary>The bare program under the kills: shows that the harness passes what is right and, acknowledging early, catches what is wrong.</summary>
public sealed class CeilingTarget(string folder, params string[] options) : IKillTarget
{
    public bool Repeatable => false; // the bare program has no idempotency key: a repeat would be a second row, rightly

    public int LongestLifeMs => 500;

    public ServerProcess Start(int port) => Stage.StartCeiling(folder, port, options);

    public ISubmitter Arrive(int port, int number) => new Submitter(port);

    public IEnumerable<(string Key, string Content)> Stored()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, BareProgram.DatabaseName)};Pooling=False");
        connection.Open();
        using var all = connection.CreateCommand();
        all.CommandText = "SELECT Choices, Text FROM Submissions";
        using var row = all.ExecuteReader();
        while (row.Read()) yield return (row.GetString(1), Canonical(row.GetFieldValue<byte[]>(0), row.GetString(1)));
    }

    private static string Canonical(byte[] choices, string text) => $"{Convert.ToHexStringLower(choices)} {text}";

    private sealed class Submitter(int port) : ISubmitter
    {
        private readonly HttpConnection connection = new(port);

        public string Content(string key) => Canonical(Choices(key), key);

        public bool Submit(string key)
        {
            var page = connection.Get("/survey"u8);
            if (page.Status != 200) return false;
            var answers = new StringBuilder("__RequestVerificationToken=").Append(Encoding.ASCII.GetString(HiddenField.Find(page.Body, HiddenField.Token)));
            var choices = Choices(key);
            for (var i = 0; i < choices.Length; i++) answers.Append($"&q{i + 1}={choices[i]}");
            answers.Append("&q20=").Append(key);
            var confirmation = connection.Post("/survey"u8, Encoding.ASCII.GetBytes(answers.ToString()));
            return confirmation.Status == 200 && confirmation.Body.EndsWith("</html>"u8);
        }

        public void Dispose() => connection.Dispose();

        /// <summary>Answers that follow from the key, within every question's range, so that a mix-up shows.</summary>
        private static byte[] Choices(string key) => [.. key.Take(SurveyPage.ChoiceCount).Select(c => (byte)(1 + (c % 4)))];
    }
}
