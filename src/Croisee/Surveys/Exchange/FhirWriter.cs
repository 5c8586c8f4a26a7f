using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>A questionnaire as a FHIR R4 Questionnaire. What the standard says is said its way; the little that it does not say has extensions of ours, which others may ignore.</summary>
public static class FhirWriter
{
    public const string Type = "application/fhir+json";

    internal static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="id">What tells this questionnaire from others, for the answers that name it.</param>
    public static string Write(QuestionnaireContent content, string id)
    {
        var root = new JsonObject { ["resourceType"] = "Questionnaire", ["url"] = FhirAnswers.Address(id), ["language"] = "fr" };
        root.Put("title", content.Title);
        root["status"] = "draft";
        if (content.Credit?.Author is { } author) root["publisher"] = author;
        if (content.Credit?.Licence is { } licence) root["copyright"] = licence;
        if (content.Credit?.Source is { } source) root.Extend(FhirJson.Extension(FhirNames.Source, "valueString", source));
        if (content.About is { } about) root.Put("description", about);
        if (content.Thanks is { } thanks)
        {
            var said = new JsonObject { ["url"] = FhirNames.Thanks };
            said.Put("valueString", thanks);
            root.Extend(said);
        }
        foreach (var language in content.Languages)
            root.Extend(new JsonObject { ["url"] = FhirNames.Language, ["extension"] = new JsonArray(FhirJson.Extension("tag", "valueCode", language.Tag), FhirJson.Extension("name", "valueString", language.Name)) });
        root["item"] = new JsonArray([.. content.Sections.Where(s => s.Questions.Count > 0).Select(s => Section(s, content))]);
        return root.ToJsonString(Indented);
    }

    static JsonObject Section(Section section, QuestionnaireContent content)
    {
        var item = new JsonObject { ["linkId"] = FhirNames.Part + section.Code };
        if (section.Title is { } title) item.Put("text", title);
        item["type"] = "group";
        FhirConditions.Put(item, section.ShownIf, content);
        item["item"] = new JsonArray([.. section.Questions.Select(q => Question(q, content))]);
        return item;
    }

    static JsonObject Question(AskedQuestion question, QuestionnaireContent content)
    {
        var item = Item(question.Code, question.Text, TypeOf(question.Kind));
        item.Extend(FhirJson.Extension(FhirNames.Kind, "valueCode", question.Kind.ToString()));
        if (question.Sensitive) item.Extend(FhirJson.Extension(FhirNames.Sensitive, "valueBoolean", true));
        if (question.Describes) item.Extend(FhirJson.Extension(FhirNames.Describes, "valueBoolean", true));
        if (question.Shuffled && question.Kind.HasOptions()) item.Extend(FhirJson.Extension(FhirNames.Shuffled, "valueBoolean", true));
        Bounds(item, question);
        FhirConditions.Put(item, question.ShownIf, content);
        if (question.Kind is not (QuestionKind.Information or QuestionKind.Matrix) && question.Required) item["required"] = true;
        if (question.Kind is QuestionKind.Multiple or QuestionKind.Ranking) item["repeats"] = true;
        if (question.Kind.IsText()) item["maxLength"] = question.TextMax;
        var within = new List<JsonNode>();
        if (question.Help is { } help) within.Add(Control(Item(question.Code + FhirNames.Help, help, "display"), "help"));
        if (question.Kind is QuestionKind.Matrix)
        {
            Control(item, "gtable");
            within.AddRange(question.Items.Select(i => Line(question, i)));
        }
        else if (question.Kind.HasScale() || question.Kind.HasOptions()) item["answerOption"] = Answers(question);
        if (within.Count > 0) item["item"] = new JsonArray([.. within]);
        return item;
    }

    static JsonObject Item(string link, Wording text, string type)
    {
        var item = new JsonObject { ["linkId"] = link };
        item.Put("text", text);
        item["type"] = type;
        return item;
    }

    static JsonObject Line(AskedQuestion question, MatrixItem line)
    {
        var item = Item(line.Code, line.Text, "choice");
        if (question.Required) item["required"] = true;
        item["answerOption"] = Answers(question);
        return item;
    }

    static string TypeOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Matrix => "group", QuestionKind.Number => "integer", QuestionKind.Day => "date", QuestionKind.ShortText => "string", QuestionKind.LongText => "text",
        QuestionKind.Consent => "boolean", QuestionKind.Information => "display", _ => "choice",
    };

    static void Bounds(JsonObject item, AskedQuestion question)
    {
        var (least, most) = question.Kind switch { QuestionKind.Number => (FhirNames.MinValue, FhirNames.MaxValue), QuestionKind.Multiple or QuestionKind.Ranking => (FhirNames.MinOccurs, FhirNames.MaxOccurs), _ => (null, null) };
        if (least is not null && question.Least is { } from) item.Extend(FhirJson.Extension(least, "valueInteger", from));
        if (most is not null && question.Most is { } to) item.Extend(FhirJson.Extension(most, "valueInteger", to));
    }

    static JsonObject Control(JsonObject item, string code)
    {
        item.Extend(new JsonObject { ["url"] = FhirNames.ItemControl, ["valueCodeableConcept"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = FhirNames.Controls, ["code"] = code }) } });
        return item;
    }

    static JsonArray Answers(AskedQuestion question)
    {
        var options = question.Kind.HasScale() ? Scales.Of(question.Scale!).Options : question.Options;
        return new JsonArray([.. options.Select(o =>
        {
            var coding = Coding(question, o.Code);
            coding.Put("display", o.Text);
            var option = new JsonObject { ["valueCoding"] = coding };
            if (o.Silent) option.Extend(FhirJson.Extension(FhirNames.Silent, "valueBoolean", true));
            return option;
        })]);
    }

    internal static JsonObject Coding(AskedQuestion question, string code) => new() { ["system"] = question.Kind.HasScale() ? FhirNames.Codes + question.Scale : FhirNames.Answers + question.Code, ["code"] = code };
}
