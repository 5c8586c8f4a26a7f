using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Croisee.Framework;

namespace Croisee.Experiences.Exchange;

/// <summary>Reads a table row by row, in constant memory. Encoding and separator are recognised.</summary>
static class CsvRows
{
    static readonly string[] Separators = [";", ",", "\t"];
    /// <summary>Enough for all names of columns.</summary>
    const int FirstLineMax = 64_000;

    /// <exception cref="FileRefused">The file cannot be read any further.</exception>
    public static IEnumerable<ImportedRow> Read(Stream file, LabelBook book)
    {
        file.Position = 0;
        var encoding = TextEncoding.Of(file);
        var separator = SeparatorOf(file, encoding);
        using var text = new WatchedReader(new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true), allLetters: !encoding.IsSingleByte);
        var quotes = false;
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator, IgnoreBlankLines = false, BadDataFound = _ => quotes = true });
        CsvHeader? header = null;
        var ended = 0;
        while (csv.Read())
        {
            var line = ended + 1;
            ended = csv.RawRow;
            text.RowEnded();
            if (header is null && csv.Count > CsvHeader.ColumnsMax) throw new FileRefused(line, $"Ce fichier a {csv.Count:N0} colonnes, {CsvHeader.ColumnsMax} au plus.");
            if (IsBlank(csv) || header is null && csv.Count <= 2 && csv[0]?.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) is true) continue;
            var errors = new List<FieldError>();
            if (header is null)
            {
                header = new CsvHeader(Cells(csv), line, errors);
                if (errors.Count > 0) { yield return new(line, new() { Book = book }, errors); yield break; }
                continue;
            }
            yield return Row(header, csv, line, book, errors, ref quotes);
        }
        if (header is null) throw new FileRefused(1, "Ce fichier est vide : la première ligne donne les noms des colonnes.");
    }

    static ImportedRow Row(CsvHeader header, CsvParser csv, long line, LabelBook book, List<FieldError> errors, ref bool quotes)
    {
        var row = new ExchangeRow { Book = book };
        if (csv.Count != header.Count) { errors.Add(new("", $"Cette ligne a {csv.Count:N0} cellules, la première en a {header.Count}. Un texte qui contient le séparateur se met entre guillemets.", line)); return new(line, row, errors); }
        var cells = Cells(csv);
        if (quotes) { quotes = false; errors.Add(new("", "Les guillemets de cette ligne ne vont pas par deux. Un guillemet dans un texte s’écrit deux fois, et tout le texte est entre guillemets.", line)); return new(line, row, errors); }
        errors.AddRange(header.TakeIn(cells, line, row));
        return new(line, row, errors);
    }

    /// <summary>Spreadsheets write the rows that were emptied after the last one as separators alone.</summary>
    static bool IsBlank(CsvParser csv)
    {
        for (var i = 0; i < csv.Count; i++) if (!string.IsNullOrWhiteSpace(csv[i])) return false;
        return true;
    }

    static string[] Cells(CsvParser csv)
    {
        var cells = new string[csv.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = csv[i] ?? "";
        return cells;
    }

    /// <summary>The separator under which most names of the first line are known; when none is, the one that is there most.</summary>
    static string SeparatorOf(Stream file, Encoding encoding)
    {
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var start = new char[FirstLineMax];
        var first = new string(start, 0, reader.ReadBlock(start, 0, start.Length)).TrimStart('\uFEFF', '\r', '\n').Split('\r', '\n')[0];
        file.Position = 0;
        // « sep=; » before the names: some spreadsheets write it, for themselves.
        if (first.Length == 5 && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && Separators.Contains(first[4..])) return first[4..];
        return Separators.MaxBy(s => (CsvHeader.CountKnown(first.Split(s)), first.Split(s).Length))!;
    }
}
