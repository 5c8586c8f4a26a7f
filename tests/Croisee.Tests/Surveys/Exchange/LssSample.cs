using System.Text;
using Croisee.Surveys.Exchange;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>A small LimeSurvey structure file, as version 6 writes it.</summary>
sealed class LssSample
{
    readonly StringBuilder questions = new(), lines = new(), words = new(), answers = new(), answerWords = new(), settings = new(), other = new();
    int id = 100, answer = 500;

    public string Title { get; init; } = "Essai";
    public string GroupRelevance { get; init; } = "1";
    public string GroupAbout { get; init; } = "";
    public string Welcome { get; init; } = "";
    public string About { get; init; } = "";
    public string Policy { get; init; } = "";
    /// <summary>Groups after the first, each with a line of text « G8 », « G9 »…</summary>
    public int MoreGroups { get; init; }
    public string MoreRelevance { get; init; } = "1";

    static string Cell(string name, string value) => $"<{name}><![CDATA[{value.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]></{name}>";

    /// <param name="sub">« code=words » of each line, separated by « | ».</param>
    /// <param name="choices">« code=words » of each answer.</param>
    /// <param name="attributes">« name=value » of each setting.</param>
    public LssSample Ask(string type, string code, string text = "Question ?", string sub = "", string choices = "", string attributes = "", string mandatory = "N", string otherAnswer = "N", string help = "", string relevance = "1", string? english = null)
    {
        var own = ++id;
        questions.Append("<row>").Append(Cell("qid", $"{own}")).Append("<parent_qid>0</parent_qid><sid>42</sid><gid>7</gid>").Append(Cell("type", type)).Append(Cell("title", code)).Append(Cell("mandatory", mandatory)).Append(Cell("other", otherAnswer)).Append(Cell("question_order", $"{own}")).Append(Cell("relevance", relevance)).Append("</row>");
        Words(own, text, help, english);
        foreach (var (name, said) in Pairs(sub))
        {
            lines.Append("<row>").Append(Cell("qid", $"{++id}")).Append(Cell("parent_qid", $"{own}")).Append("<gid>7</gid>").Append(Cell("title", name)).Append(Cell("question_order", $"{id}")).Append("<scale_id>0</scale_id></row>");
            Words(id, said, "", null);
        }
        foreach (var (name, said) in Pairs(choices))
        {
            answers.Append("<row>").Append(Cell("aid", $"{++answer}")).Append(Cell("qid", $"{own}")).Append(Cell("code", name)).Append(Cell("sortorder", $"{answer}")).Append("<scale_id>0</scale_id></row>");
            answerWords.Append("<row>").Append(Cell("aid", $"{answer}")).Append(Cell("answer", said)).Append("<language>fr</language></row>");
        }
        foreach (var (name, value) in Pairs(attributes)) settings.Append("<row>").Append(Cell("qid", $"{own}")).Append(Cell("attribute", name)).Append(Cell("value", value)).Append("</row>");
        return this;
    }

    void Words(int of, string text, string help, string? english)
    {
        words.Append("<row>").Append(Cell("qid", $"{of}")).Append(Cell("question", text)).Append(Cell("help", help)).Append("<language>fr</language></row>");
        if (english is not null) words.Append("<row>").Append(Cell("qid", $"{of}")).Append(Cell("question", english)).Append("<language>en</language></row>");
    }

    public LssSample With(string table)
    {
        other.Append($"<{table}><rows><row><id>1</id></row></rows></{table}>");
        return this;
    }

    static IEnumerable<(string, string)> Pairs(string said) => said.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => (p[0], p[1]));

    public string Xml() => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document>\n<LimeSurveyDocType>Survey</LimeSurveyDocType>\n<DBVersion>499</DBVersion>\n<languages><language>fr</language></languages>\n"
        + Table("answers", answers) + Table("answer_l10ns", answerWords) + "<groups><rows><row><gid>7</gid><sid>42</sid><group_order>1</group_order>" + Cell("grelevance", GroupRelevance) + "</row>" + More(n => $"<row><gid>{n}</gid><group_order>{n}</group_order>" + Cell("grelevance", MoreRelevance) + "</row>") + "</rows></groups>\n"
        + "<group_l10ns><rows><row><gid>7</gid>" + Cell("group_name", "Partie") + Cell("description", GroupAbout) + "<language>fr</language></row>" + More(n => $"<row><gid>{n}</gid>" + Cell("group_name", $"Partie {n}") + "<language>fr</language></row>") + "</rows></group_l10ns>\n"
        + Table("questions", new StringBuilder(questions.ToString()).Append(More(n => $"<row><qid>{n}</qid><parent_qid>0</parent_qid><gid>{n}</gid><type>S</type><title>G{n}</title></row>"))) + Table("subquestions", lines) + Table("question_l10ns", words) + Table("question_attributes", settings) + other
        + "<surveys><rows><row><sid>42</sid><language>fr</language></row></rows></surveys>\n<surveys_languagesettings><rows><row><surveyls_survey_id>42</surveyls_survey_id><surveyls_language>fr</surveyls_language>"
        + Cell("surveyls_title", Title) + Cell("surveyls_welcometext", Welcome) + Cell("surveyls_description", About) + Cell("surveyls_policy_notice", Policy) + "</row></rows></surveys_languagesettings>\n</document>";

    string More(Func<int, string> row) => string.Concat(Enumerable.Range(8, MoreGroups).Select(row));

    static string Table(string name, StringBuilder rows) => rows.Length == 0 ? "" : $"<{name}><rows>\n{rows}</rows></{name}>\n";

    public ReadQuestionnaire Read() => QuestionnaireFiles.Read(Encoding.UTF8.GetBytes(Xml()));
}
