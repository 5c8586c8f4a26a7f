namespace Croisee.Words;

/// <summary>
/// The pictures that people chose in place of those proposed, or none (PIC-R2): the right picture is the one that its readers know. Kept as
/// « jardin = On plante des fleurs. », so that an export says it in words. A sentence that changes is another one, and has the proposal again.
/// </summary>
public static class ChosenPictures
{
    /// <summary>A line without a picture, because somebody said so.</summary>
    public const string None = "aucune";
    const string Sign = " = ";

    public static bool IsKnown(string picture) => picture == None || Pictograms.Names.Contains(picture);

    /// <summary>Sentence → picture, null for none. What names no known picture is left out: it may come from a file.</summary>
    public static IReadOnlyDictionary<string, string?> Of(IEnumerable<string>? lines)
    {
        var chosen = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (picture, sentence) in (lines ?? []).Select(Parts)) if (IsKnown(picture)) chosen[KeyOf(sentence)] = picture == None ? null : picture;
        return chosen;
    }

    /// <summary>The same with another picture for this sentence; an empty one gives the proposal back.</summary>
    public static List<string> With(IEnumerable<string> lines, string sentence, string? picture)
    {
        var others = lines.Where(l => KeyOf(Parts(l).Sentence) != KeyOf(sentence)).ToList();
        if (!string.IsNullOrEmpty(picture)) others.Add(picture + Sign + sentence);
        return others;
    }

    /// <summary>Those of a sentence that is still there.</summary>
    public static List<string> Kept(IEnumerable<string> lines, string? text)
    {
        var sentences = EasyCut.Lines(text).SelectMany(EasyCut.Sentences).Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return [.. lines.Where(l => Parts(l) is var (picture, sentence) && IsKnown(picture) && sentences.Contains(KeyOf(sentence))).DistinctBy(l => KeyOf(Parts(l).Sentence))];
    }

    static (string Picture, string Sentence) Parts(string? line) =>
        line?.IndexOf(Sign, StringComparison.Ordinal) is { } at and > 0 ? (line[..at].Trim(), line[(at + Sign.Length)..].Trim()) : ("", "");

    /// <summary>The words of a sentence, whatever its signs and capitals: what <see cref="Of"/> is read by.</summary>
    public static string KeyOf(string sentence) => string.Join(' ', EasyCut.Words(sentence).Select(w => w.Folded));
}
