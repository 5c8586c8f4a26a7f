using Croisee.Rules;

namespace Croisee.Experiences;

/// <summary>A text and its easy-read twin, written by people.</summary>
public sealed record CallText(string Text = "", string Easy = "");

/// <summary>The blocks an organiser writes, in the order of the page (domain 1.8); contexts, who may answer, dates and the notice have their own fields.</summary>
public sealed record CallBlocks
{
    public const int TextMax = 3000;
    public CallText Why { get; init; } = new();
    public CallText Goal { get; init; } = new();
    public CallText Who { get; init; } = new();
    public CallText Use { get; init; } = new();
    public CallText Contact { get; init; } = new();
}

/// <summary>A prolongation: the end before, the end after, why, by whom, when. Shown to everyone (EXP-R2).</summary>
public sealed class CallExtension : IAudited
{
    public const int ReasonMax = 500;

    CallExtension() { }

    internal CallExtension(Guid callId, DateOnly from, DateOnly to, string reason, Guid by, DateTime at)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonMax) throw new RuleBroken("EXP-R2", $"Écrivez la raison de la prolongation ({ReasonMax} caractères au plus) : tout le monde la lira.", "Reason");
        Id = Guid.CreateVersion7();
        (CallId, EndBefore, EndAfter, Reason, ById, At) = (callId, from, to, reason.Trim(), by, at);
    }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public DateOnly EndBefore { get; private set; }
    public DateOnly EndAfter { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid ById { get; private set; }
    public DateTime At { get; private set; }
    Guid IAudited.AuditedId => CallId;
}

/// <summary>A question of the call's own, after the common ones. Never about a person's health (EXP-R3).</summary>
public sealed class CallQuestion : IAudited
{
    public const int TextMax = 300;

    CallQuestion() { }

    internal CallQuestion(Guid callId, string text, string? hint, bool isLong, int position)
    {
        Id = Guid.CreateVersion7();
        (CallId, Position) = (callId, position);
        Word(text, hint, isLong);
    }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public int Position { get; private set; }
    public string Text { get; private set; } = "";
    public string? Hint { get; private set; }
    public bool IsLong { get; private set; }
    /// <summary>Since when it is asked no longer, though it was answered: what was said is still shown, exported and imported.</summary>
    public DateTime? RetiredAt { get; private set; }
    Guid IAudited.AuditedId => CallId;

    internal void Retire(DateTime now) => RetiredAt ??= now;
    internal void AskAgain() => RetiredAt = null;

    public void Word(string text, string? hint, bool isLong)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > TextMax) throw new RuleBroken("CALL-QUESTIONS", $"Écrivez la question en {TextMax} caractères au plus.", "Text");
        (Text, Hint, IsLong) = (text.Trim(), string.IsNullOrWhiteSpace(hint) ? null : hint.Trim(), isLong);
    }
}

/// <summary>Words of an address from a title: lower case, no accents, dashes.</summary>
public static class Slugs
{
    /// <summary>Words of a text, lower case, without accents.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new System.Text.StringBuilder();
        foreach (var c in text.Normalize(System.Text.NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
            else if (System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark && word.Length > 0) { yield return word.ToString(); word.Clear(); }
        }
        if (word.Length > 0) yield return word.ToString();
    }

    /// <summary>Empty when the text has no Latin letter nor figure: it names nothing, and two such texts are not the same.</summary>
    public static string Of(string title)
    {
        var slug = new System.Text.StringBuilder();
        foreach (var c in title.Replace("œ", "oe").Replace("Œ", "oe").Replace("æ", "ae").Normalize(System.Text.NormalizationForm.FormD))
        {
            if (slug.Length >= Call.SlugMax - 10) break;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }
}
