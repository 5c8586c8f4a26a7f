using System.Globalization;
using Croisee.Words;
using CsvHelper;
using CsvHelper.Configuration;

namespace Croisee.Framework;

/// <summary>One line of the codebook that goes with every export: the code, and each way this instance says it.</summary>
public sealed record CodebookRow(string Vocabulary, int Version, string Code, string Label, string Easy, string English, bool Active);

/// <summary>The codebook as a file that a spreadsheet opens in French: UTF-8 with its mark, semicolons, no cell that starts a formula.</summary>
public static class Codebook
{
    static readonly CsvConfiguration Format = new(Localizer.French) { Delimiter = ";", InjectionOptions = InjectionOptions.Escape };
    static readonly string[] Head = ["vocabulaire", "version", "code", "libelle", "libelle_facile", "anglais", "propose"];

    public static byte[] Csv(IEnumerable<CodebookRow> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes, System.Text.Encoding.UTF8), Format))
        {
            Line(csv, Head);
            foreach (var r in rows) Line(csv, [r.Vocabulary, r.Version.ToString(CultureInfo.InvariantCulture), r.Code, r.Label, r.Easy, r.English, r.Active ? "oui" : "non"]);
        }
        return bytes.ToArray();
    }

    static void Line(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.NextRecord();
    }
}
