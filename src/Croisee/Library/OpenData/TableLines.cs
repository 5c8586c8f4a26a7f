using System.Globalization;
using System.Text.Json;
using Croisee.Experiences.Exchange;
using Croisee.Framework;
using Croisee.Ui.Tables;
using Croisee.Words;

namespace Croisee.Library.OpenData;

/// <summary>What a table holds: its head, and its lines batch by batch. Nothing is held but the lines of one.</summary>
sealed record TableLines(IReadOnlyList<string> Head, IAsyncEnumerable<IEnumerable<IEnumerable<string?>>> Batches)
{
    public async Task Write(Stream body, Func<Stream, IReadOnlyList<string>, ILineWriter> open, CancellationToken stop)
    {
        await using var output = new DrainedStream(body);
        using (var writer = open(output, Head))
        {
            await foreach (var lines in Batches.WithCancellation(stop))
            {
                foreach (var line in lines) writer.Write(line);
                writer.Flush();
                await output.Drain(stop);
            }
        }
        await output.Drain(stop);
    }
}

/// <summary>Writes the lines of a table as they come. An empty cell is one that says nothing.</summary>
interface ILineWriter : IDisposable
{
    void Write(IEnumerable<string?> cells);
    /// <summary>Hands over what is held back.</summary>
    void Flush();
}

/// <summary>As the file of the sheets: every cell in quotes, none that a spreadsheet takes for a formula (S08).</summary>
sealed class CsvLines : ILineWriter
{
    readonly CsvHelper.CsvWriter csv;

    public CsvLines(Stream output, TableShape table, IReadOnlyList<string> head)
    {
        csv = CsvRowWriter.Table(output, table.Separator);
        foreach (var name in head) csv.WriteField(name);
        csv.NextRecord();
    }

    public void Write(IEnumerable<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(FormulaGuard.Put(cell ?? ""));
        csv.NextRecord();
    }

    public void Flush() => csv.Flush();
    public void Dispose() => csv.Dispose();
}

/// <summary>A number that a French reader sees with a comma, as a format of numbers takes it.</summary>
static class FrenchNumber
{
    public static string? Plain(string written) => decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, Localizer.French, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;
}

/// <summary>One line an object: numbers are numbers, yes and no are true and false, what is not said is null.</summary>
sealed class JsonLines(Stream output, TableShape table, IReadOnlyList<string> head) : ILineWriter
{
    readonly Utf8JsonWriter json = new(output, SheetJsonText.Options);
    readonly IReadOnlyList<string?> kinds = [.. head.Select(table.KindOf)];

    public void Write(IEnumerable<string?> cells)
    {
        json.WriteStartObject();
        foreach (var (at, cell) in cells.Index())
        {
            json.WritePropertyName(head[at]);
            if (string.IsNullOrEmpty(cell)) json.WriteNullValue();
            else if (kinds[at] == TableColumn.Whole && long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) json.WriteNumberValue(number);
            else if (kinds[at] == TableColumn.Fraction && FrenchNumber.Plain(cell) is { } fraction) json.WriteRawValue(fraction);
            else if (kinds[at] == TableColumn.YesNo) json.WriteBooleanValue(cell == SheetFacets.Yes);
            else json.WriteStringValue(cell);
        }
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
        json.Reset();
    }

    public void Flush() => json.Flush();
    public void Dispose() => json.Dispose();
}

/// <summary>A spreadsheet of three tables: the lines, what their columns and codes mean, and where all this comes from.</summary>
sealed class SpreadsheetLines : ILineWriter
{
    readonly ITables tables;
    readonly TableShape table;
    readonly LabelBook book;
    readonly IEnumerable<string[]> about;
    readonly IReadOnlyList<string?> kinds;

    public SpreadsheetLines(ITables tables, TableShape table, IReadOnlyList<string> head, LabelBook book, IEnumerable<string[]> about)
    {
        (this.tables, this.table, this.book, this.about) = (tables, table, book, about);
        kinds = [.. head.Select(table.KindOf)];
        tables.Begin(table.Code, head);
    }

    public void Write(IEnumerable<string?> cells) => tables.Row(cells.Select((cell, at) => Cell(cell ?? "", kinds[at])));

    static TableCell Cell(string cell, string? kind) => kind == TableColumn.Fraction && FrenchNumber.Plain(cell) is { } plain ? new(plain, IsNumber: true)
        : new(cell, kind == TableColumn.Whole && long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    public void Flush() => tables.Flush();

    public void Dispose()
    {
        tables.Begin("codes", SheetCodebook.Head);
        foreach (var line in SheetCodebook.RowsOf(table, book)) tables.Row(line.Select(c => new TableCell(c)));
        tables.Begin("à propos", ["quoi", "valeur"]);
        foreach (var line in about) tables.Row(line.Select(c => new TableCell(c)));
        tables.Dispose();
    }
}
