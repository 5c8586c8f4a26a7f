using System.Text.Json;

namespace Croisee.Surveys.Content;

/// <summary>Whether results of two revisions may stand side by side: the same questions under the same codes, put to the same people and answered by the same answers. Words may be corrected.</summary>
public static class Comparability
{
    /// <summary>The first difference, as a sentence that names its question; null when there is none.</summary>
    public static string? Difference(QuestionnaireContent before, QuestionnaireContent after)
    {
        var (was, now) = (Asked(before), Asked(after));
        if (was.FirstOrDefault(q => now.All(n => n.Question.Code != q.Question.Code)).Question is { } gone) return $"« {gone.Text.Text} » n’y est plus.";
        foreach (var (question, to) in now)
        {
            if (was.FirstOrDefault(q => q.Question.Code == question.Code) is not { Question: { } old, To: var toThen }) return $"« {question.Text.Text} » est nouvelle.";
            if (old.Kind != question.Kind) return $"« {question.Text.Text} » se répond autrement.";
            if (old.Scale != question.Scale) return $"« {question.Text.Text} » a une autre échelle.";
            if (!Same(old.Options.Select(o => o.Code), question.Options.Select(o => o.Code))) return $"« {question.Text.Text} » n’a plus les mêmes réponses possibles.";
            if (!Same(old.Items.Select(i => i.Code), question.Items.Select(i => i.Code))) return $"« {question.Text.Text} » n’a plus les mêmes phrases.";
            if (to != toThen) return $"« {question.Text.Text} » n’est plus posée aux mêmes personnes : sa condition, ou celle de sa partie, a changé.";
            // Out of the percentages, or in them.
            if (question.Options.FirstOrDefault(o => old.Options.First(b => b.Code == o.Code).Silent != o.Silent) is { } other) return $"« {question.Text.Text} » ne compte plus « {other.Text.Text} » de la même façon.";
            // A number is counted by classes between its bounds; who may choose two answers does not choose as who may choose ten.
            if ((old.Least, old.Most) != (question.Least, question.Most) && (question.Kind is QuestionKind.Number or QuestionKind.Multiple or QuestionKind.Ranking)) return $"« {question.Text.Text} » n’a plus le même « au moins » ou « au plus ».";
        }
        return null;
    }

    /// <summary>Each question with whom it is put to: what its part and itself ask for, in order.</summary>
    static List<(AskedQuestion Question, string To)> Asked(QuestionnaireContent content) =>
        [.. content.Sections.SelectMany(s => s.Questions.Where(q => q.Kind is not QuestionKind.Information).Select(q => (q, string.Join('&', new[] { s.ShownIf, q.ShownIf }.OfType<Condition>().Select(c => JsonSerializer.Serialize(c))))))];

    static bool Same(IEnumerable<string> before, IEnumerable<string> after) => before.ToHashSet(StringComparer.Ordinal).SetEquals(after);
}
