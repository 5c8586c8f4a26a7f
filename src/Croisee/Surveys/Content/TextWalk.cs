namespace Croisee.Surveys.Content;

/// <summary>A questionnaire text by text: each with the code of its part, and a key that is the same from one version to the next.</summary>
public static class TextWalk
{
    /// <summary>Every text with its part and its key, in the order of the questionnaire.</summary>
    public static QuestionnaireContent Each(this QuestionnaireContent content, Func<string, string, Wording, Wording> turn)
    {
        Wording? Maybe(string part, string key, Wording? wording) => wording is null ? null : turn(part, key, wording);
        return content with
        {
            Title = turn(Translations.Common, "titre", content.Title),
            About = Maybe(Translations.Common, "presentation", content.About),
            Thanks = Maybe(Translations.Common, "merci", content.Thanks),
            Sections = [.. content.Sections.Select(s => s with
            {
                Title = Maybe(s.Code, "p." + s.Code, s.Title),
                Questions = [.. s.Questions.Select(q => q with
                {
                    Text = turn(s.Code, "q." + q.Code, q.Text),
                    Help = Maybe(s.Code, "a." + q.Code, q.Help),
                    Items = [.. q.Items.Select(i => i with { Text = turn(s.Code, "i." + i.Code, i.Text) })],
                    Options = [.. q.Options.Select(o => o with { Text = turn(s.Code, $"o.{q.Code}.{o.Code}", o.Text) })],
                })],
            })],
        };
    }
}
