namespace Croisee.Surveys.Content;

/// <summary>
/// Codes that questions, phrases and answers bore in any state of a questionnaire. None is given again: a condition or a revision that names it would
/// silently mean something else.
/// </summary>
public sealed class UsedCodes
{
    /// <summary>A form knows its fields whatever the case of their letters: « q1 » and « Q1 » would be one of them.</summary>
    public static readonly StringComparer Same = StringComparer.OrdinalIgnoreCase;

    readonly HashSet<string> fields = new(Same);
    readonly HashSet<(string Question, string Option)> options = [];

    public UsedCodes(IEnumerable<QuestionnaireContent> ever)
    {
        foreach (var question in ever.SelectMany(c => c.Questions))
        {
            fields.Add(question.Code);
            fields.UnionWith(question.Items.Select(i => i.Code));
            options.UnionWith(question.Options.Select(o => (question.Code, o.Code)));
        }
    }

    public static readonly UsedCodes None = new([]);

    /// <summary>Of a question or a phrase.</summary>
    public bool Has(string field) => fields.Contains(field);

    public bool Has(string question, string option) => options.Contains((question, option));
}
