using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>Turns each row of the survey sheet into a question.</summary>
sealed class XlsFormQuestions(IReadOnlyList<SheetRow> choices, XlsFormWords words, Gathering gathering)
{
    static readonly Dictionary<string, string> None = [];
    static readonly HashSet<string> Captured = ["geopoint", "geotrace", "geoshape", "image", "photo", "audio", "video", "file", "barcode", "background-audio", "time"];
    static readonly HashSet<string> Hidden = ["start", "end", "today", "deviceid", "subscriberid", "simserial", "phonenumber", "username", "email", "audit", "start-geopoint"];

    readonly ILookup<string, SheetRow> lists = choices.ToLookup(c => c["list_name"] is { Length: > 0 } name ? name : c["list name"], StringComparer.Ordinal);
    readonly Dictionary<string, FarField> names = new(StringComparer.Ordinal);

    public Condition? Condition(string text) => ConditionText.Read(text, n => names.GetValueOrDefault(n));

    public void Add(SheetRow row, string type)
    {
        var parts = type.Split(' ');
        if (Captured.Contains(parts[0])) { gathering.Report.Say("capture", row.Where, type); return; }
        if (Hidden.Contains(parts[0])) { gathering.Report.Say("metadata", row.Where, type); return; }
        // A field that computes itself is no question, whatever its type.
        if (parts[0] is "calculate" or "hidden" or "xml-external" or "csv-external" || parts[0] is not "note" && row["calculation"].Length > 0) { gathering.Report.Say("calculate", row.Where, type); return; }
        if (parts[0] is not ("text" or "integer" or "int" or "decimal" or "range" or "date" or "datetime" or "dateTime" or "select_one" or "select_multiple" or "rank" or "note" or "acknowledge" or "trigger")) { gathering.Report.Say("type", row.Where, type); return; }
        if (words.Of(row, "label") is not { } text) { gathering.Report.Say("empty", row.Where); return; }
        // The head of a table: it only shows the answers above the lines that follow.
        if (parts[0] is "select_one" or "select_multiple" && row["appearance"].Split(' ').Contains("label")) Plain(row, "note", text);
        else if (parts[0] is "select_one" or "select_multiple" or "rank") Choice(row, parts, text);
        else Plain(row, parts[0], text);
    }

    void Plain(SheetRow row, string type, Wording text)
    {
        var kind = type switch { "integer" or "int" or "decimal" or "range" => QuestionKind.Number, "date" or "datetime" or "dateTime" => QuestionKind.Day, "note" => QuestionKind.Information, "acknowledge" or "trigger" => QuestionKind.Consent, _ => IsLong(row) ? QuestionKind.LongText : QuestionKind.ShortText };
        gathering.Report.Say(type switch { "int" => "integer", "dateTime" => "datetime", "trigger" => "acknowledge", _ => type }, row.Where);
        var question = Bounded(row, Bare(row, kind, text));
        if (type == "range") question = Range(row, question);
        if (kind is QuestionKind.Information) question = question with { Required = false };
        else names[row["name"]] = new(question.Code, kind, kind is QuestionKind.Consent ? new Dictionary<string, string> { ["OK"] = AnswerOption.Yes } : None);
        Put(row, question);
    }

    static bool IsLong(SheetRow row) => row[XlsFormNames.Kind] is "LongText" || row["appearance"].Contains("multiline", StringComparison.Ordinal);

    AskedQuestion Bare(SheetRow row, QuestionKind kind, Wording text)
    {
        gathering.Report.Say("label", row.Where);
        var help = words.Of(row, "hint");
        if (help is not null) gathering.Report.Say("hint", row.Where);
        var look = row["appearance"];
        if (look.Length > 0 && look is not ("multiline" or "table-list")) gathering.Report.Say("columns", row.Where, "appearance " + look);
        return new(gathering.Code(row["name"], row.Where), kind, text) { Help = help, Required = Required(row), Sensitive = IsYes(row[XlsFormNames.Sensitive]), Describes = IsYes(row[XlsFormNames.Describes]) };
    }

    static bool IsYes(string said) => said.ToLowerInvariant() is "yes" or "true" or "1" or "oui" or "true()";

    bool Required(SheetRow row)
    {
        var said = row["required"];
        if (IsYes(said)) { gathering.Report.Say("required", row.Where); return true; }
        if (said.ToLowerInvariant() is not ("" or "no" or "false" or "0" or "non" or "false()")) gathering.Report.Say("required.computed", row.Where);
        return false;
    }

    void Put(SheetRow row, AskedQuestion question) => gathering.Add(question, row.Where, () => Condition(row["relevant"]));

    /// <summary>A limit is a condition on the value itself: only bounds are ours.</summary>
    AskedQuestion Bounded(SheetRow row, AskedQuestion question)
    {
        if (row["constraint"].Length == 0) return question;
        try
        {
            var limit = ConditionText.Read(row["constraint"], n => n == "." ? new(".", question.Kind, None) : null);
            foreach (var part in limit is AllOf all ? all.Parts : limit is null ? [] : [limit])
                question = part switch
                {
                    Compared bound when question.Kind is QuestionKind.Number => Bound(question, bound.Sign, bound.Bound),
                    Counted bound when question.Kind is QuestionKind.Multiple or QuestionKind.Ranking => Bound(question, bound.Sign, bound.Bound),
                    _ => throw new UnsaidCondition("ce n’est pas une borne"),
                };
            gathering.Report.Say("constraint", row.Where);
        }
        catch (UnsaidCondition unsaid) { gathering.Report.Say("constraint.unsaid", row.Where, unsaid.Message); }
        return question;
    }

    static AskedQuestion Bound(AskedQuestion question, Comparison sign, int bound) => sign switch
    {
        Comparison.AtLeast => question with { Least = bound },
        Comparison.More when bound < int.MaxValue => question with { Least = bound + 1 },
        Comparison.AtMost => question with { Most = bound },
        Comparison.Less when bound > int.MinValue => question with { Most = bound - 1 },
        _ => question with { Least = bound, Most = bound },
    };

    AskedQuestion Range(SheetRow row, AskedQuestion question)
    {
        foreach (var (name, value) in Parameters(row))
            try
            {
                if (name == "start") question = question with { Least = FarCondition.Number(value) };
                else if (name == "end") question = question with { Most = FarCondition.Number(value) };
                else if (!(name == "step" && value == "1")) gathering.Report.Say("parameters", row.Where, $"{name}={value}");
            }
            catch (UnsaidCondition unsaid) { gathering.Report.Say("parameters", row.Where, unsaid.Message); }
        return question;
    }

    static IEnumerable<(string Name, string Value)> Parameters(SheetRow row) =>
        row["parameters"].Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => (p[0].Trim(), p.ElementAtOrDefault(1)?.Trim() ?? ""));

    void Choice(SheetRow row, string[] type, Wording text)
    {
        var answers = lists[type.ElementAtOrDefault(1) ?? ""].Select(c => (Row: c, Code: c["name"] is { Length: > 0 } name ? name : c["value"], Text: words.Of(c, "label"))).Where(c => c.Code.Length > 0 || c.Text is not null).Select(c => (c.Row, c.Code, Text: c.Text ?? new Wording(c.Code))).DistinctBy(c => c.Code).ToList();
        var other = type.ElementAtOrDefault(2) is "or_other";
        if (answers.Count + (other ? 1 : 0) < 2) { gathering.Report.Say("empty", row.Where); return; }
        if (gathering.TooMany(answers.Count + (other ? 1 : 0), row.Where)) return;
        gathering.Report.Say(type[0], row.Where);
        var kind = type[0] switch { "select_one" => QuestionKind.Single, "rank" => QuestionKind.Ranking, _ => QuestionKind.Multiple };
        var told = row[XlsFormNames.Kind];
        if (kind is QuestionKind.Single && told == "Consent" && answers.Select(a => a.Code).ToHashSet().SetEquals([AnswerOption.Yes, AnswerOption.No])) kind = QuestionKind.Consent;
        var scale = kind is QuestionKind.Single && told is not "Single" && !other ? Scale(row, answers) : null;
        var question = Bounded(row, Bare(row, scale is null ? kind : QuestionKind.Scale, text)) with { Scale = scale?.Code };
        IReadOnlyDictionary<string, string> codes = kind is QuestionKind.Consent ? new Dictionary<string, string> { [AnswerOption.Yes] = AnswerOption.Yes, [AnswerOption.No] = AnswerOption.No } : None;
        if (scale is not null) codes = scale.Codes;
        else if (kind is not QuestionKind.Consent) (question, codes) = Options(row, question, answers, other);
        names[row["name"]] = new(question.Code, question.Kind, codes);
        Put(row, question);
        if (!other) return;
        gathering.Report.Say("or_other", row.Where);
        var more = new AskedQuestion(gathering.Code(row["name"] + "_other", row.Where), QuestionKind.ShortText, new Wording("Autre : précisez"));
        names[row["name"] + "_other"] = new(more.Code, more.Kind, None);
        gathering.Add(more, row.Where, () => new Chosen(question.Code, codes["other"]));
    }

    KnownScale? Scale(SheetRow row, List<(SheetRow Row, string Code, Wording Text)> answers)
    {
        var scale = KnownScale.Of([.. answers.Select(a => (a.Code, a.Text.Text))]);
        if (scale is { SameCodes: false }) gathering.Report.Say("scale", row.Where, Scales.Of(scale.Code).Label);
        return scale;
    }

    (AskedQuestion, Dictionary<string, string>) Options(SheetRow row, AskedQuestion question, List<(SheetRow Row, string Code, Wording Text)> answers, bool other)
    {
        var (codes, map, options) = (new Codes(), new Dictionary<string, string>(StringComparer.Ordinal), new List<AnswerOption>());
        // Our own files say which answers are silent; of others, words tell.
        var ours = row[XlsFormNames.Kind].Length > 0;
        foreach (var answer in answers)
        {
            var code = map[answer.Code] = codes.Take(answer.Code, "R");
            if (code != answer.Code) gathering.Report.Say("code", answer.Row.Where, $"{answer.Code} → {code}");
            var silent = ours ? IsYes(answer.Row[XlsFormNames.Silent]) : KnownScale.IsSilent(answer.Text.Text);
            if (silent && !ours) gathering.Report.Say("silent", answer.Row.Where);
            options.Add(new(code, answer.Text, silent));
        }
        if (other) options.Add(new(map["other"] = codes.Take("AUTRE", "R"), new Wording("Autre")));
        foreach (var (name, value) in Parameters(row))
            if (name == "randomize" && value == "true") { gathering.Report.Say("randomize", row.Where); question = question with { Shuffled = true }; }
            else if (!(name == "randomize" && value == "false")) gathering.Report.Say("parameters", row.Where, $"{name}={value}");
        return (question with { Options = options }, map);
    }

    /// <summary>Lines that all choose from one list that is a scale of ours.</summary>
    public bool Matrix(SheetRow head, List<SheetRow> lines)
    {
        var chosen = lines.Select(l => l["type"].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (lines.Count is 0 or > AskedQuestion.ItemsMax || !chosen.All(c => c is ["select_one", var list] && list == chosen[0][1]) || words.Of(head, "label") is not { } text) return false;
        if (lines.Any(l => l["relevant"].Length > 0 || words.Of(l, "label") is null || words.Of(l, "hint") is not null) || Scale(head, [.. lists[chosen[0][1]].Select(c => (c, c["name"], words.Of(c, "label") ?? new Wording(c["name"])))]) is not { } scale) return false;
        gathering.Report.Say("matrix", head.Where);
        var question = Bare(head, QuestionKind.Matrix, text);
        var items = new List<MatrixItem>();
        foreach (var line in lines)
        {
            items.Add(new(gathering.Code(line["name"], line.Where), words.Of(line, "label")!));
            names[line["name"]] = new(items[^1].Code, QuestionKind.Matrix, scale.Codes);
        }
        Put(head, question with { Scale = scale.Code, Items = items, Required = lines.All(Required) });
        return true;
    }
}
