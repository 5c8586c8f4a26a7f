using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Croisee.Ui.Tables;

namespace Croisee.Experiences.Exchange;

/// <summary>Writes rows as they come.</summary>
interface IRowWriter : IDisposable
{
    void Write(ExchangeRow row);
}

/// <summary>
/// A table: UTF-8 with a byte order mark so that spreadsheets show accents, every cell in quotes, no cell that reads as a formula (S08).
/// A column of codes has a companion with their labels.
/// </summary>
sealed class CsvRowWriter : IRowWriter
{
    readonly IReadOnlyList<Field> fields;
    readonly CsvWriter csv;

    public CsvRowWriter(Stream output, IReadOnlyList<Field> fields, string separator)
    {
        this.fields = fields;
        csv = Table(output, separator);
        foreach (var field in fields)
        {
            csv.WriteField(field.Code);
            if (field.HasWords) csv.WriteField(field.Code + Field.Companion);
        }
        csv.NextRecord();
    }

    public void Write(ExchangeRow row)
    {
        foreach (var field in fields)
        {
            var cell = field.Cell(row);
            csv.WriteField(field is NumberField ? cell : FormulaGuard.Put(cell));
            if (field.HasWords) csv.WriteField(FormulaGuard.Put(field.InWords(row)));
        }
        csv.NextRecord();
    }

    public static CsvWriter Table(Stream output, string separator) => new(new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true),
        new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator, NewLine = "\r\n", ShouldQuote = _ => true });

    public void Dispose() => csv.Dispose();
}

/// <summary>JSON Lines: one experience a line, the codes of the dictionary as keys, labels beside them.</summary>
sealed class JsonRowWriter(Stream output, IReadOnlyList<Field> fields) : IRowWriter
{
    // A file, not a page: accents stay letters.
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    readonly IGrouping<string, Field>[] groups = [.. fields.GroupBy(f => f.JsonKey)];

    public void Write(ExchangeRow row)
    {
        using (var json = new Utf8JsonWriter(output, Plain))
        {
            json.WriteStartObject();
            foreach (var group in groups) Write(json, group, row);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    static void Write(Utf8JsonWriter json, IGrouping<string, Field> group, ExchangeRow row)
    {
        var isObject = group.First().JsonPart is not null;
        if (isObject) json.WriteStartObject(group.Key);
        foreach (var field in group)
        {
            var name = field.JsonPart ?? group.Key;
            json.WritePropertyName(name);
            field.Write(json, row);
            if (field.HasWords) json.WriteString(name + Field.Companion, field.InWords(row));
        }
        if (isObject) json.WriteEndObject();
    }

    public void Dispose() => output.Flush();
}
