using System.Text.Json;
using Croisee.Framework;

namespace Croisee.Experiences.Exchange;

/// <summary>Reads a JSON list, or JSON Lines, one experience after the other, in constant memory. The « line » of an experience in a list is its rank.</summary>
static class JsonRows
{
    /// <summary>Bytes of a list: one of its elements may be as long as the whole. JSON Lines has no such limit.</summary>
    const long ListMax = 32 << 20;
    static readonly JsonSerializerOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <exception cref="FileRefused">The file cannot be read any further.</exception>
    public static IEnumerable<ImportedRow> Read(Stream file, LabelBook book)
    {
        file.Position = 0;
        var isList = FirstSign(file) == '[';
        file.Position = 0;
        foreach (var (line, json) in isList ? List(file) : Lines(file))
        {
            var row = new ExchangeRow { Book = book };
            yield return new(line, row, [.. ExperienceFields.TakeIn(json, row).Select(e => e with { Line = line })]);
        }
    }

    static int FirstSign(Stream file)
    {
        for (int read; (read = file.ReadByte()) >= 0;) if (read is not (' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF)) return read;
        return -1;
    }

    static IEnumerable<(long, JsonElement)> List(Stream file)
    {
        if (file.Length > ListMax) throw new FileRefused(1, $"Une liste JSON a {ListMax >> 20} Mo au plus. Au-delà, écrivez une expérience par ligne (JSON Lines).");
        Skip(file);
        var elements = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(file, Strict).GetAsyncEnumerator();
        try
        {
            for (long rank = 1; ; rank++)
            {
                bool more;
                try { more = elements.MoveNextAsync().AsTask().GetAwaiter().GetResult(); }
                catch (JsonException e) { throw new FileRefused((e.LineNumber ?? 0) + 1, "Ce n’est pas du JSON bien formé."); }
                if (!more) yield break;
                yield return (rank, elements.Current);
            }
        }
        finally { elements.DisposeAsync().AsTask().GetAwaiter().GetResult(); }
    }

    /// <summary>A byte order mark is no part of JSON.</summary>
    static void Skip(Stream file)
    {
        if (file.ReadByte() != 0xEF) file.Position = 0; else file.Position = 3;
    }

    static IEnumerable<(long, JsonElement)> Lines(Stream file)
    {
        using var text = new WatchedReader(new StreamReader(file, leaveOpen: true));
        long line = 0;
        foreach (var one in LinesOf(text))
        {
            line++;
            if (string.IsNullOrWhiteSpace(one)) continue;
            JsonElement json;
            try { json = JsonSerializer.Deserialize<JsonElement>(one, Strict); }
            catch (JsonException) { throw new FileRefused(line, "Ce n’est pas du JSON bien formé."); }
            yield return (line, json);
        }
    }

    static IEnumerable<string> LinesOf(WatchedReader text)
    {
        var line = new System.Text.StringBuilder();
        for (int read; (read = text.Read()) >= 0;)
        {
            if (read != '\n') { line.Append((char)read); continue; }
            text.RowEnded();
            yield return line.ToString();
            line.Clear();
        }
        if (line.Length > 0) yield return line.ToString();
    }
}
