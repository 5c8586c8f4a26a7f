using Croisee.Framework;
using Croisee.Ui;
using Croisee.Ui.Tables;

namespace Croisee.Library.OpenData;

/// <summary>A kind of file in which published sheets are given, and its writer.</summary>
/// <param name="Hint">For whom it is, in one line.</param>
/// <param name="Authority">Its name in the list of file types of the Publications Office of the European Union.</param>
sealed record SheetFormat(string Code, string Label, string Hint, string MediaType, string Authority, Func<Stream, LabelBook, IEnumerable<string[]>, ISheetWriter> Open)
{
    public static IReadOnlyList<SheetFormat> All { get; } =
    [
        new("csv", "CSV", "Un tableau que tout logiciel lit", CsvFile.Type, "CSV", (output, _, _) => new CsvSheets(output)),
        new("xlsx", "XLSX", "Pour Excel, avec les codes", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX", (output, book, about) => new SpreadsheetSheets(new XlsxTables(output), book, about)),
        new("ods", "ODS", "Pour LibreOffice, avec les codes", OdsTables.Type, "ODS", (output, book, about) => new SpreadsheetSheets(new OdsTables(output), book, about)),
        new("jsonl", "JSON Lines", "Pour un programme : une fiche par ligne", "application/x-ndjson; charset=utf-8", "JSON", (output, _, _) => new JsonLinesSheets(output)),
    ];

    public static SheetFormat? Find(string? code) => All.FirstOrDefault(f => f.Code == code);
}
