using Croisee.Surveys.Content;

namespace Croisee.Surveys.Answering;

/// <summary>A condition as a sentence, for a page that shows every question at once: « Seulement si vous avez répondu « Oui » à « … ». ».</summary>
public static class ConditionWords
{
    public static string Of(Condition condition, QuestionnaireContent content, Reader reader) => condition is Not { Part: not (Chosen or Answered) and var part }
        ? $"Sauf si {Clause(part, content, reader)}." : $"Seulement si {Clause(condition, content, reader)}.";

    /// <summary>
    /// The same in the reader's own language: the words that the house has there, between the author's own texts and signs that are read everywhere, so that no grammar is put together by a machine.
    /// Null where a word is missing: then it is said in French.
    /// </summary>
    public static string? Spoken(Condition condition, QuestionnaireContent content, Reader reader)
    {
        var (unless, part) = condition is Not { Part: not (Chosen or Answered) and var inner } ? (true, inner) : (false, condition);
        return reader.In.Said(unless ? HouseWords.Unless : HouseWords.OnlyIf) is { } head && Signs(part, content, reader) is { } said ? $"{head} {said}" : null;
    }

    static string? Signs(Condition condition, QuestionnaireContent content, Reader reader) => condition switch
    {
        AllOf all => Joined(all.Parts, HouseWords.And, content, reader),
        AnyOf any => Joined(any.Parts, HouseWords.Or, content, reader),
        Answered answered => Put(reader, "vous avez répondu à {0}", Question(answered.Field, content, reader)),
        Not { Part: Answered answered } => Put(reader, "vous n’avez pas répondu à {0}", Question(answered.Field, content, reader)),
        Counted counted => Put(reader, "le nombre de réponses cochées à {0}", Question(counted.Field, content, reader)) is { } number ? $"{number} {Sign(counted.Sign)} {counted.Bound}" : null,
        Not { Part: Chosen chosen } => $"{Question(chosen.Field, content, reader)} ≠ « {Option(chosen, content, reader)} »",
        Chosen chosen => $"{Question(chosen.Field, content, reader)} = « {Option(chosen, content, reader)} »",
        Compared compared => $"{Question(compared.Field, content, reader)} {Sign(compared.Sign)} {Point(compared, content, reader)}",
        Not { Part: var part } => Signs(part, content, reader) is { } said ? Put(reader, "ce n’est pas le cas que {0}", said) : null,
        _ => null,
    };

    static string? Put(Reader reader, string french, string value) => reader.In.Said(french)?.Replace("{0}", value, StringComparison.Ordinal);

    static string? Joined(IReadOnlyList<Condition> parts, string word, QuestionnaireContent content, Reader reader)
    {
        var said = parts.Select(p => Signs(p, content, reader)).ToList();
        return said.Contains(null) ? null : said.Count == 1 ? said[0] : reader.In.Said(word) is { } between ? string.Join($" {between} ", said) : null;
    }

    static string Sign(Comparison sign) => sign switch { Comparison.Less => "<", Comparison.AtMost => "≤", Comparison.Equal => "=", Comparison.AtLeast => "≥", _ => ">" };

    static string Clause(Condition condition, QuestionnaireContent content, Reader reader) => condition switch
    {
        AllOf all => string.Join(" et si ", all.Parts.Select(p => Clause(p, content, reader))),
        AnyOf any => string.Join(", ou si ", any.Parts.Select(p => Clause(p, content, reader))),
        Not { Part: Chosen chosen } => $"vous n’avez pas répondu « {Option(chosen, content, reader)} » à {Question(chosen.Field, content, reader)}",
        Not { Part: Answered answered } => $"vous n’avez pas répondu à {Question(answered.Field, content, reader)}",
        Not { Part: var part } => "ce n’est pas le cas que " + Clause(part, content, reader),
        Answered answered => $"vous avez répondu à {Question(answered.Field, content, reader)}",
        Chosen chosen => $"vous avez répondu « {Option(chosen, content, reader)} » à {Question(chosen.Field, content, reader)}",
        Compared compared => $"votre réponse à {Question(compared.Field, content, reader)} est {Bound(compared.Sign, Point(compared, content, reader))}",
        Counted counted => $"le nombre de réponses cochées à {Question(counted.Field, content, reader)} est {Bound(counted.Sign, $"{counted.Bound}")}",
        _ => "",
    };

    /// <summary>A place on a scale by its words, a number as it is.</summary>
    static string Point(Compared compared, QuestionnaireContent content, Reader reader) =>
        content.Find(compared.Field) is { } question && question.Kind.HasScale() && Scales.Has(question.Scale) && question.Scale != "V-NOTE10" && question.Choices().FirstOrDefault(c => ConditionLine.PlaceOf(c) == compared.Bound) is { } option
            ? $"« {Option(new Chosen(compared.Field, option), content, reader)} »" : $"{compared.Bound}";

    static string Bound(Comparison sign, string bound) => sign switch
    {
        Comparison.Less => $"sous {bound}",
        Comparison.AtMost => $"{bound} ou moins",
        Comparison.Equal => bound,
        Comparison.AtLeast => $"{bound} ou plus",
        _ => $"au-dessus de {bound}",
    };

    static string Question(string field, QuestionnaireContent content, Reader reader) =>
        content.Fields.Where(f => f.Code == field).Select(f => $"« {f.Text.For(reader)} »").FirstOrDefault() ?? field;

    static string Option(Chosen chosen, QuestionnaireContent content, Reader reader)
    {
        if (content.Find(chosen.Field) is not { } question) return chosen.Option;
        return new AskedField(new AnswerField(question.Code, question, null), reader, null, []).Options.FirstOrDefault(o => o.Code == chosen.Option)?.Text.For(reader) ?? chosen.Option;
    }
}
