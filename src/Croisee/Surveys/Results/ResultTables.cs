using Croisee.Ui;
using Croisee.Ui.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Results;

/// <summary>Rows of published tables as a file: the codebook stands beside them in a spreadsheet, else it is a file of its own.</summary>
static class ResultTables
{
    const string Csv = "csv", Codebook = "codes";

    public static bool Has(string format) => format is Csv or Codebook or "xlsx" or "ods";

    /// <param name="told">Asked for only where the tables are.</param>
    public static async Task<FileContentResult> File(string format, string name, ResultRows rows, Func<Task<IEnumerable<string[]>>> told)
    {
        if (format == Codebook) return new(CsvFile.Of([ResultRows.CodesHead, .. rows.Codes()]), CsvFile.Type) { FileDownloadName = $"codes-{name}.csv" };
        var all = await told();
        if (format == Csv) return new(CsvFile.Of(all.Prepend(ResultRows.Head)), CsvFile.Type) { FileDownloadName = $"resultats-{name}.csv" };
        using var file = new MemoryStream();
        using (ITables tables = format == "xlsx" ? new XlsxTables(file) : new OdsTables(file))
        {
            tables.Begin("Résultats", ResultRows.Head);
            foreach (var row in all) tables.Row(row.Select((c, i) => new TableCell(c, c.Length > 0 && ResultRows.IsNumber(i))));
            tables.Begin("Codes", ResultRows.CodesHead);
            foreach (var row in rows.Codes()) tables.Row(row.Select(c => (TableCell)c));
        }
        return new(file.ToArray(), format == "ods" ? OdsTables.Type : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") { FileDownloadName = $"resultats-{name}.{format}" };
    }
}
