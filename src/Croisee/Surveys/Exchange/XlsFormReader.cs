using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>Reads an XLSForm workbook (.xlsx): what this house can ask, in its words, and one line for everything that became something else.</summary>
public static class XlsFormReader
{
    const QuestionnaireFormat Format = QuestionnaireFormat.XlsForm;

    public static ReadQuestionnaire Read(Stream file)
    {
        var gathering = new Gathering(Format);
        try
        {
            if (file.Length > Workbook.LongestFile) throw new UnreadableFile("fichier", "Ce classeur est trop grand pour un questionnaire.");
            using var book = Workbook.Of(file);
            if (!book.Has("survey")) throw new UnreadableFile("fichier", "Ce classeur n’a pas de feuille « survey » : ce n’est pas un XLSForm.");
            return Read(book, gathering);
        }
        catch (UnreadableFile unreadable)
        {
            return gathering.Report.Stop(unreadable.Where, unreadable.Message);
        }
    }

    static ReadQuestionnaire Read(Workbook book, Gathering gathering)
    {
        var (survey, choices, settings) = (book.Rows("survey"), book.Rows("choices"), book.Rows("settings"));
        foreach (var where in book.Formulas.Distinct().Take(20)) gathering.Report.Say("formula", where);
        foreach (var where in book.Unnamed.Take(20)) gathering.Report.Say("columns", where, "une colonne sans nom");
        // A file of this house, written by it: its words are words.
        gathering.Html = !survey.Any(r => r[XlsFormNames.Kind].Length > 0);
        var setting = settings is [var only, ..] ? only : new SheetRow("settings", 2, new Dictionary<string, string>());
        var words = new XlsFormWords([.. book.Heads("survey"), .. book.Heads("choices"), .. book.Heads("settings")], setting["default_language"], gathering);
        Columns(survey, choices, settings, gathering.Report);
        foreach (var sheet in new[] { "entities", "external_choices", "osm", "cascades" }.Where(book.Has)) gathering.Report.Say("columns", "feuille " + sheet);
        var walk = new XlsFormWalk(survey, new XlsFormQuestions(choices, words, gathering), words, gathering);
        walk.Run();
        var title = gathering.Text(setting["form_title"], setting.Where, Questionnaire.TitleMax);
        var twins = words.Of(setting, XlsFormNames.Title);
        return gathering.Finish(new QuestionnaireContent(new Wording(title.Length > 0 ? title : "Questionnaire XLSForm") { Easy = twins?.Easy, Proxy = twins?.Proxy, In = twins?.In, Picture = Named(XlsFormNames.Picture), Audio = Named(XlsFormNames.Audio) }) { About = walk.About, Thanks = walk.Thanks, Credit = Credit.Of(Told(XlsFormNames.Author), Told(XlsFormNames.Source), Told(XlsFormNames.Licence)) });
        string? Named(string column) => setting[column] is { Length: > 0 } name ? name : null;
        string Told(string column) => gathering.Text(setting[column], setting.Where, Credit.Max);
    }

    static readonly HashSet<string> Known = new(["type", "name", "required", "relevant", "constraint", "parameters", "appearance", "list_name", "list name", "value", "disabled", "form_title", "form_id", "version", "default_language", XlsFormNames.Kind, XlsFormNames.Sensitive, XlsFormNames.Describes, XlsFormNames.Picture, XlsFormNames.Audio, XlsFormNames.Silent, XlsFormNames.Author, XlsFormNames.Source, XlsFormNames.Licence], StringComparer.OrdinalIgnoreCase);

    /// <summary>Columns that mean something elsewhere and nothing here: said once for the whole file.</summary>
    static void Columns(IReadOnlyList<SheetRow> survey, IReadOnlyList<SheetRow> choices, IReadOnlyList<SheetRow> settings, ReadReport report)
    {
        foreach (var rows in new[] { survey, choices, settings })
        {
            var lost = rows.SelectMany(r => r.Cells.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Where(c => !Known.Contains(c) && !XlsFormWords.IsWords(c)).Order(StringComparer.OrdinalIgnoreCase).ToList();
            if (lost.Count > 0) report.Say("columns", $"{rows[0].Sheet}, ligne 1", string.Join(", ", lost));
        }
    }
}
