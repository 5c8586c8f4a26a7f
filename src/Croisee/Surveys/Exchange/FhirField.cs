using System.Globalization;
using System.Text.Json;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>A question as a sheet of answers names it, and what an answer to it says in our codes.</summary>
/// <param name="Far">Null where names and codes are ours.</param>
/// <param name="Words">The question that takes what a person wrote instead of choosing; null where there is none.</param>
sealed record FhirField(string Code, AskedQuestion Question, FarName? Far, string? Words)
{
    /// <summary>By linkId. A sheet that we wrote names our codes; one of another tool its own, and only where it has none, ours.</summary>
    /// <param name="questionnaire">What the sheet says that it answers.</param>
    public static IReadOnlyDictionary<string, FhirField> Each(QuestionnaireContent content, string questionnaire)
    {
        var (named, ours) = (new Dictionary<string, FhirField>(StringComparer.Ordinal), questionnaire.StartsWith(FhirAnswers.Address(""), StringComparison.Ordinal));
        var fields = content.Fields.Select(f => new FhirField(f.Code, f.Question, ours ? null : f.Far, f.Far?.Other is { } other ? content.Questions.FirstOrDefault(q => q.Kind.IsText() && q.ShownIf == new Chosen(f.Code, other))?.Code : null)).ToList();
        foreach (var field in fields) named.TryAdd(field.Far?.Name ?? field.Code, field);
        foreach (var field in fields) named.TryAdd(field.Code, field);
        return named;
    }

    /// <summary>What a person wrote instead of choosing; null where they chose, or could not write.</summary>
    public string? OwnWords(JsonElement answer) =>
        Far?.Other is not null && answer.Said("valueString") is { Length: > 0 } text && Ours(text) == text && !Question.Choices().Contains(text) ? ControlSigns.Out(text) : null;

    /// <summary>An answer may be there only for what stands in it.</summary>
    public static bool Says(JsonElement answer) => answer.EnumerateObject().Any(p => p.Name != "item");

    /// <summary>Null where it says something that none of our questions asks.</summary>
    public string? Value(JsonElement answer) =>
        OwnWords(answer) is not null ? Far!.Other
        : answer.TryGetProperty("valueCoding", out var coding) ? Ours(FhirItems.CodeOf(coding))
        : answer.TryGetProperty("valueBoolean", out var yes) ? Said(yes.ValueKind is JsonValueKind.True)
        : answer.TryGetProperty("valueInteger", out var number) || answer.TryGetProperty("valueDecimal", out number) ? Ours(Whole(number))
        : answer.Said("valueDate") is { Length: > 0 } day ? Ours(day)
        // Of a day and an hour, the day is asked.
        : answer.Said("valueDateTime") is { Length: >= 10 } moment ? moment[..10]
        : answer.Said("valueString") is { Length: > 0 } text ? Ours(text) is var ours && ours != text ? ours : ControlSigns.Out(text) : null;

    string Ours(string code) => Far?.Answers?.GetValueOrDefault(code) ?? code;

    string Said(bool yes) => Question.Kind is QuestionKind.Consent ? (yes ? AnswerOption.Yes : AnswerOption.No) : yes ? FhirNames.Yes : FhirNames.No;

    /// <summary>« 3.0 » is 3 where a whole number is asked; « 3.5 » stays, and is refused as any other.</summary>
    static string Whole(JsonElement number) =>
        number.ValueKind is JsonValueKind.Number && number.TryGetDecimal(out var value) && value == decimal.Truncate(value) ? decimal.Truncate(value).ToString(CultureInfo.InvariantCulture) : number.GetRawText();
}
