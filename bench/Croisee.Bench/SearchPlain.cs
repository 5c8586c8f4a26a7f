using System.Diagnostics;
using Croisee.Bench.Data;
using Croisee.Library;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench;

/// <summary>What is compared with: FTS5 as it comes (unicode61, no prefix index), first twenty by its own rank.</summary>
static class SearchPlain
{
    public static List<SearchWorkload.Figures> Measure(string folder, IEnumerable<GeneratedSheet> sheets, IReadOnlyList<string> vocabulary, int queries, int seed)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "plain.db")};Pooling=False");
        connection.Open();
        SearchWorkload.Timed("plain FTS5 fill", () => Fill(connection, sheets));
        using var command = connection.CreateCommand();
        command.CommandText = "select rowid from plain where plain match @words order by rank limit 20";
        var words = command.Parameters.Add("@words", SqliteType.Text);
        var mix = new SearchMix(seed + 1, vocabulary);
        var times = new List<(string Kind, double Ms, double Cpu)>();
        for (var i = 0; i < queries; i++)
        {
            var (kind, question) = mix.Next();
            words.Value = InItsSyntax(kind, question);
            var cpu = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.GetTimestamp();
            using (var reader = command.ExecuteReader())
                while (reader.Read()) { }
            times.Add((kind, Stopwatch.GetElapsedTime(clock).TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds));
        }
        return [.. times.GroupBy(t => t.Kind).Select(g => SearchWorkload.Of("plain FTS5 " + g.Key, [.. g.Select(t => (t.Ms, t.Cpu))])).OrderBy(f => f.Workload)];
    }

    static string InItsSyntax(string kind, SearchQuestion question)
    {
        var words = new List<string>();
        foreach (var word in new FrenchWords(question.Text))
            if (!word.SequenceEqual("ou")) words.Add($"\"{word}\"");
        return kind switch { "or" => string.Join(" OR ", words), "prefix" => words[0] + "*", _ => string.Join(' ', words) };
    }

    static void Fill(SqliteConnection connection, IEnumerable<GeneratedSheet> sheets)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "create virtual table plain using fts5(title, text, tokenize = 'unicode61 remove_diacritics 2')";
        command.ExecuteNonQuery();
        command.CommandText = "insert into plain (title, text) values (@title, @text)";
        var (title, text) = (command.Parameters.Add("@title", SqliteType.Text), command.Parameters.Add("@text", SqliteType.Text));
        foreach (var sheet in sheets)
        {
            (title.Value, text.Value) = (sheet.Title, sheet.Text);
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }
}
