namespace Croisee.Surveys.Content;

/// <summary>
/// Whether one line of a condition still says something of the question that it looks at. A comparison with what is neither a number nor a scale, or a count of what is chosen once, holds for nobody:
/// it would hide a question from everybody, without a word.
/// </summary>
public static class ConditionSense
{
    /// <summary>A number, or a scale whose answers have a place.</summary>
    public static bool MayBeCompared(this AskedQuestion question) => question.Kind is QuestionKind.Number || Places(question).Any();

    public static bool MayBeCounted(this AskedQuestion question) => question.Kind is QuestionKind.Multiple or QuestionKind.Ranking;

    static IEnumerable<int> Places(AskedQuestion question) =>
        question.Kind.HasScale() && Scales.Has(question.Scale) ? question.Choices().Select(ConditionLine.PlaceOf).OfType<int>() : [];

    /// <summary>Null when it does; a scale that is not chosen yet is told elsewhere.</summary>
    /// <param name="words">Of the question that it looks at.</param>
    public static string? FaultOf(Condition line, AskedQuestion question, string words) => line switch
    {
        Compared when !question.MayBeCompared() && !(question.Kind.HasScale() && !Scales.Has(question.Scale)) => $"Sa condition compare la réponse à « {words} », qui n’est ni un nombre ni un point d’une échelle qui se compare.",
        Counted when !question.MayBeCounted() => $"Sa condition compte les réponses à « {words} », où l’on n’en choisit qu’une.",
        _ => null,
    };

    /// <summary>No answer that the question takes can fulfil it.</summary>
    public static bool HoldsForNobody(Condition line, AskedQuestion question) => line switch
    {
        Compared compared when question.Kind is QuestionKind.Number => !new[] { question.Least ?? int.MinValue, question.Most ?? int.MaxValue, compared.Bound, Math.Max(compared.Bound, int.MinValue + 1) - 1, Math.Min(compared.Bound, int.MaxValue - 1) + 1 }
            .Any(value => !(value < question.Least) && !(value > question.Most) && compared.Sign.Holds(value, compared.Bound)),
        Compared compared when question.MayBeCompared() => !Places(question).Any(place => compared.Sign.Holds(place, compared.Bound)),
        Counted counted when question.MayBeCounted() => !Enumerable.Range(0, Math.Min(question.Most ?? int.MaxValue, question.Options.Count(o => !o.Silent)) + 1).Any(count => counted.Sign.Holds(count, counted.Bound)),
        _ => false,
    };

    /// <summary>
    /// What a line asked of the question as it was is asked no more of the question as it is now: another way of answering, another scale, or bounds that leave it no answer. It would go on
    /// under the same codes with another sense, or none.
    /// </summary>
    public static bool LosesSense(Condition line, AskedQuestion before, AskedQuestion now) => line switch
    {
        Compared => before.MayBeCompared() && ((before.Kind is QuestionKind.Number) != (now.Kind is QuestionKind.Number) || before.Scale != now.Scale || HoldsForNobody(line, now) && !HoldsForNobody(line, before)),
        Counted => before.MayBeCounted() && (!now.MayBeCounted() || HoldsForNobody(line, now) && !HoldsForNobody(line, before)),
        // In a ranking every answer has a place: « chosen » says nothing of it any more.
        Chosen => before.Kind.IsClosed() && (!now.Kind.IsClosed() || now.Kind is QuestionKind.Ranking && before.Kind is not QuestionKind.Ranking),
        _ => false,
    };
}
