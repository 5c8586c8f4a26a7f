using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>Turns each LimeSurvey question into ours, and remembers under which names conditions speak of it.</summary>
sealed partial class LssQuestions(Gathering gathering)
{
    static readonly Dictionary<string, string> None = [];
    /// <summary>What only changes the look: left without a word.</summary>
    static readonly HashSet<string> Looks = ["display_columns", "dropdown_size", "dropdown_prefix", "text_input_width", "text_input_columns", "input_size", "display_rows", "answer_width", "cssclass", "question_template", "page_break", "statistics_showgraph", "statistics_graphtype", "public_statistics", "hide_tip", "time_limit_action", "printable_help", "label_input_columns", "location_mapservice", "scale_export", "save_as_default", "clear_default", "repeat_headings", "alphasort", "category_separator", "keep_aspect", "num_value_int_only", "showpopups", "date_format", "dropdown_dates", "use_dropdown", "slider_layout", "array_filter_style", "horizontal_scroll", "fix_height", "fix_width", "crop_or_resize", "samechoiceheight", "samelistheight", "time_limit_disable_next", "time_limit_disable_prev"];

    readonly Dictionary<string, FarField> names = new(StringComparer.Ordinal);

    public Condition? Condition(string text) => ConditionText.Read(text is "1" ? null : text, Find);

    FarField? Find(string name)
    {
        foreach (var end in new[] { ".NAOK", ".code", ".value" }) if (name.EndsWith(end, StringComparison.Ordinal)) name = name[..^end.Length];
        return names.GetValueOrDefault(name);
    }

    void Knows(LssQuestion from, string survey, string suffix, FarField field, string line = "")
    {
        names[from.Name + (suffix.Length > 0 ? "_" + suffix : "")] = field;
        // The older way of naming: survey X group X question.
        names[$"{survey}X{from.Row["gid"]}X{from.Row["qid"]}{suffix}"] = field;
        // By numbers, as the expression manager and version 7 name them. A question whose own name is the same goes before.
        names.TryAdd($"Q{from.Row["qid"]}{(suffix.Length == 0 ? "" : line.Length > 0 ? "_S" + line : "_C" + suffix)}", field);
    }

    /// <summary>« 0 »: put to nobody. Read as a condition that cannot be said, it would be put to everybody.</summary>
    public static bool IsNever(string relevance) => relevance.Trim() is "0" or "false";

    public void Add(LssQuestion from, string survey)
    {
        if (from.Setting("hidden") is "1" || IsNever(from.Row["relevance"])) { gathering.Report.Say("hidden", from.Where); return; }
        if (from.Row["mandatory"] is "S") gathering.Report.Say("mandatory.soft", from.Where);
        switch (from.Type)
        {
            case "L" or "!" or "O" or "5" or "G" or "Y": Single(from, survey); break;
            case "M" or "P" or "R": Several(from, survey); break;
            case "F" or "H" or "A" or "B" or "C" or "E": Array(from, survey); break;
            case "N" or "D" or "S" or "T" or "U" or "X": Plain(from, survey); break;
            case "K" or "Q": Each(from, survey); break;
            case "1" or "|" or "*" or "I": gathering.Report.Say(from.Type, from.Where); return;
            case ":" or ";": gathering.Report.Say(":", from.Where); return;
            default: gathering.Report.Say("type", from.Where, from.Type); return;
        }
        Settings(from);
    }

    /// <summary>The question as every kind has it; its code is taken here.</summary>
    AskedQuestion Bare(LssQuestion from, QuestionKind kind)
    {
        if (from.Mandatory) gathering.Report.Say("mandatory", from.Where);
        if (from.Help is not null) gathering.Report.Say("help", from.Where);
        return new(gathering.Code(from.Name, from.Where), kind, from.Text) { Help = from.Help, Required = from.Mandatory };
    }

    void Put(LssQuestion from, AskedQuestion question) => gathering.Add(question, from.Where, () => Condition(from.Row["relevance"]));

    void Plain(LssQuestion from, string survey)
    {
        var kind = from.Type switch { "N" => QuestionKind.Number, "D" => QuestionKind.Day, "S" => QuestionKind.ShortText, "X" => QuestionKind.Information, _ => QuestionKind.LongText };
        var question = Bare(from, kind);
        gathering.Report.Say(from.Type is "U" ? "T" : from.Type, from.Where);
        if (kind is QuestionKind.Number) question = Bounded(from, question);
        if (kind is QuestionKind.Information) question = question with { Required = false };
        else Knows(from, survey, "", new(question.Code, kind, None));
        Put(from, question);
    }

    AskedQuestion Bounded(LssQuestion from, AskedQuestion question)
    {
        var (least, most) = (from.Bound("min_num_value_n"), from.Bound("max_num_value_n"));
        if (least is not null || most is not null) gathering.Report.Say("bounds", from.Where);
        if (from.Setting("num_value_int_only") is not "1") gathering.Report.Say("decimal", from.Where);
        return question with { Least = least, Most = most };
    }

    /// <summary>Several fields under one heading: the heading becomes an information, or the beginning of each.</summary>
    void Each(LssQuestion from, string survey)
    {
        gathering.Report.Say(from.Type, from.Where);
        foreach (var line in from.Lines)
        {
            var kind = from.Type is "K" ? QuestionKind.Number : QuestionKind.ShortText;
            var question = new AskedQuestion(gathering.Code($"{from.Name}_{line.Code}", from.Where), kind, Joined(from, line)) { Help = from.Help, Required = from.Mandatory };
            if (kind is QuestionKind.Number) question = Bounded(from, question);
            Knows(from, survey, line.Code, new(question.Code, kind, None), line.Id);
            Put(from, question);
        }
        if (from.Lines.Count == 0) gathering.Report.Say("empty", from.Where);
    }

    /// <summary>« Your opinion – The meals »: a line alone must be understood alone.</summary>
    Wording Joined(LssQuestion from, LssPart line)
    {
        var text = gathering.Text($"{from.Text.Text} – {line.Text.Text}", from.Where);
        var others = line.Text.In?.Where(t => from.Text.In?.ContainsKey(t.Key) is true).ToDictionary(t => t.Key, t => gathering.Text($"{from.Text.In![t.Key]} – {t.Value}", from.Where), StringComparer.Ordinal);
        return new Wording(text) { In = others is { Count: > 0 } ? others : null };
    }

    void Settings(LssQuestion from)
    {
        var lost = from.Settings.Where(s => !Looks.Contains(s.Key) && !IsUsed(from, s.Key) && s.Value is not ("0" or "N" or "" or "normal" or "default")).Select(s => s.Key).Order(StringComparer.Ordinal).ToList();
        if (lost.Count > 0) gathering.Report.Say("attribute", from.Where, string.Join(", ", lost));
    }

    /// <summary>A bound may be an expression, which is not read; bounds and a drawn order are kept where our question has them.</summary>
    static bool IsUsed(LssQuestion from, string setting) => setting switch
    {
        "min_answers" or "max_answers" => from.Type is "M" or "P" or "R" && from.Bound(setting) is not null,
        "min_num_value_n" or "max_num_value_n" => from.Type is "N" or "K" && from.Bound(setting) is not null,
        "random_order" or "answer_order" => !IsArray(from) && from.Type is not ("K" or "Q"),
        _ => Used.Contains(setting),
    };

    static bool IsArray(LssQuestion from) => from.Type is "F" or "H" or "A" or "B" or "C" or "E";

    static readonly HashSet<string> Used = ["hidden", "exclude_all_others", "other_replace_text"];
}
