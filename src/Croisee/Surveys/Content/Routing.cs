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
}
