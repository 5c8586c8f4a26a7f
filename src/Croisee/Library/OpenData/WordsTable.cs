using System.Globalization;
using Croisee.Data;

namespace Croisee.Library.OpenData;

/// <summary>What readers wrote beside the published sheets and the moderation showed, with what the authors answer. Nothing says who wrote.</summary>
static class WordsTable
{
    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new("reference", "Référence de la fiche", "texte"), new("ecrite_le", "Parole écrite le", "jour (AAAA-MM-JJ)"),
        new("sorte", "Une question aux auteurs, ou « nous l’avons fait aussi »", "question ou fait_aussi"), new("message", "Ce que dit le lecteur", "texte"), new("ou", "Où cela a été fait aussi", "texte"),
        new("reponse", "Ce que les auteurs répondent", "texte"), new("repondu_le", "Répondu le", "jour (AAAA-MM-JJ)"),
    ];

    public static TableLines Read(PublishedSheets sheets, CancellationToken stop) => new([.. Columns.Select(c => c.Code)], Lines(sheets, stop));

    static IAsyncEnumerable<IEnumerable<IEnumerable<string?>>> Lines(PublishedSheets sheets, CancellationToken stop) =>
        sheets.Read(null, stop).Select(batch => batch.SelectMany(sheet => sheet.Company.Words.Select(word => Cells(sheet, word))));

    static IEnumerable<string?> Cells(PublicSheet sheet, ReaderWord word) =>
        [sheet.Reference, Day(word.At), word.Kind is ReaderWordKind.Question ? "question" : "fait_aussi", word.Text, word.Place, word.Answer, word.AnsweredAt is { } at ? Day(at) : null];

    static string Day(DateTime utc) => utc.ParisDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
