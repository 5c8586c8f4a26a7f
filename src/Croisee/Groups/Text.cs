using Croisee.Rules;

namespace Croisee.Groups;

/// <summary>The one check that all texts of Groups and Deliberation pass: present, trimmed, within their limit.</summary>
static class Text
{
    /// <param name="max">Most characters, after trimming.</param>
    /// <exception cref="RuleBroken">Missing (with <paramref name="ask"/> as message) or too long.</exception>
    public static string Required(string? text, int max, string ask, string field) =>
        Optional(text, max, field) ?? throw new RuleBroken("text.missing", ask, field);

    public static string? Optional(string? text, int max, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var trimmed = text.Trim();
        return trimmed.Length <= max ? trimmed
            : throw new RuleBroken("text.long", $"Ce texte compte {trimmed.Length} caractères\u00A0: {max} au plus.", field);
    }
}
