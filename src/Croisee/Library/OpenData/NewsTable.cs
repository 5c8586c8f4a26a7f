using System.Globalization;
using Croisee.Data;
using Croisee.Experiences.Exchange;
using Croisee.Ui.Tables;

namespace Croisee.Library.OpenData;

/// <summary>One piece of news a line, with the sheet it is about: the codes of all, the words once the moderation has said yes.</summary>
static class NewsTable
{
    public static IReadOnlyList<string> Head { get; } = ["reference", "dites_le", "etat", "etat_libelle", "copiee", "copiee_ou", "mois_arret", "motif_arret", "motif_arret_libelle", "en_mots"];

    public static async Task Write(Stream body, PublishedSheets sheets, CancellationToken stop)
    {
        await using var output = new DrainedStream(body);
        using (var csv = CsvRowWriter.Table(output, ";"))
        {
            foreach (var name in Head) csv.WriteField(name);
            csv.NextRecord();
            await foreach (var batch in sheets.Read(null, stop))
            {
                foreach (var sheet in batch)
                    foreach (var news in sheet.Company.News)
                    {
                        foreach (var cell in Cells(sheet, news)) csv.WriteField(FormulaGuard.Put(cell ?? ""));
                        csv.NextRecord();
                    }
                csv.Flush();
                await output.Drain(stop);
            }
        }
        await output.Drain(stop);
    }

    static IEnumerable<string?> Cells(PublicSheet sheet, News news)
    {
        var line = NewsLine.Of(news);
        return [sheet.Reference, line.At.ParisDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Said, sheet.Book.Label(line.Said), line.Copied ? "oui" : "non", line.Place,
            line.StoppedMonth?.ToString("yyyy-MM", CultureInfo.InvariantCulture), line.Reason, line.Reason is { } reason ? sheet.Book.Label(reason) : null, line.What];
    }
}
