using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench.Ceiling;

/// <summary>
/// Plain full-text search as SQLite gives it: FTS5, accents folded, twenty best by its own rank, no stemming, no facets,
/// no counts. Less than the product promises, so the ratio may exceed one on the words that FTS5 finds dear.
/// </summary>
public sealed class SearchPage(string file) : IDisposable
{
    public const int Shown = 20;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly ConcurrentBag<Reader> readers = [];

    /// <summary>Fills the table, before the program starts.</summary>
    public static void Load(string file, IEnumerable<(string Title, string Text)> sheets)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; CREATE VIRTUAL TABLE Sheets USING fts5(Title, Text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')";
        command.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO Sheets (Title, Text) VALUES ($title, $text)";
        var (title, text) = (insert.Parameters.Add("$title", SqliteType.Text), insert.Parameters.Add("$text", SqliteType.Text));
        foreach (var sheet in sheets)
        {
            (title.Value, text.Value) = (sheet.Title, sheet.Text);
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    /// <summary>The reading of a text that the product uses: all words, OU for alternatives, the last word is a beginning.</summary>
    public static string Expression(string typed)
    {
        var words = typed.Split([' ', '\'', '’', '-', '"', '*'], StringSplitOptions.RemoveEmptyEntries);
        var any = words.Contains("OU");
        var quoted = words.Where(w => w != "OU").Select(w => $"\"{w}\"").ToList();
        if (quoted.Count > 0 && !typed.EndsWith(' ')) quoted[^1] += " *";
        return string.Join(any ? " OR " : " AND ", quoted);
    }

    public async Task WriteAsync(HttpResponse response, string typed)
    {
        var reader = readers.TryTake(out var free) ? free : new Reader(file);
        var sheets = reader.Read(Expression(typed));
        readers.Add(reader);

        var page = new ArrayBufferWriter<byte>(8192);
        page.Write("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Recherche</title></head><body><main><h1>Recherche</h1><ol>"u8);
        foreach (var (title, text) in sheets)
        {
            page.Write("<li><h2>"u8);
            Encoding.UTF8.GetBytes(Encoder.Encode(title), page);
            page.Write("</h2><p>"u8);
            Encoding.UTF8.GetBytes(Encoder.Encode(text), page);
            page.Write("</p></li>"u8);
        }
        page.Write("</ol></main></body></html>"u8);
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.WrittenCount;
        await response.BodyWriter.WriteAsync(page.WrittenMemory);
    }

    public void Dispose()
    {
        while (readers.TryTake(out var reader)) reader.Dispose();
    }

    private sealed class Reader : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteCommand select;
        private readonly SqliteParameter wanted;

        public Reader(string file)
        {
            connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            connection.Open();
            select = connection.CreateCommand();
            select.CommandText = $"SELECT Title, substr(Text, 1, 240) FROM Sheets WHERE Sheets MATCH $wanted ORDER BY rank LIMIT {Shown}";
            wanted = select.Parameters.Add("$wanted", SqliteType.Text);
            select.Prepare();
        }

        public List<(string Title, string Text)> Read(string expression)
        {
            wanted.Value = expression;
            var sheets = new List<(string, string)>(Shown);
            using var reader = select.ExecuteReader();
            while (reader.Read()) sheets.Add((reader.GetString(0), reader.GetString(1)));
            return sheets;
        }

        public void Dispose()
        {
            select.Dispose();
            connection.Dispose();
        }
    }
}
