using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Croisee.Experiences.Exchange;
using Croisee.Framework;
using Croisee.Ui.Tables;

namespace Croisee.Library.OpenData;

/// <summary>Writes published sheets as they come.</summary>
interface ISheetWriter : IDisposable
{
    void Write(PublicSheet sheet);
    /// <summary>Hands over what is held back.</summary>
    void Flush();
}

/// <summary>UTF-8 with its mark, semicolons, every cell in quotes, no cell that a spreadsheet takes for a formula (S08).</summary>
sealed class CsvSheets : ISheetWriter
{
    readonly CsvWriter csv;
    readonly bool widened;

    public CsvSheets(Stream output, bool widened)
    {
        (csv, this.widened) = (CsvRowWriter.Table(output, ";"), widened);
        foreach (var name in SheetTable.Head) csv.WriteField(name);
        if (widened) csv.WriteField(CountsTable.Widened);
        csv.NextRecord();
    }

    public void Write(PublicSheet sheet)
    {
        foreach (var cell in SheetTable.Cells(sheet)) csv.WriteField(cell.IsNumber ? cell.Text : FormulaGuard.Put(cell.Text));
        if (widened) csv.WriteField("oui");
        csv.NextRecord();
    }

    public void Flush() => csv.Flush();
    public void Dispose() => csv.Dispose();
}

/// <summary>One sheet a line.</summary>
sealed class JsonLinesSheets(Stream output, bool widened) : ISheetWriter
{
    readonly Utf8JsonWriter json = new(output, SheetJsonText.Options);

    public void Write(PublicSheet sheet)
    {
        SheetJsonText.Write(json, sheet, widened);
        json.Flush();
        output.WriteByte((byte)'\n');
        json.Reset();
    }

    public void Flush() => json.Flush();
    public void Dispose() => json.Dispose();
}

/// <summary>A sheet as a JSON object: the codes of the dictionary as keys, labels beside them. The same in a file and in the read API.</summary>
static class SheetJsonText
{
    // A file or an answer of its own type, never part of a page: accents stay letters.
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    public static IReadOnlyList<IGrouping<string, SheetColumn>> Groups { get; } = [.. SheetColumns.All.GroupBy(c => c.JsonKey)];

    public static void Write(Utf8JsonWriter json, PublicSheet sheet, bool widened = false)
    {
        json.WriteStartObject();
        foreach (var group in Groups)
        {
            var isObject = group.First().JsonPart is not null;
            if (isObject) json.WriteStartObject(group.Key);
            foreach (var column in group)
            {
                var name = column.JsonPart ?? group.Key;
                json.WritePropertyName(name);
                column.Write(json, sheet);
                if (column.HasWords) json.WriteString(name + Field.Companion, column.InWords(sheet));
            }
            if (isObject) json.WriteEndObject();
        }
        if (widened) json.WriteBoolean(CountsTable.Widened, true);
        json.WriteEndObject();
    }
}

/// <summary>A spreadsheet of three tables: the sheets, the codebook, and where all this comes from.</summary>
sealed class SpreadsheetSheets : ISheetWriter
{
    readonly ITables tables;
    readonly LabelBook book;
    readonly IEnumerable<string[]> about;

    public SpreadsheetSheets(ITables tables, LabelBook book, IEnumerable<string[]> about)
    {
        (this.tables, this.book, this.about) = (tables, book, about);
        tables.Begin("fiches", SheetTable.Head);
    }

    public void Write(PublicSheet sheet) => tables.Row(SheetTable.Cells(sheet));
    public void Flush() => tables.Flush();

    public void Dispose()
    {
        tables.Begin("codes", SheetCodebook.Head);
        foreach (var line in SheetCodebook.Rows(book)) tables.Row(line.Select(c => new TableCell(c)));
        tables.Begin("à propos", ["quoi", "valeur"]);
        foreach (var line in about) tables.Row(line.Select(c => new TableCell(c)));
        tables.Dispose();
    }
}

/// <summary>A sheet as a line of a table.</summary>
static class SheetTable
{
    public static IReadOnlyList<string> Head { get; } = [.. SheetColumns.All.SelectMany(c => c.HasWords ? new[] { c.Code, c.Code + Field.Companion } : [c.Code])];

    public static IEnumerable<TableCell> Cells(PublicSheet sheet)
    {
        foreach (var column in SheetColumns.All)
        {
            yield return new(column.Cell(sheet), column.Shape is ValueShape.Number);
            if (column.HasWords) yield return column.InWords(sheet);
        }
    }
}
