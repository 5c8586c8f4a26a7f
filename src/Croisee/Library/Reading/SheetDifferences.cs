using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Review;
using DiffPlex;

namespace Croisee.Library.Reading;

public enum Change { Same, Added, Removed }

public sealed record ChangedWords(Change Change, string Text);

/// <summary>One answer that changed, word by word.</summary>
public sealed record Difference(string Part, string Label, IReadOnlyList<ChangedWords> Words);

/// <summary>What changed from one version to the next, in the words of the page: by part, by answer, by word.</summary>
public static class SheetDifferences
{
    /// <summary>Beyond so many characters an answer is shown as removed and added whole: comparing words must stay quick whatever was written.</summary>
    const int MostCompared = 6_000;

    public static IReadOnlyList<Difference> Between(SheetContent before, SheetContent after, Labels labels)
    {
        var (old, now) = (Lines(before, labels).ToList(), Lines(after, labels).ToList());
        var (was, @is) = (ByName(old), ByName(now));
        // In the order of the new page; what vanished with its label comes after.
        return [.. now.Concat(old).Select(l => (l.Part, l.Label)).Distinct()
            .Select(n => (n.Part, n.Label, Old: was.GetValueOrDefault(n, ""), New: @is.GetValueOrDefault(n, "")))
            .Where(n => n.Old != n.New).Select(n => new Difference(n.Part, n.Label, Words(n.Old, n.New)))];
    }

    static Dictionary<(string, string), string> ByName(IEnumerable<(string Part, string Label, string Text)> lines) =>
        lines.GroupBy(l => (l.Part, l.Label)).ToDictionary(g => g.Key, g => string.Join('\n', g.Select(l => l.Text)));

    static IEnumerable<(string Part, string Label, string Text)> Lines(SheetContent content, Labels labels)
    {
        yield return ("L’essentiel", "Titre", content.Title);
        foreach (var part in new AccountView(content.Account, labels, ForPublic: true).Parts)
        {
            foreach (var line in part.Lines) yield return (part.Title, line.Label, string.Join('\n', line.Values) + (line.Note is null ? "" : $" ({line.Note})"));
            foreach (var d in part.Decisions) yield return (part.Title, "Ce qui a changé grâce à la participation", string.Join(" → ", new[] { d.Proposal, d.Decision, d.Effect }.Where(t => !string.IsNullOrWhiteSpace(t))));
        }
        if (content.FixedByReaders is { } coding) foreach (var line in CodingLine.Said(coding.Read(), labels)) yield return ("Fixé par le groupe de lecture", line.Name, line.Mine);
        yield return ("La fiche", "En quelle voix", content.Voices.Sentence);
        yield return ("La fiche", "Retenue par le groupe", content.Remarkable ? "oui" : "non");
        foreach (var text in new[] { content.Motives }.Concat(content.MinorityOpinions).OfType<string>()) yield return ("La fiche", "Motifs et avis minoritaire", text);
        foreach (var document in content.Documents) yield return ("La fiche", "Documents", document.Name);
        foreach (var link in content.Links) yield return ("La fiche", "Liens", $"{link.Alternative} : {link.Address}");
    }

    static IReadOnlyList<ChangedWords> Words(string old, string now)
    {
        if (old.Length + now.Length > MostCompared) return [.. new ChangedWords[] { new(Change.Removed, old), new(Change.Added, now) }.Where(w => w.Text.Length > 0)];
        var (diff, runs, from) = (new Differ().CreateWordDiffs(old, now, ignoreWhitespace: false, [' ', '\n', '\u00a0']), new List<ChangedWords>(), 0);
        foreach (var block in diff.DiffBlocks)
        {
            Add(Change.Same, diff.PiecesOld[from..block.DeleteStartA]);
            Add(Change.Removed, diff.PiecesOld[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)]);
            Add(Change.Added, diff.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            from = block.DeleteStartA + block.DeleteCountA;
        }
        Add(Change.Same, diff.PiecesOld[from..]);
        return runs;

        void Add(Change change, string[] pieces) { if (pieces.Length > 0) runs.Add(new(change, string.Concat(pieces))); }
    }
}
