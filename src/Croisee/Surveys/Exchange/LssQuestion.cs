using System.Globalization;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>A question of a LimeSurvey file with everything that the tables say of it.</summary>
sealed record LssQuestion(LssRow Row, string Type, Wording Text, Wording? Help, IReadOnlyList<LssPart> Lines, IReadOnlyList<LssPart> Answers, IReadOnlyDictionary<string, string> Settings)
{
    public string Name => Row["title"];
    public string Where => Name.Length == 0 ? Row.Where : $"{Name} ({Row.Where})";
    public bool Mandatory => Row["mandatory"] is "Y";

    public string Setting(string name) => Settings.GetValueOrDefault(name, "");

    public int? Bound(string name) =>
        decimal.TryParse(Setting(name), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < int.MaxValue
            // Answers are whole: what is at least 0.5 is at least 1.
            ? (int)(name.StartsWith("min", StringComparison.Ordinal) ? decimal.Ceiling(number) : decimal.Floor(number)) : null;
}

/// <summary>A line of an array, a box of a list, an answer: its code and its words.</summary>
/// <param name="Id">Of a line: its number in the file, by which conditions of version 7 name it.</param>
sealed record LssPart(string Code, Wording Text, string Id = "");

/// <summary>Puts the tables of a file together: new versions keep words apart from things, old ones repeat each thing in each language.</summary>
sealed class LssBook(LssTables tables, Gathering gathering)
{
    public string Language { get; } = Chosen(tables);

    /// <summary>Whether what is shown to who asks for no language is French.</summary>
    public bool IsFrench => IsTagOfFrench(Language);

    static bool IsTagOfFrench(string tag) => tag is "fr" || tag.StartsWith("fr-", StringComparison.Ordinal);

    /// <summary>French first when it is there: it is what is shown to who asks for no language.</summary>
    static string Chosen(LssTables tables)
    {
        var said = tables["surveys_languagesettings"].Select(r => r["surveyls_language"]).ToList();
        return said.FirstOrDefault(IsTagOfFrench) ?? (tables["surveys"] is [var survey, ..] && survey["language"].Length > 0 ? survey["language"] : said.FirstOrDefault() ?? "fr");
    }

    readonly ILookup<string, LssRow> questionWords = tables["question_l10ns"].ToLookup(r => r["qid"], StringComparer.Ordinal);
    readonly ILookup<string, LssRow> answerWords = tables["answer_l10ns"].Where(r => r["aid"].Length > 0).ToLookup(r => r["aid"], StringComparer.Ordinal);
    readonly ILookup<string, LssRow> answers = tables["answers"].ToLookup(r => r["qid"], StringComparer.Ordinal);
    readonly ILookup<string, LssRow> lines = tables["subquestions"].Concat(tables["questions"].Where(r => r["parent_qid"] is not ("" or "0"))).ToLookup(r => r["parent_qid"], StringComparer.Ordinal);
    readonly ILookup<string, LssRow> settings = tables["question_attributes"].Where(r => r["value"].Length > 0).ToLookup(r => r["qid"], StringComparer.Ordinal);
    readonly HashSet<string> oldConditions = [.. tables["conditions"].Select(c => c["qid"])];
    readonly ILookup<string, LssRow> questions = tables["questions"].Where(r => r["parent_qid"] is "" or "0").ToLookup(r => r["gid"], StringComparer.Ordinal);

    public IEnumerable<LssQuestion> Of(string group) =>
        questions[group].GroupBy(r => r["qid"], StringComparer.Ordinal).OrderBy(g => g.First().Number("question_order")).Select(g => Question(g.Key, [.. g]));

    LssQuestion Question(string id, IReadOnlyList<LssRow> same)
    {
        var words = questionWords[id].ToList() is { Count: > 0 } apart ? apart : [.. same];
        if (words.Any(w => w["script"].Length > 0)) gathering.Report.Say("attribute", same[0].Where, "script");
        if (same[0]["preg"].Length > 0) gathering.Report.Say("attribute", same[0].Where, "preg");
        // Before version 1.92 conditions stood in a table of their own.
        if (same[0]["relevance"].Length == 0 && oldConditions.Contains(id)) gathering.Report.Say("condition.unsaid", same[0].Where, "elle est écrite à la manière d’avant 2012");
        foreach (var line in lines[id].Where(l => l["relevance"] is not ("" or "1"))) gathering.Report.Say("condition.unsaid", line.Where, "celle d’une seule ligne");
        if (answers[id].Any(a => a["assessment_value"] is not ("" or "0"))) gathering.Report.Say("quota", same[0].Where, "assessment_value");
        return new(same[0], same[0]["type"], Words(words, "question", same[0].Where) ?? new Wording(same[0]["title"]), Words(words, "help", same[0].Where), Lines(id), Answers(id),
            settings[id].GroupBy(r => r["attribute"], StringComparer.Ordinal).ToDictionary(g => g.Key, g => (g.FirstOrDefault(r => r["language"] == Language) ?? g.First())["value"], StringComparer.Ordinal));
    }

    List<LssPart> Lines(string id) =>
        [.. lines[id].Where(r => r.Number("scale_id") == 0).GroupBy(r => r["qid"], StringComparer.Ordinal).OrderBy(g => g.First().Number("question_order"))
            .Select(g => new LssPart(g.First()["title"], Words(questionWords[g.Key].ToList() is { Count: > 0 } apart ? apart : [.. g], "question", g.First().Where) ?? new Wording(g.First()["title"]), g.Key))];

    List<LssPart> Answers(string id) =>
        [.. answers[id].Where(r => r.Number("scale_id") == 0).GroupBy(r => r["code"], StringComparer.Ordinal).OrderBy(g => g.First().Number("sortorder"))
            .Select(g => new LssPart(g.Key, Words(answerWords[g.First()["aid"]].ToList() is { Count: > 0 } apart ? apart : [.. g], "answer", g.First().Where) ?? new Wording(g.Key)))];

    /// <summary>One text in every language that has it; null when it is empty.</summary>
    public Wording? Words(IReadOnlyList<LssRow> rows, string field, string where, string language = "language", int max = Wording.TextMax)
    {
        var said = rows.Where(r => r[language].Length <= Gathering.TagMax).Select(r => (Tag: r[language], Text: gathering.Text(r[field], where, max))).Where(t => t.Text.Length > 0).ToList();
        if (said.Count == 0) return null;
        var main = said.FirstOrDefault(t => t.Tag == Language || t.Tag.Length == 0) is { Text: not null } found ? found : said[0];
        if (main.Tag != Language && main.Tag.Length > 0) gathering.Report.Say("french", where, main.Tag);
        var others = said.Where(t => t.Tag != main.Tag && t.Tag.Length > 0).DistinctBy(t => t.Tag).ToDictionary(t => t.Tag, t => t.Text, StringComparer.Ordinal);
        foreach (var tag in others.Keys) if (gathering.Languages.TryAdd(tag, Named(tag))) gathering.Report.Say("language", tag);
        return new Wording(main.Text) { In = others.Count > 0 ? others : null };
    }

    public static string Named(string tag)
    {
        try { return CultureInfo.GetCultureInfo(tag).NativeName; }
        catch (CultureNotFoundException) { return tag; }
    }
}
