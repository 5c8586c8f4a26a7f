namespace Croisee.Surveys.Content;

/// <summary>Which of a questionnaire's texts it is.</summary>
enum TextPlace { Title, About, Thanks, Part, Question, Help, Phrase, Answer }

/// <summary>One text of a questionnaire as whoever looks through all of them meets it.</summary>
/// <param name="Question">Code of the question it belongs to; null for a text of the whole or of a part.</param>
readonly record struct PlacedText(TextPlace Place, string? Question, Wording Text)
{
    /// <summary>Its own words and where they stand; a question is named by whoever tells of it.</summary>
    public string Said => Place switch
    {
        TextPlace.Title => $"Le titre « {Short} »",
        TextPlace.About => $"La présentation « {Short} »",
        TextPlace.Thanks => $"Le merci de la fin « {Short} »",
        TextPlace.Part => $"Le titre de partie « {Short} »",
        TextPlace.Help => $"L’aide « {Short} »",
        TextPlace.Phrase => $"La phrase « {Short} »",
        TextPlace.Answer => $"La réponse « {Short} »",
        _ => $"« {Short} »",
    };

    string Short => Text.Text.Length > ShownMax ? Text.Text[..ShownMax] + "…" : Text.Text;
    const int ShownMax = 80;

    /// <summary>In the order of the questionnaire. What says nothing about the subject is said in the house's own words, and left out.</summary>
    public static IEnumerable<PlacedText> Each(QuestionnaireContent content)
    {
        yield return new(TextPlace.Title, null, content.Title);
        if (content.About is { } about) yield return new(TextPlace.About, null, about);
        foreach (var section in content.Sections)
        {
            if (section.Title is { } title) yield return new(TextPlace.Part, null, title);
            foreach (var question in section.Questions)
            {
                yield return new(TextPlace.Question, question.Code, question.Text);
                if (question.Help is { } help) yield return new(TextPlace.Help, question.Code, help);
                foreach (var item in question.Items) yield return new(TextPlace.Phrase, question.Code, item.Text);
                foreach (var option in question.Options.Where(o => !o.Silent)) yield return new(TextPlace.Answer, question.Code, option.Text);
            }
        }
        if (content.Thanks is { } thanks) yield return new(TextPlace.Thanks, null, thanks);
    }
}
