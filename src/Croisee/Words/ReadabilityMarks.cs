namespace Croisee.Words;

/// <summary>A piece of a sentence; <paramref name="Remark"/> is the rank of the remark that is seen there, from 1, or 0.</summary>
public readonly record struct EasyPiece(string Text, int Remark);

/// <summary>Where the remarks are seen in their sentence. A remark on the whole sentence (too long) marks nothing.</summary>
public static class EasyMarks
{
    public static IReadOnlyList<EasyPiece> Of(EasySentence sentence)
    {
        var marks = new List<(int Start, int End, int Remark)>();
        foreach (var (remark, i) in sentence.Remarks.Select((r, i) => (r, i)))
            if (Find(sentence.Text, remark.Seen) is { } at && !marks.Any(m => at.Start < m.End && m.Start < at.End)) marks.Add((at.Start, at.End, i + 1));
        var (pieces, from) = (new List<EasyPiece>(), 0);
        foreach (var (start, end, remark) in marks.OrderBy(m => m.Start))
        {
            if (start > from) pieces.Add(new(sentence.Text[from..start], 0));
            pieces.Add(new(sentence.Text[start..end], remark));
            from = end;
        }
        if (from < sentence.Text.Length) pieces.Add(new(sentence.Text[from..], 0));
        return pieces;
    }

    /// <summary>As written first, then word by word whatever the accents; null when it is not there.</summary>
    internal static (int Start, int End)? Find(string text, string seen)
    {
        seen = seen.Trim();
        if (seen.Length == 0) return null;
        for (var at = text.IndexOf(seen, StringComparison.Ordinal); at >= 0; at = text.IndexOf(seen, at + 1, StringComparison.Ordinal))
            if (!(Joins(text, at - 1) && char.IsLetterOrDigit(seen[0])) && !(Joins(text, at + seen.Length) && char.IsLetterOrDigit(seen[^1]))) return (at, at + seen.Length);
        var (words, wanted) = (EasyCut.Words(text), EasyCut.Words(seen));
        if (wanted.Count == 0) return null;
        for (var i = 0; i + wanted.Count <= words.Count; i++)
            if (words.Skip(i).Take(wanted.Count).Select(w => w.Folded).SequenceEqual(wanted.Select(w => w.Folded))) return (words[i].Start, words[i + wanted.Count - 1].End);
        return null;
    }

    static bool Joins(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}
