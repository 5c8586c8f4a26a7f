using System.Globalization;
using Croisee.Framework;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>Our conditions in XPath as XLSForm tools read it. A bound on a scale is the list of its points beyond the bound: their codes are not numbers.</summary>
static class XlsFormConditions
{
    public static string Of(Condition? condition, QuestionnaireContent content) => condition is null ? "" : Whole(condition, content);

    static string Whole(Condition condition, QuestionnaireContent content) => condition switch
    {
        AllOf { Parts.Count: 0 } => "true()",
        AnyOf { Parts.Count: 0 } => "false()",
        AllOf all => string.Join(" and ", all.Parts.Select(p => Part(p, content))),
        AnyOf any => string.Join(" or ", any.Parts.Select(p => Part(p, content))),
        Not not => $"not({Whole(not.Part, content)})",
        Answered answered => $"{Field(answered.Field)} != ''",
        Chosen chosen => KindOf(chosen.Field, content) is QuestionKind.Multiple or QuestionKind.Ranking ? $"selected({Field(chosen.Field)}, '{chosen.Option}')" : $"{Field(chosen.Field)} = '{chosen.Option}'",
        Compared compared => Compare(compared, content),
        Counted counted => $"count-selected({Field(counted.Field)}) {counted.Sign.Sign()} {Number(counted.Bound)}",
        _ => "true()",
    };

    static string Part(Condition condition, QuestionnaireContent content) =>
        condition is AllOf { Parts.Count: > 0 } or AnyOf { Parts.Count: > 0 } || Beyond(condition, content) is { Count: > 1 } ? $"({Whole(condition, content)})" : Whole(condition, content);

    static string Compare(Compared compared, QuestionnaireContent content) => Beyond(compared, content) switch
    {
        null => $"{Field(compared.Field)} {compared.Sign.Sign()} {Number(compared.Bound)}",
        [] => "false()",
        var points => string.Join(" or ", points.Select(p => $"{Field(compared.Field)} = '{p}'")),
    };

    /// <summary>The points that a bound on a scale lets through; null when it bounds no scale.</summary>
    public static IReadOnlyList<string>? Beyond(Condition condition, QuestionnaireContent content) =>
        condition is Compared compared && content.Find(compared.Field) is { } question && question.Kind.IsClosed()
            ? [.. question.Choices().Where(c => Vocabularies.Find(c)?.Value is { } value && compared.Sign.Holds(value, compared.Bound))] : null;

    public static QuestionKind? KindOf(string field, QuestionnaireContent content) => content.Find(field)?.Kind;

    static string Field(string code) => $"${{{code}}}";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
