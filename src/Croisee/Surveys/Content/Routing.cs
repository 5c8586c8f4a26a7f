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

    /// <summary>What is said right before a field that stands alone on its screen: the information before its question, the heading of its matrix.</summary>
    public static IEnumerable<Wording> SaidBefore(this QuestionnaireContent content, AnswerField field)
    {
        var questions = content.Sections.First(s => s.Questions.Contains(field.Question)).Questions.ToList();
        var at = questions.IndexOf(field.Question);
        if (at > 0 && questions[at - 1] is { Kind: QuestionKind.Information } said) yield return said.Text;
        if (field.Item is not null) yield return field.Question.Text;
    }
}
