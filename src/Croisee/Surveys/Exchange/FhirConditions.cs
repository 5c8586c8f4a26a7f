using System.Text.Json;
using System.Text.Json.Nodes;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>Conditions in FHIR are a flat list, all or any. What is deeper travels in an extension of ours, in our own words.</summary>
static class FhirConditions
{
    public static void Put(JsonObject item, Condition? condition, QuestionnaireContent content)
    {
        if (condition is null or AllOf { Parts.Count: 0 }) return;
        var (all, parts) = condition switch { AllOf both => (true, both.Parts), AnyOf any => (false, any.Parts), _ => (false, [condition]) };
        var flat = parts.Select(p => Simple(p, content, alone: !all || parts.Count == 1)).ToList();
        if (parts.Count == 0 || flat.Any(f => f is null)) { item.Extend(FhirJson.Extension(FhirNames.Condition, "valueString", JsonSerializer.Serialize(condition))); return; }
        var list = flat.SelectMany(f => f!).ToList();
        item["enableWhen"] = new JsonArray([.. list]);
        if (list.Count > 1) item["enableBehavior"] = all ? "all" : "any";
    }

    /// <param name="alone">Several in place of one may stand: they are joined by « any ».</param>
    static List<JsonObject>? Simple(Condition condition, QuestionnaireContent content, bool alone) => condition switch
    {
        Answered answered => [When(answered.Field, "exists", "answerBoolean", true)],
        Not { Part: Answered answered } => [When(answered.Field, "exists", "answerBoolean", false)],
        Chosen chosen when Answer(chosen, content) is var (type, value) => [When(chosen.Field, "=", type, value)],
        Not { Part: Chosen chosen } when Answer(chosen, content) is var (type, value) => [When(chosen.Field, "!=", type, value)],
        Compared when XlsFormConditions.Beyond(condition, content) is { Count: > 0 } points => points.Count == 1 || alone ? [.. points.SelectMany(p => Simple(new Chosen(condition.Reads.First(), p), content, alone) ?? [])] : null,
        Compared compared when XlsFormConditions.KindOf(compared.Field, content) is QuestionKind.Number => [When(compared.Field, compared.Sign.Sign(), "answerInteger", compared.Bound)],
        Not { Part: Compared { Sign: Comparison.Equal } compared } when XlsFormConditions.KindOf(compared.Field, content) is QuestionKind.Number => [When(compared.Field, "!=", "answerInteger", compared.Bound)],
        _ => null,
    };

    static JsonObject When(string field, string sign, string type, JsonNode value) => new() { ["question"] = field, ["operator"] = sign, [type] = value };

    static (string Type, JsonNode Value)? Answer(Chosen chosen, QuestionnaireContent content) =>
        content.Find(chosen.Field) is not { } question ? null : question.Kind is QuestionKind.Consent ? ("answerBoolean", chosen.Option == AnswerOption.Yes) : ("answerCoding", FhirWriter.Coding(question, chosen.Option));

    /// <exception cref="UnsaidCondition">What it asks cannot be said here.</exception>
    public static Condition? Read(JsonElement item, Func<string, FarField?> find)
    {
        if (item.Extensions(FhirNames.Condition).FirstOrDefault().Said("valueString") is { Length: > 0 and <= 10_000 } ours) return Ours(ours);
        if (item.Each("extension").Any(e => FhirJson.Tail(e.Said("url")).EndsWith("enableWhenExpression", StringComparison.Ordinal))) throw new UnsaidCondition("elle est calculée (enableWhenExpression)");
        var parts = item.Each("enableWhen").Select(w => Of(w, find)).ToList();
        return parts switch { [] => null, [var one] => one, _ => item.Said("enableBehavior") == "all" ? new AllOf(parts) : new AnyOf(parts) };
    }

    static Condition? Ours(string json)
    {
        try { return JsonSerializer.Deserialize<Condition>(json); }
        catch (JsonException) { throw new UnsaidCondition("elle ne se lit pas"); }
    }

    static Condition Of(JsonElement when, Func<string, FarField?> find)
    {
        var field = find(when.Said("question")) ?? throw new UnsaidCondition($"« {FarCondition.Short(when.Said("question"))} » n’est pas une question de ce fichier");
        var sign = when.Said("operator");
        if (sign == "exists") return when.IsTrue("answerBoolean") ? new Answered(field.Field) : new Not(new Answered(field.Field));
        var value = Value(when) is { Length: > 0 } said ? said : throw new UnsaidCondition("elle compare autre chose qu’un choix ou un nombre");
        return sign switch { "=" => FarCondition.Same(field, value), "!=" => FarCondition.Same(field, value, differs: true), _ => FarCondition.Bound(field, Comparisons.Read(sign) ?? throw new UnsaidCondition($"« {FarCondition.Short(sign)} » n’est pas connu"), value) };
    }

    static string? Value(JsonElement when) =>
        when.TryGetProperty("answerCoding", out var coding) ? FhirItems.CodeOf(coding)
        : when.TryGetProperty("answerBoolean", out var yes) ? (yes.ValueKind is JsonValueKind.True ? "true" : "false")
        : when.Said("answerString") is { Length: > 0 } text ? text
        : when.TryGetProperty("answerInteger", out var whole) && whole.ValueKind is JsonValueKind.Number ? whole.GetRawText()
        : when.TryGetProperty("answerDecimal", out var number) && number.ValueKind is JsonValueKind.Number ? number.GetRawText() : null;
}
