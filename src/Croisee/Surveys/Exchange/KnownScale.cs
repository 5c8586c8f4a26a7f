using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>One of our scales, recognised by the codes or by the words of answers; and which of our codes each of theirs becomes.</summary>
sealed record KnownScale(string Code, IReadOnlyDictionary<string, string> Codes, bool SameCodes)
{
    public static bool IsSilent(string text) => SilentWords.Plain(text) is var said && (SilentWords.DoesNotKnow.Contains(said) || SilentWords.Refuses.Contains(said) || said is "non concerné" or "non applicable" or "sans objet");

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
            if (Said(scale, SilentWords.Plain(text)) is not { } ours || !codes.TryAdd(code, ours) || codes.Values.Count(c => c == ours) > 1) return null;
        return scale.Points.All(codes.ContainsValue) ? new(scale.Code, codes, SameCodes: false) : null;
    }

    static string? Said(Scale scale, string text) =>
        scale.Options.FirstOrDefault(o => SilentWords.Plain(o.Text.Text) == text)?.Code
        ?? (SilentWords.DoesNotKnow.Contains(text) ? scale.Options.First(o => o.Code.EndsWith(Scales.Unknown, StringComparison.Ordinal) || o.Code == "ne_sait_pas").Code
            : SilentWords.Refuses.Contains(text) ? scale.Options.First(o => o.Code.EndsWith(Scales.Refused, StringComparison.Ordinal)).Code : null);
}
