namespace Croisee.Surveys.Content;

/// <summary>
/// A recording says the words that were read when it was made. Once they are others it comes off its text, and the device reads what stands there now: whoever listens would hear another
/// question than the one that is asked.
/// </summary>
public static class Recordings
{
    /// <summary>What a voice says no differently: a recording is worth more than a comma.</summary>
    const string Unheard = " \u00A0\u202F\t\n\r.,;:!?…'’«»\"“”()";

    /// <returns>The same without the recordings that say something else now, and the texts that lost theirs.</returns>
    public static (QuestionnaireContent Content, IReadOnlyList<string> Silenced) Settle(QuestionnaireContent before, QuestionnaireContent after)
    {
        var recorded = new Dictionary<string, Wording>(StringComparer.Ordinal);
        before.Each((_, key, text) =>
        {
            if (text.Audio is { Length: > 0 }) recorded[key] = text;
            return text;
        });
        var silenced = new List<string>();
        if (recorded.Count == 0) return (after, silenced);
        var settled = after.Each((_, key, text) =>
        {
            if (!recorded.TryGetValue(key, out var was) || was.Audio != text.Audio || Heard(was.Text) == Heard(text.Text) && Heard(was.Easy) == Heard(text.Easy)) return text;
            silenced.Add(text.Text);
            return text with { Audio = null };
        });
        return (settled, silenced);
    }

    static string Heard(string? text) => string.Concat((text ?? "").Where(sign => !Unheard.Contains(sign))).ToLowerInvariant();
}
