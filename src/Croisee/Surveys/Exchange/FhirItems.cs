using System.Text.Json;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>Turns each item of a FHIR questionnaire into a question.</summary>
sealed class FhirItems(Gathering gathering, JsonElement root)
{
    static readonly Dictionary<string, string> None = [];
    static readonly HashSet<string> Known = [FhirNames.Kind, FhirNames.Silent, FhirNames.Shuffled, FhirNames.Sensitive, FhirNames.Describes, FhirNames.Condition, FhirNames.MinValue, FhirNames.MaxValue, FhirNames.MinOccurs, FhirNames.MaxOccurs, FhirNames.Hidden];
    static readonly Dictionary<string, string> Booleans = new() { ["true"] = FhirNames.Yes, ["false"] = FhirNames.No };
    static readonly Dictionary<string, string> Agreements = new() { ["true"] = AnswerOption.Yes, ["false"] = AnswerOption.No };

    readonly Dictionary<string, FarField> names = new(StringComparer.Ordinal);

    public Condition? Condition(JsonElement item) => FhirConditions.Read(item, n => names.GetValueOrDefault(n));

    static string Control(JsonElement item) => item.Extensions(FhirNames.ItemControl).SelectMany(e => e.TryGetProperty("valueCodeableConcept", out var concept) ? concept.Each("coding") : []).Select(c => c.Said("code")).FirstOrDefault() ?? "";

    public static bool IsHelp(JsonElement item) => item.Said("type") == "display" && Control(item) == "help";

    public static bool IsTable(JsonElement group) => Control(group) is "gtable" or "table" or "htable" or "atable";

    public void Add(JsonElement item, Func<Condition?> condition)
    {
        var (where, type) = (FhirReader.Where(item), item.Said("type"));
        // As version 5 names a choice.
        if (type is "coding") type = item.Said("answerConstraint") is "optionsOrString" or "optionsOrType" ? "open-choice" : "choice";
        if (item.Each("extension").Any(e => FhirJson.Tail(e.Said("url")).EndsWith("calculatedExpression", StringComparison.Ordinal))) { gathering.Report.Say("calculated", where); return; }
        if (type is "attachment" or "reference" or "quantity" or "url" or "time" or "question") { gathering.Report.Say("refused", where, type); return; }
        if (type is not ("display" or "choice" or "open-choice" or "boolean" or "integer" or "decimal" or "date" or "dateTime" or "string" or "text")) { gathering.Report.Say("type", where, type); return; }
        if (item.Text("text", gathering, where) is not { } text) { gathering.Report.Say("empty", where); return; }
        Told(item, where, type);
        if (type is "choice" or "open-choice") Choice(item, where, type, text, condition);
        else Plain(item, where, type, text, condition);
    }

    /// <summary>What an item says that is not kept, whatever its type.</summary>
    public void Told(JsonElement item, string where, string type)
    {
        if (new[] { "code", "definition", "prefix", "readOnly", "answerConstraint" }.Where(n => item.Has(n)).ToList() is { Count: > 0 } lost) gathering.Report.Say("definition", where, string.Join(", ", lost));
        if (item.Has("initial") || item.Each("answerOption").Any(o => o.IsTrue("initialSelected"))) gathering.Report.Say("initial", where);
        if (item.Number("maxLength") is { } most && most != (type == "string" ? AskedQuestion.ShortTextMax : AskedQuestion.LongTextMax)) gathering.Report.Say("maxLength", where);
        if (item.IsTrue("repeats") && type is not ("choice" or "open-choice")) gathering.Report.Say("repeats", where);
        var others = item.Each("extension").Select(e => e.Said("url")).Where(u => !Known.Contains(u) && !FhirJson.Tail(u).EndsWith("enableWhenExpression", StringComparison.Ordinal) && !(u == FhirNames.ItemControl && Control(item) is "help" or "gtable")).Select(FhirJson.Tail).Distinct().ToList();
        if (others.Count > 0) gathering.Report.Say("control", where, string.Join(", ", others));
    }

    AskedQuestion Bare(JsonElement item, string where, QuestionKind kind, Wording text)
    {
        var help = item.Each("item").Where(IsHelp).Select(h => h.Text("text", gathering, where)).FirstOrDefault();
        if (help is not null) gathering.Report.Say("help", where);
        if (item.Each("item").Count(IsHelp) > 1) gathering.Report.Say("control", where, "une autre aide");
        var required = item.IsTrue("required") && kind is not QuestionKind.Information;
        if (required) gathering.Report.Say("required", where);
        return Bounded(item, where, new(gathering.Code(item.Said("linkId"), where), kind, text) { Help = help, Required = required, Sensitive = item.Flag(FhirNames.Sensitive), Describes = item.Flag(FhirNames.Describes), Shuffled = item.Flag(FhirNames.Shuffled) });
    }

    AskedQuestion Bounded(JsonElement item, string where, AskedQuestion question)
    {
        int? Bound(string url) => item.Extensions(url).Select(e => e.Number("valueInteger") ?? e.Number("valueDecimal")).FirstOrDefault();
        var (least, most) = question.Kind switch { QuestionKind.Number => (Bound(FhirNames.MinValue), Bound(FhirNames.MaxValue)), QuestionKind.Multiple or QuestionKind.Ranking => (Bound(FhirNames.MinOccurs), Bound(FhirNames.MaxOccurs)), _ => (null, null) };
        if (least is not null || most is not null) gathering.Report.Say("bounds", where);
        return question with { Least = least, Most = most };
    }

    void Put(JsonElement item, string where, AskedQuestion question, IReadOnlyDictionary<string, string> codes, Func<Condition?> condition, string? other = null)
    {
        if (question.Kind is not QuestionKind.Information)
        {
            names[item.Said("linkId")] = new(question.Code, question.Kind, codes);
            // What a boolean says has no code in an answer.
            question = question with { Far = FarName.Of(item.Said("linkId"), question.Code, item.Said("type") == "boolean" ? None : codes, other) };
        }
        gathering.Add(question, where, condition);
    }

    static string Kind(JsonElement item) => item.Extensions(FhirNames.Kind).FirstOrDefault().Said("valueCode");

    void Plain(JsonElement item, string where, string type, Wording text, Func<Condition?> condition)
    {
        var agreement = type == "boolean" && Kind(item) == nameof(QuestionKind.Consent);
        if (!agreement) gathering.Report.Say(type, where);
        var kind = type switch { "display" => QuestionKind.Information, "boolean" => agreement ? QuestionKind.Consent : QuestionKind.Scale, "integer" or "decimal" => QuestionKind.Number, "string" => QuestionKind.ShortText, "text" => QuestionKind.LongText, _ => QuestionKind.Day };
        var question = Bare(item, where, kind, text);
        if (kind is QuestionKind.Scale) question = question with { Scale = "V-OUINON" };
        Put(item, where, question, type != "boolean" ? None : agreement ? Agreements : Booleans, condition);
    }

    void Choice(JsonElement item, string where, string type, Wording text, Func<Condition?> condition)
    {
        var (answers, open) = (Answers(item, where), type == "open-choice");
        if (item.Has("answerValueSet") && !(item.Said("answerValueSet").StartsWith('#') && answers.Count > 0)) gathering.Report.Say("valueset", where);
        if (answers.Count + (open ? 1 : 0) < 2) { gathering.Report.Say("empty", where); return; }
        if (gathering.TooMany(answers.Count + (open ? 1 : 0), where)) return;
        var (several, told) = (item.IsTrue("repeats"), Kind(item));
        gathering.Report.Say(open ? "open-choice" : several ? "choice.repeats" : "choice", where);
        var kind = !several ? QuestionKind.Single : told == nameof(QuestionKind.Ranking) ? QuestionKind.Ranking : QuestionKind.Multiple;
        if (!several && !open && told != nameof(QuestionKind.Single) && Scale(where, answers) is { } scale) { Put(item, where, Bare(item, where, QuestionKind.Scale, text) with { Scale = scale.Code }, scale.Codes, condition); return; }
        var (question, codes) = (Bare(item, where, kind, text), new Dictionary<string, string>(StringComparer.Ordinal));
        question = question with { Options = Options(where, answers, told.Length > 0, open, codes) };
        Put(item, where, question, codes, condition, open ? question.Options[^1].Code : null);
        if (open) gathering.Add(new(gathering.Code(item.Said("linkId") + "_autre", where), QuestionKind.ShortText, new Wording("Autre : précisez")), where, () => new Chosen(question.Code, question.Options[^1].Code));
    }

    readonly HashSet<string> called = new(StringComparer.Ordinal);

    /// <summary>What the file holds beside its questions and no question calls: said once the questions are read.</summary>
    public void TellUncalled()
    {
        foreach (var held in root.Each("contained").Where(c => c.Said("resourceType") != "ValueSet" || !called.Contains(c.Said("id"))))
            gathering.Report.Say("contained", held.Said("id") is { Length: > 0 } id ? $"contained {id}" : "contained", held.Said("resourceType") is { Length: > 0 } type ? type : null);
    }

    KnownScale? Scale(string where, List<FhirAnswer> answers)
    {
        var scale = KnownScale.Of([.. answers.Select(a => (a.Code, a.Text.Text))]);
        if (scale is { SameCodes: false }) gathering.Report.Say("scale", where, Scales.Of(scale.Code).Label);
        return scale;
    }

    sealed record FhirAnswer(string Code, Wording Text, bool Silent);

    List<FhirAnswer> Answers(JsonElement item, string where)
    {
        var set = item.Said("answerValueSet");
        if (set.StartsWith(FhirNames.Codes, StringComparison.Ordinal) && Scales.Has(set[FhirNames.Codes.Length..])) return [.. Scales.Of(set[FhirNames.Codes.Length..]).Options.Select(o => new FhirAnswer(o.Code, o.Text, o.Silent))];
        if (set.StartsWith('#')) called.Add(set[1..]);
        var contained = set.StartsWith('#') ? root.Each("contained").Where(c => c.Said("id") == set[1..]).SelectMany(Concepts).ToList() : [];
        if (contained.SelectMany(c => c.Each("extension")).Select(e => FhirJson.Tail(e.Said("url"))).Distinct().ToList() is { Count: > 0 } others) gathering.Report.Say("control", where, string.Join(", ", others));
        return [.. item.Each("answerOption").Select(o => Answer(o, where)).Concat(contained.Select(c => new FhirAnswer(CodeOf(c), c.Text("display", gathering, where) ?? new Wording(c.Said("code")), false))).Where(a => a.Code.Length > 0).DistinctBy(a => a.Code)];
    }

    /// <summary>A list that the file holds: as it was written, or as a server spread it out.</summary>
    static IEnumerable<JsonElement> Concepts(JsonElement set) =>
        set.TryGetProperty("expansion", out var expansion) && expansion.Each("contains").Any() ? expansion.Each("contains").SelectMany(c => c.Each("contains").Prepend(c)).Where(c => !c.IsTrue("abstract"))
        : set.TryGetProperty("compose", out var compose) ? compose.Each("include").SelectMany(i => i.Each("concept")) : [];

    /// <summary>Its words stand for its code where it has none, as forms made by hand often leave it.</summary>
    internal static string CodeOf(JsonElement coding) => coding.Said("code") is { Length: > 0 } code ? code : coding.Said("display");

    FhirAnswer Answer(JsonElement option, string where)
    {
        var silent = option.Flag(FhirNames.Silent);
        var others = option.Each("extension").Concat(option.TryGetProperty("valueCoding", out var coding) ? coding.Each("extension") : []).Select(e => e.Said("url")).Where(u => u != FhirNames.Silent).Select(FhirJson.Tail).Distinct().ToList();
        if (others.Count > 0) gathering.Report.Say("control", where, string.Join(", ", others));
        if (coding.ValueKind is JsonValueKind.Object) return new(CodeOf(coding), coding.Text("display", gathering, where) ?? new Wording(coding.Said("code")), silent);
        if (option.Text("valueString", gathering, where) is { } words) { gathering.Report.Say("answer", where); return new(option.Said("valueString"), words, silent); }
        var value = option.TryGetProperty("valueInteger", out var number) ? number.GetRawText() : option.Said("valueDate");
        if (value.Length > 0) gathering.Report.Say("answer", where);
        else gathering.Report.Say("refused", where, string.Join(", ", option.EnumerateObject().Select(p => p.Name).Where(n => n.StartsWith("value", StringComparison.Ordinal))));
        return new(value, new Wording(gathering.Text(value, where)), silent);
    }

    List<AnswerOption> Options(string where, List<FhirAnswer> answers, bool ours, bool open, Dictionary<string, string> map)
    {
        var (codes, options) = (new Codes(), new List<AnswerOption>());
        foreach (var answer in answers)
        {
            var code = map[answer.Code] = codes.Take(answer.Code, "R");
            if (code != answer.Code) gathering.Report.Say("code", where, $"{answer.Code} → {code}");
            var silent = answer.Silent || !ours && KnownScale.IsSilent(answer.Text.Text);
            if (silent && !ours) gathering.Report.Say("silent", where);
            options.Add(new(code, answer.Text, silent));
        }
        if (open) options.Add(new(codes.Take("AUTRE", "R"), new Wording("Autre")));
        return options;
    }

    /// <summary>Lines shown as a table that all choose from one scale of ours.</summary>
    public bool Matrix(JsonElement group, Func<Condition?> condition)
    {
        var (where, lines) = (FhirReader.Where(group), group.Each("item").Where(i => !IsHelp(i)).ToList());
        if (lines.Count is 0 or > AskedQuestion.ItemsMax || lines.Any(l => l.Said("type") != "choice" || l.IsTrue("repeats") || l.Has("enableWhen") || l.Has("item") || l.Said("text").Length == 0)) return false;
        var scales = lines.Select(l => Scale(where, Answers(l, where))).ToList();
        if (scales[0] is not { } scale || scales.Any(s => s?.Code != scale.Code) || group.Text("text", gathering, where) is not { } text) return false;
        gathering.Report.Say("matrix", where);
        Told(group, where, "group");
        var question = Bare(group, where, QuestionKind.Matrix, text) with { Scale = scale.Code, Required = lines.All(l => l.IsTrue("required")) };
        var items = lines.Select(l => (Link: l.Said("linkId"), Item: new MatrixItem(gathering.Code(l.Said("linkId"), FhirReader.Where(l)), l.Text("text", gathering, where)!))).ToList();
        for (var i = 0; i < items.Count; i++) names[items[i].Link] = new(items[i].Item.Code, QuestionKind.Matrix, scales[i]!.Codes);
        gathering.Add(question with { Items = [.. items.Select((i, at) => i.Item with { Far = FarName.Of(i.Link, i.Item.Code, scales[at]!.Codes) })] }, where, condition);
        return true;
    }
}
