using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Croisee.Bench.Exchange;

/// <summary>A table of as many experiences as wanted: the rows of an export, again and again under other titles.</summary>
static class ManyRows
{
    static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { Delimiter = ";", ShouldQuote = _ => true };

    /// <param name="fault">Gives the last row a code that does not exist.</param>
    /// <param name="published">Says of each that it was published elsewhere, with its authors' agreement.</param>
    public static void Write(string source, string target, int count, bool fault = false, bool published = false)
    {
        using var reader = new CsvParser(new StreamReader(source), Format);
        reader.Read();
        var head = reader.Record!;
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. reader.Record!]);
        using var csv = new CsvWriter(new StreamWriter(target), Format);
        string[] agreed = published ? ["publiee", "oui"] : [];
        Line(csv, published ? [.. head, "etat_contribution", "consent_publication"] : head);
        var (title, region) = (Array.IndexOf(head, "titre"), Array.IndexOf(head, "territoire_region"));
        for (var i = 0; i < count; i++)
        {
            string[] row = [.. rows[i % rows.Count]];
            row[title] = $"Expérience importée numéro {i + 1}";
            if (fault && i == count - 1) row[region] = "R99";
            Line(csv, [.. row, .. agreed]);
        }
    }

    static void Line(CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.NextRecord();
    }
}
