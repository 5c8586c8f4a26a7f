namespace Croisee.Surveys.Content;

/// <summary>Answers that say nothing about the subject, as authors and tools commonly word them (SCL-R1).</summary>
static class SilentWords
{
    public static readonly string[] DoesNotKnow = ["je ne sais pas", "ne sait pas", "ne sais pas", "nsp", "sans opinion", "sans avis", "ne se prononce pas", "je ne me prononce pas", "nspp", "i don't know", "don't know", "uncertain", "incertain"];
    public static readonly string[] Refuses = ["je ne veux pas répondre", "ne veut pas répondre", "je ne souhaite pas répondre", "ne souhaite pas répondre", "refus de répondre", "je préfère ne pas répondre", "préfère ne pas répondre", "prefer not to answer", "prefer not to say", "pas de réponse", "sans réponse", "no answer"];

    /// <summary>As the lists above have it.</summary>
    public static string Plain(string text)
    {
        var said = text.Trim().TrimEnd('.').Replace('’', '\'').ToLowerInvariant();
        return said.EndsWith("(e)", StringComparison.Ordinal) ? said[..^3] : said;
    }

    /// <summary>Not knowing, by its code or by its words. The words « je ne sais pas » say so even where their author did not mark them as silent.</summary>
    public static bool SaysNotKnowing(this AnswerOption answer) => Plain(answer.Text.Text) is var said && (said == "je ne sais pas" || answer.Silent && (answer.Code.EndsWith("NSP", StringComparison.Ordinal) || DoesNotKnow.Contains(said)));
}
