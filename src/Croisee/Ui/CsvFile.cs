using System.Text;
using Croisee.Ui.Tables;
using Croisee.Words;
using CsvHelper;
using CsvHelper.Configuration;

namespace Croisee.Ui;

/// <summary>A small table as a file that a spreadsheet opens in French: UTF-8 with its mark, semicolons, no cell that starts a formula (S08), and a negative number stays a number.</summary>
public static class CsvFile
{
    public const string Type = "text/csv; charset=utf-8";
    static readonly CsvConfiguration Format = new(Localizer.French) { Delimiter = ";" };

    public static byte[] Of(IEnumerable<IEnumerable<string>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes, Encoding.UTF8), Format))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row) csv.WriteField(FormulaGuard.Put(cell));
                csv.NextRecord();
            }
        }
        return bytes.ToArray();
    }
}
