namespace Croisee.Surveys.Content;

/// <summary>Whether results of two revisions may stand side by side: the same questions under the same codes, answered by the same answers. Words may be corrected.</summary>
public static class Comparability
{
    /// <summary>The first difference, as a sentence that names its question; null when there is none.</summary>
    public static string? Difference(QuestionnaireContent before, QuestionnaireContent after)
    {
        var (was, now) = (Asked(before), Asked(after));
        if (was.FirstOrDefault(q => now.All(n => n.Code != q.Code)) is { } gone) return $"« {gone.Text.Text} » n’y est plus.";
        foreach (var question in now)
        {
            if (was.FirstOrDefault(q => q.Code == question.Code) is not { } old) return $"« {question.Text.Text} » est nouvelle.";
            if (old.Kind != question.Kind) return $"« {question.Text.Text} » se répond autrement.";
            if (old.Scale != question.Scale) return $"« {question.Text.Text} » a une autre échelle.";
            if (!Same(old.Options.Select(o => o.Code), question.Options.Select(o => o.Code))) return $"« {question.Text.Text} » n’a plus les mêmes réponses possibles.";
            if (!Same(old.Items.Select(i => i.Code), question.Items.Select(i => i.Code))) return $"« {question.Text.Text} » n’a plus les mêmes phrases.";
        }
        return null;
    }

    static List<AskedQuestion> Asked(QuestionnaireContent content) => [.. content.Questions.Where(q => q.Kind is not QuestionKind.Information)];

    static bool Same(IEnumerable<string> before, IEnumerable<string> after) => before.ToHashSet(StringComparer.Ordinal).SetEquals(after);
}
