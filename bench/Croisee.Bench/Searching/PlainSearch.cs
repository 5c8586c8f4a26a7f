using Croisee.Bench.Data;
using Croisee.Library;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench.Searching;

/// <summary>What is compared with: FTS5 as it comes (unicode61, no prefix index), first twenty by its own rank, no total, no facets.</summary>
sealed class PlainSearch : IDisposable
{
    readonly SqliteConnection connection;
    readonly SqliteCommand command;
    readonly SqliteParameter words;
    readonly SearchMix mix;

    public PlainSearch(string folder, IEnumerable<GeneratedSheet> sheets, SearchMix mix)
    {
        this.mix = mix;
        connection = new SqliteConnection($"Data Source={Path.Combine(folder, "plain.db")};Pooling=False");
        connection.Open();
        Fill(sheets);
        command = connection.CreateCommand();
        command.CommandText = "select rowid from plain where plain match @words order by rank limit 20";
        words = command.Parameters.Add("@words", SqliteType.Text);
    }

    void Fill(IEnumerable<GeneratedSheet> sheets)
    {
        using var transaction = connection.BeginTransaction();
        using var filling = connection.CreateCommand();
        filling.Transaction = transaction;
        filling.CommandText = "create virtual table plain using fts5(title, text, tokenize = 'unicode61 remove_diacritics 2')";
        filling.ExecuteNonQuery();
        filling.CommandText = "insert into plain (title, text) values (@title, @text)";
        var (title, text) = (filling.Parameters.Add("@title", SqliteType.Text), filling.Parameters.Add("@text", SqliteType.Text));
        foreach (var sheet in sheets)
        {
            (title.Value, text.Value) = (sheet.Title, sheet.Text);
            filling.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    /// <summary>The next query of the mix; its class.</summary>
    public string Ask()
    {
        var (kind, question) = mix.Next();
        words.Value = InItsSyntax(kind, question);
        using var reader = command.ExecuteReader();
        while (reader.Read()) { }
        return kind;
    }

    static string InItsSyntax(string kind, SearchQuestion question)
    {
        var words = new List<string>();
        foreach (var word in new FrenchWords(question.Text))
            if (!word.SequenceEqual("ou")) words.Add($"\"{word}\"");
        return kind switch { "or" => string.Join(" OR ", words), "prefix" => words[0] + "*", _ => string.Join(' ', words) };
    }

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
    }
}
