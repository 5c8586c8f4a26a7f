using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>One of our scales, recognised by the codes or by the words of answers; and which of our codes each of theirs becomes.</summary>
sealed record KnownScale(string Code, IReadOnlyDictionary<string, string> Codes, bool SameCodes)
{
    /// <summary>Answers that say nothing about the subject, as tools commonly word them (SCL-R1).</summary>
    static readonly string[] DoesNotKnow = ["je ne sais pas", "ne sait pas", "ne sais pas", "nsp", "sans opinion", "sans avis", "ne se prononce pas", "je ne me prononce pas", "nspp", "i don't know", "don't know", "uncertain", "incertain"];
    static readonly string[] Refuses = ["je ne veux pas répondre", "ne veut pas répondre", "je ne souhaite pas répondre", "ne souhaite pas répondre", "refus de répondre", "je préfère ne pas répondre", "préfère ne pas répondre", "prefer not to answer", "prefer not to say", "pas de réponse", "sans réponse", "no answer"];

    public static bool IsSilent(string text) => Plain(text) is var said && (DoesNotKnow.Contains(said) || Refuses.Contains(said) || said is "non concerné" or "non applicable" or "sans objet");

    public static KnownScale? Of(IReadOnlyList<(string Code, string Text)> answers)
    {
        foreach (var scale in Scales.Each)
            if (ByCode(scale, answers) is { } same) return same;
        foreach (var scale in Scales.Each)
            if (ByWords(scale, answers) is { } alike) return alike;
        return null;
    }

    static KnownScale? ByCode(Scale scale, IReadOnlyList<(string Code, string Text)> answers)
    {
        var codes = answers.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        return scale.Points.All(codes.Contains) && codes.All(c => scale.Options.Any(o => o.Code == c)) && codes.Count == answers.Count
            ? new(scale.Code, codes.ToDictionary(c => c, c => c, StringComparer.Ordinal), scale.Options.Select(o => o.Code).SequenceEqual(answers.Select(a => a.Code), StringComparer.Ordinal)) : null;
    }

    static KnownScale? ByWords(Scale scale, IReadOnlyList<(string Code, string Text)> answers)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, text) in answers)
            if (Said(scale, Plain(text)) is not { } ours || !codes.TryAdd(code, ours) || codes.Values.Count(c => c == ours) > 1) return null;
        return scale.Points.All(codes.ContainsValue) ? new(scale.Code, codes, SameCodes: false) : null;
    }

    static string? Said(Scale scale, string text) =>
        scale.Options.FirstOrDefault(o => Plain(o.Text.Text) == text)?.Code
        ?? (DoesNotKnow.Contains(text) ? scale.Options.First(o => o.Code.EndsWith(Scales.Unknown, StringComparison.Ordinal) || o.Code == "ne_sait_pas").Code
            : Refuses.Contains(text) ? scale.Options.First(o => o.Code.EndsWith(Scales.Refused, StringComparison.Ordinal)).Code : null);

    static string Plain(string text)
    {
        var said = text.Trim().TrimEnd('.').Replace('’', '\'').ToLowerInvariant();
        return said.EndsWith("(e)", StringComparison.Ordinal) ? said[..^3] : said;
    }
}
