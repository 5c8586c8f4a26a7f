namespace Croisee.Surveys.Content;

/// <summary>Which questions are put, given what was answered before them.</summary>
public static class Routing
{
    /// <summary>
    /// In order, each decided when it is reached: whoever enumerates may fill <paramref name="given"/> on the way. An answer to a question
    /// that is not put is taken out, so that later conditions do not see it.
    /// </summary>
    public static IEnumerable<AskedQuestion> PutTo(this QuestionnaireContent content, GivenAnswers given)
    {
        foreach (var section in content.Sections)
        {
            var entered = section.ShownIf?.Holds(given) ?? true;
            foreach (var question in section.Questions)
            {
                if (entered && (question.ShownIf?.Holds(given) ?? true)) { yield return question; continue; }
                foreach (var field in question.Fields()) given.Remove(field.Code);
            }
        }
    }

    /// <summary>
    /// Question by question, what is said before each: the informations that are put since the question put before it, in whichever part they stand.
    /// What is said after the last question comes with no question.
    /// </summary>
    public static IEnumerable<(AskedQuestion? Question, IReadOnlyList<AskedQuestion> Said)> Told(this QuestionnaireContent content, GivenAnswers given)
    {
        var said = new List<AskedQuestion>();
        foreach (var question in content.PutTo(given))
        {
            if (question.Kind is QuestionKind.Information) { said.Add(question); continue; }
            yield return (question, said);
            said = [];
        }
        yield return (null, said);
    }

    /// <summary>What is said right before a field that stands alone on its screen, or before sending where there is none: the informations before its question, the heading of its matrix.</summary>
    public static IEnumerable<Wording> SaidBefore(this QuestionnaireContent content, AnswerField? field, GivenAnswers given)
    {
        var said = content.Told(given).Where(t => t.Question?.Code == field?.Question.Code).SelectMany(t => t.Said).Select(q => q.Text);
        return field is { Item: not null } item ? said.Append(item.Question.Text) : said;
    }
}
