using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>One sheet of answers, and what of the file became something else or was left.</summary>
/// <param name="Given">Null when the sheet cannot be read, or says itself that it does not count.</param>
/// <param name="IsVoid">It was filed by mistake, or is not finished: there is nothing to correct in the file.</param>
public sealed record ReadSheet(GivenAnswers? Given, IReadOnlyList<ReadLine> Lines, bool IsVoid = false);

/// <summary>
/// One sheet of answers as a FHIR R4 QuestionnaireResponse: of nobody (no subject, no author, no source), of a day and not of an hour (S22).
/// What comes in is read as whatever a person sends: only what was asked and offered is kept.
/// </summary>
public static class FhirAnswers
{
    public static string Address(string id) => "urn:croisee:questionnaire:" + id;

    static readonly string[] Persons = ["subject", "author", "source", "encounter", "basedOn", "partOf", "identifier"];

    public static string Write(QuestionnaireContent content, GivenAnswers given, DateOnly day, string id) =>
        Root(content, given, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), id).ToJsonString(FhirWriter.Indented);

    /// <summary>On one line, of a month: one of many in a file (NDJSON).</summary>
    /// <param name="month"><c>2027-03</c>, which FHIR takes for a date that is known no nearer.</param>
    public static string Line(QuestionnaireContent content, GivenAnswers given, string month, string id) => Root(content, given, month, id).ToJsonString();

    static JsonObject Root(QuestionnaireContent content, GivenAnswers given, string authored, string id)
    {
        var root = new JsonObject { ["resourceType"] = "QuestionnaireResponse", ["questionnaire"] = Address(id), ["status"] = "completed", ["authored"] = authored };
        var parts = new List<JsonNode>();
        foreach (var section in content.Sections)
        {
            var said = section.Questions.Select(q => Item(q, given)).OfType<JsonNode>().ToArray();
            if (said.Length > 0) parts.Add(new JsonObject { ["linkId"] = FhirNames.Part + section.Code, ["item"] = new JsonArray(said) });
        }
        if (parts.Count > 0) root["item"] = new JsonArray([.. parts]);
        return root;
    }

    static JsonObject? Item(AskedQuestion question, GivenAnswers given)
    {
        var fields = question.Fields().Where(f => given.Has(f.Code)).Select(f => new JsonObject { ["linkId"] = f.Code, ["answer"] = new JsonArray([.. given[f.Code].Select(v => Answer(question, v))]) }).ToList<JsonNode>();
        return fields.Count == 0 ? null : question.Kind is QuestionKind.Matrix ? new JsonObject { ["linkId"] = question.Code, ["item"] = new JsonArray([.. fields]) } : (JsonObject)fields[0];
    }

    static JsonObject Answer(AskedQuestion question, string value) => question.Kind switch
    {
        QuestionKind.Number => new() { ["valueInteger"] = int.Parse(value, CultureInfo.InvariantCulture) },
        QuestionKind.Day => new() { ["valueDate"] = DayOf(value)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? value },
        QuestionKind.Consent when value is AnswerOption.Yes or AnswerOption.No => new() { ["valueBoolean"] = value == AnswerOption.Yes },
        QuestionKind.ShortText or QuestionKind.LongText => new() { ["valueString"] = value },
        _ => new() { ["valueCoding"] = FhirWriter.Coding(question, value) },
    };

    static DateOnly? DayOf(string typed) => DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The first day of <c>2027-03</c>; null for what is no month.</summary>
    static string? FirstOf(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public static ReadSheet Read(ReadOnlyMemory<byte> json, QuestionnaireContent content)
    {
        var report = new ReadReport(QuestionnaireFormat.Fhir);
        ReadSheet None(string where, string why) => new(null, report.Stop(where, why).Lines);
        if (json.Length > FhirReader.LongestFile) return None("fichier", "Ce fichier est trop grand pour une feuille de réponses.");
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 64 });
            var root = document.RootElement;
            if (root.Said("resourceType") != "QuestionnaireResponse") return None("resourceType", "Ce fichier FHIR n’est pas une feuille de réponses (« QuestionnaireResponse »).");
            foreach (var person in Persons.Where(p => root.Has(p))) report.Say("identity", person);
            if (root.Has("authored")) report.Say("authored", "authored");
            if (root.Said("status") switch { "entered-in-error" => "status.error", "in-progress" or "stopped" => "status.unfinished", _ => null } is { } status)
            {
                report.Say(status, "status");
                return new(null, report.Lines, IsVoid: true);
            }
            var sent = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            Gather(root, FhirField.Each(content, root.Said("questionnaire")), sent, report, 0);
            return new(Checked(content, sent, report), report.Lines);
        }
        catch (JsonException broken) { return None($"ligne {(broken.LineNumber ?? 0) + 1}", "Ce fichier ne se lit pas comme du JSON, ou il est trop imbriqué."); }
        catch (InvalidOperationException) { return None("fichier", "Un texte de ce fichier n’est pas du texte."); }
    }

    /// <summary>What stands in a question stands in its answer, as the standard has it; of a group, in the group.</summary>
    static void Gather(JsonElement parent, IReadOnlyDictionary<string, FhirField> fields, Dictionary<string, List<string>> sent, ReadReport report, int depth)
    {
        if (depth > 20) return;
        foreach (var item in parent.Each("item"))
        {
            if (item.Each("answer").Any(FhirField.Says)) Answered(item, fields, sent, report);
            foreach (var answer in item.Each("answer")) Gather(answer, fields, sent, report, depth + 1);
            Gather(item, fields, sent, report, depth + 1);
        }
    }

    static void Answered(JsonElement item, IReadOnlyDictionary<string, FhirField> fields, Dictionary<string, List<string>> sent, ReadReport report)
    {
        if (!fields.TryGetValue(item.Said("linkId"), out var field)) { report.Say("answer.unknown", FhirReader.Where(item)); return; }
        var values = item.Each("answer").Where(FhirField.Says).Select(field.Value).ToList();
        // So the safe room gives its dates out, and another tool those that a person knows no nearer.
        if (field.Question.Kind is QuestionKind.Day && values.Exists(v => FirstOf(v) is not null))
        {
            values = values.ConvertAll(v => FirstOf(v) ?? v);
            report.Say("answer.month", FhirReader.Where(item));
        }
        if (values.Contains(null) && values.Exists(v => v is not null)) report.Say("answer.unknown", FhirReader.Where(item));
        if (field.Words is { } words && item.Each("answer").Select(field.OwnWords).OfType<string>().ToList() is { Count: > 0 } own) sent.TryAdd(words, [string.Join('\n', own)]);
        // Who wrote twice instead of choosing chose « autre » once.
        var said = values.OfType<string>();
        if (!sent.TryAdd(field.Code, [.. field.Question.Kind is QuestionKind.Single or QuestionKind.Multiple ? said.Distinct(StringComparer.Ordinal) : said])) report.Say("answer.twice", FhirReader.Where(item));
    }

    /// <summary>The same reading as of a form: what a condition hides and what is not offered is not kept. A ranking comes as places.</summary>
    static GivenAnswers Checked(QuestionnaireContent content, Dictionary<string, List<string>> sent, ReadReport report)
    {
        foreach (var question in content.Questions.Where(q => q.Kind is QuestionKind.Ranking && sent.ContainsKey(q.Code)))
        {
            var order = sent[question.Code];
            if (order.Distinct().Count() < order.Count || order.Any(o => !question.Kept().Contains(o))) report.Say("answer.unknown", question.Code);
            else for (var place = 0; place < order.Count; place++) sent[$"{question.Code}.{order[place]}"] = [(place + 1).ToString(CultureInfo.InvariantCulture)];
        }
        var read = ReadAnswers.Without(content, name => sent.TryGetValue(name, out var values) ? values : [], (_, sentence) => !ReadAnswers.IsMissing(sentence));
        foreach (var (field, sentence) in read.Left) report.Say("answer.unknown", field, sentence);
        foreach (var field in content.Fields.Where(f => sent.ContainsKey(f.Code) && !read.Given.Has(f.Code) && read.Errors.Concat(read.Left).All(e => e.Field != f.Code))) report.Say("answer.unknown", field.Code);
        return read.Given;
    }
}
