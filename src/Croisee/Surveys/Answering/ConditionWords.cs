using Croisee.Surveys.Content;

namespace Croisee.Surveys.Answering;

/// <summary>A condition as a sentence, for a page that shows every question at once: « Seulement si vous avez répondu « Oui » à « … ». ».</summary>
public static class ConditionWords
{
    public static string Of(Condition condition, QuestionnaireContent content, Reader reader) => $"Seulement si {Clause(condition, content, reader)}.";

    static string Clause(Condition condition, QuestionnaireContent content, Reader reader) => condition switch
    {
        AllOf all => string.Join(" et si ", all.Parts.Select(p => Clause(p, content, reader))),
        AnyOf any => string.Join(", ou si ", any.Parts.Select(p => Clause(p, content, reader))),
        Not { Part: var part } => "ce n’est pas le cas que " + Clause(part, content, reader),
        Answered answered => $"vous avez répondu à {Question(answered.Field, content, reader)}",
        Chosen chosen => $"vous avez répondu « {Option(chosen, content, reader)} » à {Question(chosen.Field, content, reader)}",
        Compared compared => $"votre réponse à {Question(compared.Field, content, reader)} est {Bound(compared.Sign, compared.Bound)}",
        Counted counted => $"le nombre de réponses cochées à {Question(counted.Field, content, reader)} est {Bound(counted.Sign, counted.Bound)}",
        _ => "",
    };

    static string Bound(Comparison sign, int bound) => sign switch
    {
        Comparison.Less => $"sous {bound}",
        Comparison.AtMost => $"{bound} ou moins",
        Comparison.Equal => $"{bound}",
        Comparison.AtLeast => $"{bound} ou plus",
        _ => $"au-dessus de {bound}",
    };

    static string Question(string field, QuestionnaireContent content, Reader reader) =>
        content.Fields.Where(f => f.Code == field).Select(f => $"« {f.Text.For(reader)} »").FirstOrDefault() ?? field;

    static string Option(Chosen chosen, QuestionnaireContent content, Reader reader)
    {
        if (content.Find(chosen.Field) is not { } question) return chosen.Option;
        var options = question.Kind.HasScale() ? Scales.Of(question.Scale!).Options : question.Options;
        return options.FirstOrDefault(o => o.Code == chosen.Option)?.Text.For(reader) ?? chosen.Option;
    }
}
