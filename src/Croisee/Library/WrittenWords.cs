using System.Security.Cryptography;
using System.Text;
using Croisee.Words;

namespace Croisee.Library;

/// <summary>A word that may lead to somebody, and what to write instead (RGP-R2).</summary>
public sealed record TracedWord(string Word, TraceKind Kind);

/// <summary>What a form asks its writer to read once more before it leaves: a warning, never a refusal. Sent again as it is, it passes.</summary>
public sealed class WrittenWords
{
    WrittenWords(IReadOnlyList<TracedWord> found, string seal) => (Found, Seal) = (found, seal);

    public IReadOnlyList<TracedWord> Found { get; }
    /// <summary>Fingerprint of the very words that were warned about.</summary>
    public string Seal { get; }

    /// <param name="seen">The fingerprint that came back with the form: the writer has read the warning on these words.</param>
    /// <returns>Null when there is nothing to warn about, or when it was read.</returns>
    public static WrittenWords? Warn(string? seen, params IEnumerable<string?> texts)
    {
        var written = texts.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!).ToList();
        var found = written.SelectMany(t => IdentityTraces.Find(t).Select(f => new TracedWord(t.Substring(f.Start, f.Length), f.Kind))).Distinct().ToList();
        var seal = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u241e', written))))[..32];
        return found.Count == 0 || seal == seen ? null : new(found, seal);
    }
}
