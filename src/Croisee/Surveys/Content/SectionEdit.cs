namespace Croisee.Surveys.Content;

/// <summary>What an editor does to the parts of a questionnaire, and to when something is put; each gives a new document.</summary>
public static class SectionEdit
{
    public static Section? Part(this QuestionnaireContent content, string? code) => content.Sections.FirstOrDefault(s => s.Code == code);

    /// <summary>Other words for a part, or another condition; its questions stay.</summary>
    public static QuestionnaireContent With(this QuestionnaireContent content, Section section) =>
        content with { Sections = [.. content.Sections.Select(s => s.Code == section.Code ? section : s)] };

    /// <summary>A part without its questions is taken out. One with questions stays: whoever takes it out first says where they go.</summary>
    public static QuestionnaireContent WithoutPart(this QuestionnaireContent content, string section) =>
        content with { Sections = [.. content.Sections.Where(s => s.Code != section || s.Questions.Count > 0)] };

    /// <summary>One place up or down, with its questions.</summary>
    public static QuestionnaireContent MovePart(this QuestionnaireContent content, string section, bool up)
    {
        var sections = content.Sections.ToList();
        var at = sections.FindIndex(s => s.Code == section);
        var target = at + (up ? -1 : 1);
        if (at < 0 || target < 0 || target >= sections.Count) return content;
        (sections[at], sections[target]) = (sections[target], sections[at]);
        return content with { Sections = sections };
    }

    /// <summary>Every condition, with the words of what it decides: a question, or a part.</summary>
    public static IEnumerable<(string? Question, string Words, Condition Condition)> Conditions(this QuestionnaireContent content)
    {
        foreach (var (at, section) in content.Sections.Index())
        {
            if (section.ShownIf is { } ofPart) yield return (null, section.Title?.Text ?? $"Partie {at + 1}", ofPart);
            foreach (var question in section.Questions)
                if (question.ShownIf is { } ofQuestion) yield return (question.Code, question.Text.Text, ofQuestion);
        }
    }

    /// <summary>What a person may have been asked when they come to this question, or to the first of this part.</summary>
    public static IReadOnlyList<AnswerField> Before(this QuestionnaireContent content, AskedQuestion question) =>
        [.. content.Questions.TakeWhile(q => q.Code != question.Code).SelectMany(q => q.Fields())];

    public static IReadOnlyList<AnswerField> Before(this QuestionnaireContent content, Section section) =>
        [.. content.Sections.TakeWhile(s => s.Code != section.Code).SelectMany(s => s.Questions).SelectMany(q => q.Fields())];
}
