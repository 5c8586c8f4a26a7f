using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Croisee.Experiences.Exchange;
using Croisee.Ui.Tables;

namespace Croisee.Library.Participedia;

/// <summary>A case as a file tells it, and the line where it begins.</summary>
sealed record ToldCase(long Line, string Number, string Language, string? Licence, CaseContent Content);

/// <summary>A file of cases read to its end: cases, what becomes of each column, faults by line and column.</summary>
sealed record CaseReading(IReadOnlyList<ToldCase> Cases, IReadOnlyList<CaseColumn> Columns, IReadOnlyList<FieldError> Errors);

/// <summary>Reads and writes the table of cases that Participedia gives: sparse, several values in numbered columns, texts in several languages.</summary>
static class CaseFile
{
    public const int CasesMax = 20_000, ColumnsMax = 2_000, ErrorsMax = 200;

    /// <summary>Columns of the table that their site gives: its texts are in one language, whatever the case was first written in.</summary>
    static readonly string[] OfTheirSite = ["post_date", "updated_date", "creator_profile_url"];
    const string TheirLanguage = "en";

    /// <param name="language">Of the texts whose column names none. Null: English in the table of their site, else the one in which the case was first written.</param>
    public static CaseReading Read(Stream file, string? language = null)
    {
        var (cases, errors, columns) = (new List<ToldCase>(), new List<FieldError>(), Array.Empty<CaseColumn>());
        var encoding = TextEncoding.Of(file);
        using var text = new WatchedReader(new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true), allLetters: !encoding.IsSingleByte);
        var quotes = false;
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, DetectDelimiterValues = [",", ";", "\t"], BadDataFound = _ => quotes = true });
        var seen = new HashSet<string>();
        try
        {
            var ended = 0;
            while (csv.Read())
            {
                var line = ended + 1;
                ended = csv.RawRow;
                text.RowEnded();
                var cells = csv.Record!;
                if (quotes)
                {
                    quotes = false;
                    errors.Add(new("", "Les guillemets de cette ligne ne vont pas par deux. Un guillemet dans un texte s’écrit deux fois, et tout le texte est entre guillemets.", line));
                    if (columns.Length == 0 || errors.Count >= ErrorsMax) break;
                    continue;
                }
                if (columns.Length == 0)
                {
                    if (csv.Count > ColumnsMax) { errors.Add(new("", $"Ce fichier a plus de {ColumnsMax} colonnes.", line)); break; }
                    columns = [.. cells.Select(CaseColumn.Of)];
                    if (columns.Any(c => OfTheirSite.Contains(c.Name, StringComparer.OrdinalIgnoreCase))) language ??= TheirLanguage;
                    if (columns.All(c => c.Name != CaseColumn.Number)) { errors.Add(new(CaseColumn.Number, "Cette colonne manque : elle donne le numéro du cas.", line)); break; }
                    continue;
                }
                // Rows emptied in a spreadsheet stay as separators alone.
                if (cells.All(string.IsNullOrWhiteSpace)) continue;
                var told = CaseOf(columns, cells, language, line, seen, errors);
                if (told is not null) cases.Add(told);
                if (cases.Count > CasesMax) errors.Add(new("", $"Ce fichier a plus de {CasesMax} cas.", line));
                if (errors.Count >= ErrorsMax || cases.Count > CasesMax) break;
            }
        }
        catch (FileRefused e) { errors.Add(new("", e.Message, e.Line)); }
        if (cases.Count == 0 && errors.Count == 0) errors.Add(new("", "Ce fichier ne contient aucun cas."));
        return new(cases, columns, errors);
    }

    static ToldCase? CaseOf(CaseColumn[] columns, string[] cells, string? written, long line, HashSet<string> seen, List<FieldError> errors)
    {
        // A row cut short is damage too: what follows a lost separator would stand under another name.
        if (cells.Length != columns.Length) { errors.Add(new("", $"Cette ligne a {cells.Length} cases pour {columns.Length} colonnes. Un texte qui contient le séparateur se met entre guillemets.", line)); return null; }
        string? Cell(string name) => Array.FindIndex(columns, c => c.Name == name) is >= 0 and var at && at < cells.Length && FormulaGuard.Remove(cells[at]).Trim() is { Length: > 0 } cell ? cell : null;
        var before = errors.Count;
        if (Cell(CaseColumn.Kind) is "method" or "organization" or "collection") errors.Add(new(CaseColumn.Kind, "Ce n’est pas un cas : donnez le fichier des cas (« cases »).", line));
        var (number, language) = (Cell(CaseColumn.Number) ?? "", Cell(CaseColumn.Original)?.ToLowerInvariant() ?? TheirLanguage);
        if (number.Length is 0 or > 12 || !number.All(char.IsAsciiDigit)) errors.Add(new(CaseColumn.Number, "Le numéro du cas est un nombre.", line));
        else if (!seen.Add(number)) errors.Add(new(CaseColumn.Number, $"Le cas {number} est deux fois dans le fichier.", line));
        if (!CaseColumn.IsLanguage(language)) errors.Add(new(CaseColumn.Original, "La langue est un code de deux lettres, comme « en ».", line));
        var content = ContentOf(columns, cells, written ?? language);
        if (content.Text("title", language) is null) errors.Add(new("title", "Un cas a un titre.", line));
        return errors.Count > before ? null : new(line, number, language, Cell(CaseColumn.Licence), content);
    }

    static CaseContent ContentOf(CaseColumn[] columns, string[] cells, string language)
    {
        var content = new CaseContent();
        // Numbered columns may stand in any order: their numbers give the order of the values.
        foreach (var (column, cell) in columns.Zip(cells).Where(p => p.First.IsKept).OrderBy(p => p.First.At))
        {
            var value = FormulaGuard.Remove(cell);
            if (string.IsNullOrWhiteSpace(value)) continue;
            var name = column.Field!.Name;
            if (!column.Field.Translated)
            {
                if (!content.Values.TryGetValue(name, out var values)) content.Values[name] = values = [];
                if (column.Field.Many && column.Name == name && Several(value) is { } several) values.AddRange(several);
                else values.Add(value);
                continue;
            }
            if (!content.Texts.TryGetValue(name, out var texts)) content.Texts[name] = texts = new(StringComparer.Ordinal);
            texts[column.Language ?? language] = value;
        }
        return content;
    }

    /// <summary>The table that their site gives joins the keys of a list in one cell: « health, human_rights ». Keys have no space; words in a sentence do.</summary>
    static string[]? Several(string value) => value.Split(", ") is { Length: > 1 } keys && keys.All(k => k.Length > 0 && k.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')) ? keys : null;

    /// <summary>Writes cases so that reading them again gives the same.</summary>
    public static void Write(Stream output, IReadOnlyList<ImportedCase> cases)
    {
        var columns = new CaseColumns();
        foreach (var one in cases) columns.Meet(one.Read());
        using var csv = CsvRowWriter.Table(output, ",");
        foreach (var name in columns.Head) csv.WriteField(name);
        csv.NextRecord();
        foreach (var one in cases)
        {
            foreach (var cell in columns.Line(one)) csv.WriteField(FormulaGuard.Put(cell ?? ""));
            csv.NextRecord();
        }
    }
}
