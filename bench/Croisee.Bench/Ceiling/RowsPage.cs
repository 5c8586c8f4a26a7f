using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench.Ceiling;

/// <summary>The ceiling of a public page: read 12 rows from SQLite, sort, encode, send HTML. Nothing is cached.</summary>
public sealed class RowsPage : IDisposable
{
    public const int RowCount = 12;

    /// <summary>A piece of the last row's text: its presence says that the whole page came.</summary>
    public const string LastRowMark = "Ligne 12 :";

    private const int Kinds = 64;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly ConcurrentBag<Reader> readers = [];
    private readonly string file;
    private int turn;

    public RowsPage(string file)
    {
        this.file = file;
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            PRAGMA journal_mode=WAL;
            DROP TABLE IF EXISTS Lines;
            CREATE TABLE Lines (Id INTEGER PRIMARY KEY, Kind INTEGER NOT NULL, Title TEXT NOT NULL, Text TEXT NOT NULL);
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {(Kinds * RowCount) - 1})
            INSERT INTO Lines (Kind, Title, Text)
            SELECT i / {RowCount}, printf('Ligne %02d : « élus & usagers » du groupe n° %d', 1 + i % {RowCount}, i / {RowCount}),
                   'Les personnes accueillies ont dit ce qui comptait pour elles <ensemble>, puis l’équipe a répondu à chaque proposition.'
            FROM n;
            CREATE INDEX LinesOfKind ON Lines (Kind);
            """;
        command.ExecuteNonQuery();
    }

    public async Task WriteAsync(HttpResponse response)
    {
        var reader = readers.TryTake(out var free) ? free : new Reader(file);
        var rows = reader.Read((uint)Interlocked.Increment(ref turn) % Kinds);
        readers.Add(reader);
        rows.Sort((a, b) => string.CompareOrdinal(a.Title, b.Title));

        var page = new ArrayBufferWriter<byte>(4096);
        page.Write("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Douze lignes</title></head><body><main><h1>Douze lignes</h1><dl>"u8);
        foreach (var (title, text) in rows)
        {
            page.Write("<dt>"u8);
            Encoding.UTF8.GetBytes(Encoder.Encode(title), page);
            page.Write("</dt><dd>"u8);
            Encoding.UTF8.GetBytes(Encoder.Encode(text), page);
            page.Write("</dd>"u8);
        }
        page.Write("</dl></main></body></html>"u8);

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
        private readonly SqliteParameter kind;

        public Reader(string file)
        {
            connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            connection.Open();
            select = connection.CreateCommand();
            select.CommandText = "SELECT Title, Text FROM Lines WHERE Kind = $kind";
            kind = select.Parameters.Add("$kind", SqliteType.Integer);
            select.Prepare();
        }

        public List<(string Title, string Text)> Read(uint wanted)
        {
            kind.Value = (long)wanted;
            var rows = new List<(string, string)>(RowCount);
            using var reader = select.ExecuteReader();
            while (reader.Read()) rows.Add((reader.GetString(0), reader.GetString(1)));
            return rows;
        }

        public void Dispose()
        {
            select.Dispose();
            connection.Dispose();
        }
    }
}
