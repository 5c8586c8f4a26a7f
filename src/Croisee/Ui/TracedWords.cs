using Croisee.Words;

namespace Croisee.Ui;

/// <summary>Words that may let somebody be recognised, in a text that is no step: what it is about, and the words. For <c>_TracedWords.cshtml</c>.</summary>
public sealed record TracedWords(string About, IReadOnlyList<string> Words)
{
    /// <summary>Those of these texts in which something was found.</summary>
    public static IReadOnlyList<TracedWords> In(params IEnumerable<(string About, string? Text)> texts) =>
        [.. texts.Where(t => !string.IsNullOrWhiteSpace(t.Text)).Select(t => new TracedWords(t.About, [.. IdentityTraces.Find(t.Text!).Select(f => t.Text!.Substring(f.Start, f.Length))])).Where(t => t.Words.Count > 0)];
}
