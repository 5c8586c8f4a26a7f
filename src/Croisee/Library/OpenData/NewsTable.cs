using System.Globalization;
using Croisee.Data;
using Croisee.Framework;

namespace Croisee.Library.OpenData;

/// <summary>One piece of news a line, with the sheet it is about: the codes of all, the words once the moderation has said yes.</summary>
static class NewsTable
{
    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new("reference", "Référence de la fiche", "texte"), new("dites_le", "Nouvelles dites le", "jour (AAAA-MM-JJ)"),
        new("etat", "Ce que devient l’expérience", "code", Vocabularies.News), new("etat_libelle", "Le même, en mots", "texte"),
        new("copiee", "Copiée ailleurs", "oui ou non"), new("copiee_ou", "Où elle est copiée, une fois ces mots relus", "texte"),
        new("mois_arret", "Si elle s’est arrêtée : quel mois", "mois (AAAA-MM)"), new("motif_arret", "Si elle s’est arrêtée : pourquoi", "code", Vocabularies.StopReason), new("motif_arret_libelle", "Le même, en mots", "texte"),
        new("en_mots", "Ce que les auteurs en disent, une fois ces mots relus", "texte"),
    ];

    public static TableLines Read(PublishedSheets sheets, CancellationToken stop) => new([.. Columns.Select(c => c.Code)], Lines(sheets, stop));

    static IAsyncEnumerable<IEnumerable<IEnumerable<string?>>> Lines(PublishedSheets sheets, CancellationToken stop) =>
        sheets.Read(null, stop).Select(batch => batch.SelectMany(sheet => sheet.Company.News.Select(news => Cells(sheet, news))));

    static IEnumerable<string?> Cells(PublicSheet sheet, News news)
    {
        var line = NewsLine.Of(news);
        return [sheet.Reference, line.At.ParisDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Said, sheet.Book.Label(line.Said), line.Copied ? "oui" : "non", line.Place,
            line.StoppedMonth?.ToString("yyyy-MM", CultureInfo.InvariantCulture), line.Reason, line.Reason is { } reason ? sheet.Book.Label(reason) : null, line.What];
    }
}
