using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>Reads the structure of a LimeSurvey questionnaire (.lss): what this house can ask, in its words, and one line for everything that became something else.</summary>
public static class LssReader
{
    const QuestionnaireFormat Format = QuestionnaireFormat.LimeSurvey;

    public static ReadQuestionnaire Read(Stream file)
    {
        var gathering = new Gathering(Format);
        try
        {
            var tables = LssTables.Of(file);
            var book = new LssBook(tables, gathering);
            foreach (var lost in new[] { "quota", "assessments", "defaultvalues" }) if (tables[lost].Count > 0) gathering.Report.Say("quota", tables[lost][0].Where, lost);
            // Once for the file: each of its texts is of that language.
            if (!book.IsFrench) gathering.Report.Say("french", tables["surveys_languagesettings"] is [var first, ..] ? first.Where : "fichier", book.Language);
            Groups(tables, book, gathering);
            return gathering.Finish(Head(tables, book, gathering));
        }
        catch (UnreadableFile unreadable)
        {
            return gathering.Report.Stop(unreadable.Where, unreadable.Message);
        }
    }

    static void Groups(LssTables tables, LssBook book, Gathering gathering)
    {
        var words = tables["group_l10ns"].ToLookup(r => r["gid"], StringComparer.Ordinal);
        var questions = new LssQuestions(gathering);
        foreach (var group in tables["groups"].GroupBy(r => r["gid"], StringComparer.Ordinal).OrderBy(g => g.First().Number("group_order")))
        {
            if (LssQuestions.IsNever(group.First()["grelevance"])) { gathering.Report.Say("hidden", group.First().Where); continue; }
            var (first, said) = (group.First(), words[group.Key].ToList() is { Count: > 0 } apart ? apart : [.. group]);
            gathering.Begin("p" + group.Key, book.Words(said, "group_name", first.Where), first.Where, () => questions.Condition(first["grelevance"]));
            gathering.Report.Say("group", first.Where);
            if (first["randomization_group"].Length > 0) gathering.Report.Say("attribute", first.Where, "randomization_group");
            if (book.Words(said, "description", first.Where) is { } about)
            {
                gathering.Report.Say("group.about", first.Where);
                gathering.Add(new(gathering.Code("info" + group.Key, first.Where), QuestionKind.Information, about), first.Where);
            }
            foreach (var question in book.Of(group.Key)) questions.Add(question, tables["surveys"] is [var survey, ..] ? survey["sid"] : question.Row["sid"]);
        }
    }

    static QuestionnaireContent Head(LssTables tables, LssBook book, Gathering gathering)
    {
        var settings = tables["surveys_languagesettings"];
        Wording? Said(string field, int max = Wording.TextMax) => book.Words(settings, field, settings.Count > 0 ? settings[0].Where : "ligne 1", "surveyls_language", max);
        var (about, welcome, end) = (Said("surveyls_description"), Said("surveyls_welcometext"), Said("surveyls_endtext"));
        if (welcome is not null || end is not null) gathering.Report.Say("welcome", settings[0].Where);
        if (Beside(tables) is { Count: > 0 } beside) gathering.Report.Say("settings", settings.Count > 0 ? settings[0].Where : "fichier", string.Join(", ", beside));
        return new QuestionnaireContent(Said("surveyls_title", Questionnaire.TitleMax) ?? new Wording("Questionnaire LimeSurvey")) { About = Together(about, welcome, gathering, settings), Thanks = end };
    }

    /// <summary>What it is about, then the welcome, as they come on its first page.</summary>
    static Wording? Together(Wording? about, Wording? welcome, Gathering gathering, IReadOnlyList<LssRow> settings)
    {
        if (about is null || welcome is null) return welcome ?? about;
        string Said(string one, string other) => gathering.Text(one + "\n\n" + other, settings[0].Where);
        var tags = new[] { about.In, welcome.In }.SelectMany(i => i?.Keys ?? []).Distinct();
        var others = tags.ToDictionary(t => t, t => Said(about.In?.GetValueOrDefault(t) ?? "", welcome.In?.GetValueOrDefault(t) ?? ""), StringComparer.Ordinal);
        return new Wording(Said(about.Text, welcome.Text)) { In = others.Count > 0 ? others : null };
    }

    /// <summary>What a survey says around its questions and this house says its own way, in French.</summary>
    static List<string> Beside(LssTables tables)
    {
        bool Any(string table, params ReadOnlySpan<string> fields) { foreach (var row in tables[table]) foreach (var field in fields) if (row[field].Length > 0) return true; return false; }
        var beside = new List<string>();
        if (Any("surveys_languagesettings", "surveyls_policy_notice", "surveyls_policy_notice_label")) beside.Add("politique de données");
        if (Any("surveys_languagesettings", "surveyls_url")) beside.Add("adresse de fin");
        if (Any("surveys_languagesettings", "surveyls_email_invite", "surveyls_email_remind", "surveyls_email_register", "surveyls_email_confirm", "email_admin_notification", "email_admin_responses")) beside.Add("courriels");
        if (Any("surveys", "startdate", "expires")) beside.Add("dates");
        return beside;
    }
}
