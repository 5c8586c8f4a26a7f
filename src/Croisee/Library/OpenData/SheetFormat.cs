using Croisee.Framework;
using Croisee.Ui;
using Croisee.Ui.Tables;

namespace Croisee.Library.OpenData;

/// <summary>Where a file comes from, line by line for the formats that have a place for it.</summary>
/// <param name="Widened">No sheet has all the words asked for. Formats that hold sheets only say it on each: a column, a key.</param>
sealed record SheetsAbout(IReadOnlyList<string[]> Lines, bool Widened);

/// <summary>A kind of file in which published sheets are given, and the tables beside them, with its writers.</summary>
/// <param name="Hint">For whom it is, in one line.</param>
/// <param name="Authority">Its name in the list of file types of the Publications Office of the European Union.</param>
sealed record SheetFormat(string Code, string Label, string Hint, string MediaType, string Authority, Func<Stream, LabelBook, SheetsAbout, ISheetWriter> Open,
    Func<Stream, TableShape, IReadOnlyList<string>, LabelBook, IReadOnlyList<string[]>, ILineWriter> OpenLines)
{
    public const string Csv = "csv";

    public static IReadOnlyList<SheetFormat> All { get; } =
    [
        new(Csv, "CSV", "Un tableau que tout logiciel lit", CsvFile.Type, "CSV", (output, _, about) => new CsvSheets(output, about.Widened), (output, table, head, _, _) => new CsvLines(output, table, head)),
        new("xlsx", "XLSX", "Pour Excel, avec les codes", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX", (output, book, about) => new SpreadsheetSheets(new XlsxTables(output), book, about.Lines),
            (output, table, head, book, about) => new SpreadsheetLines(new XlsxTables(output), table, head, book, about)),
        new("ods", "ODS", "Pour LibreOffice, avec les codes", OdsTables.Type, "ODS", (output, book, about) => new SpreadsheetSheets(new OdsTables(output), book, about.Lines),
            (output, table, head, book, about) => new SpreadsheetLines(new OdsTables(output), table, head, book, about)),
        new("jsonl", "JSON Lines", "Pour un programme : une fiche par ligne", "application/x-ndjson; charset=utf-8", "JSON", (output, _, about) => new JsonLinesSheets(output, about.Widened), (output, table, head, _, _) => new JsonLines(output, table, head)),
    ];

    public static string NoSuch => $"Ce format n’existe pas. Ceux qui existent : {string.Join(", ", All.Select(f => f.Code))}.";

    /// <summary>The address of a file in this format, from that of its CSV, which needs no more words.</summary>
    public string Over(string csv) => Code == Csv ? csv : $"{csv}{(csv.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{OpenTable.FormatKey}={Code}";

    public static SheetFormat? Find(string? code) => All.FirstOrDefault(f => f.Code == code);
}
