namespace Croisee.Surveys.Content;

/// <summary>Which questions are put, given what was answered before them.</summary>
public static class Routing
{
    /// <summary>
    /// In order, each decided when it is reached: whoever enumerates may fill <paramref name="given"/> on the way. An answer to a question
    /// that is not put is taken out, so that later conditions do not see it.
    /// </summary>
    public static IEnumerable<AskedQuestion> PutTo(this QuestionnaireContent content, GivenAnswers given) => content.Sections.SelectMany(s => s.PutTo(given));

    static IEnumerable<AskedQuestion> PutTo(this Section section, GivenAnswers given)
    {
        var entered = section.ShownIf?.Holds(given) ?? true;
        foreach (var question in section.Questions)
        {
            if (entered && (question.ShownIf?.Holds(given) ?? true)) { yield return question; continue; }
            foreach (var field in question.Fields()) given.Remove(field.Code);
        }
    }

    /// <summary>
    /// Question by question, what is said before each: the title of its part, once, before the first that is put of it, and the informations that are put since the question put before it, in whichever part they stand.
    /// What is said after the last question comes with no question; the title of a part of which nothing is put is not said.
    /// </summary>
    public static IEnumerable<(AskedQuestion? Question, IReadOnlyList<SaidText> Said)> Told(this QuestionnaireContent content, GivenAnswers given)
    {
        var said = new List<SaidText>();
        foreach (var section in content.Sections)
        {
            var title = SaidText.TitleOf(section);
            foreach (var question in section.PutTo(given))
            {
                if (title is not null) said.Add(title);
                title = null;
                if (question.Kind is QuestionKind.Information) { said.Add(new SaidText(question.Code, question.Text)); continue; }
                yield return (question, said);
                said = [];
            }
        }
        yield return (null, said);
    }

    /// <summary>What is said right before a field that stands alone on its screen, or before sending where there is none: the title of its part, the informations before its question, the heading of its matrix.</summary>
    public static IEnumerable<SaidText> SaidBefore(this QuestionnaireContent content, AnswerField? field, GivenAnswers given)
    {
        var said = content.Told(given).Where(t => t.Question?.Code == field?.Question.Code).SelectMany(t => t.Said);
        return field is { Item: not null } item ? said.Append(new SaidText(item.Question.Code, item.Question.Text)) : said;
    }
}

/// <summary>What is said and asks nothing: the title of a part, an information, the heading of a matrix.</summary>
/// <param name="Code">Of the question, or of the part after a sign that no question's code has.</param>
public sealed record SaidText(string Code, Wording Text, bool IsTitle = false)
{
    /// <summary>Null where the part has none.</summary>
    public static SaidText? TitleOf(Section section) => section.Title is { } title ? new("p." + section.Code, title, IsTitle: true) : null;
}
