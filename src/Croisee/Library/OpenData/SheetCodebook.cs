using System.Globalization;
using Croisee.Framework;

namespace Croisee.Library.OpenData;

/// <summary>What each column and each code of the open data means: columns first, file by file, then every term of the vocabularies they use.</summary>
static class SheetCodebook
{
    public static IReadOnlyList<string> Head { get; } = ["genre", "code", "libelle", "type", "vocabulaire", "libelle_facile", "anglais", "ordre", "propose", "version", "definition", "edition", "parent", "fichier"];

    /// <summary>What is given beside the sheets, and the numbers of the maps.</summary>
    static IEnumerable<TableShape> Beside => [.. OpenTable.All, .. CountsTable.All];

    public static IEnumerable<string[]> Rows(LabelBook book)
    {
        foreach (var (column, at) in SheetColumns.All.Select((c, i) => (c, i)))
            yield return ["colonne", column.Code, column.Label, column.Kind, column.Vocabulary?.Code ?? "", "", "", Number(at + 1), "oui", Number(Vocabularies.Version), "", "", "", "fiches"];
        yield return ["colonne", CountsTable.Widened, CountsTable.WidenedLabel, "oui, dans les seuls fichiers CSV et JSON Lines d’une recherche élargie", "", "", "", Number(SheetColumns.All.Count + 1), "oui", Number(Vocabularies.Version), "", "", "", "fiches"];
        foreach (var line in Beside.SelectMany(ColumnsOf)) yield return line;
        foreach (var line in CodesOf(SheetColumns.All.Select(c => c.Vocabulary).Append(Vocabularies.Stage).Concat(Beside.SelectMany(t => t.Columns).Select(c => c.Vocabulary)), book)) yield return line;
    }

    /// <summary>What one table beside the sheets needs: its columns and their codes.</summary>
    public static IEnumerable<string[]> RowsOf(TableShape table, LabelBook book) => ColumnsOf(table).Concat(CodesOf(table.Columns.Select(c => c.Vocabulary), book));

    static IEnumerable<string[]> ColumnsOf(TableShape table) => table.Columns.Select((column, at) => (string[])
        ["colonne", column.Code, column.Label, column.Kind, column.Vocabulary?.Code ?? "", "", "", Number(at + 1), "oui", Number(Vocabularies.Version), "", "", "", table.Code]);

    static IEnumerable<string[]> CodesOf(IEnumerable<Vocabulary?> vocabularies, LabelBook book) => vocabularies.OfType<Vocabulary>().Distinct().SelectMany(vocabulary => vocabulary.Terms.Select(term => (string[])
        ["code", term.Code, book.Label(term), "", vocabulary.Code, book.Label(term, easy: true), term.English, Number(term.Position + 1), book.IsActive(term.Code) ? "oui" : "non", Number(vocabulary.Version), book.Definition(term) ?? "", Number(book.EditionOf(term)), term.Parent ?? "", ""]));

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
