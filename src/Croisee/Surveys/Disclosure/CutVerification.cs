namespace Croisee.Surveys.Disclosure;

/// <summary>
/// R5, verified and not trusted. An attacker tells blocks apart by their dates, and parts by their tables. Where a block and a part cross there may be
/// one to four persons; he bounds them from below when more of the block gave an answer than all other parts can hold, and from above when block and
/// part have few answers alike. We give him every block and every part to the unit, as no rounding may be trusted to hide them from all tables to come.
/// </summary>
static class CutVerification
{
    const int Small = Thresholds.Floor - 1;

    public static bool Tells(IReadOnlyList<Tally[]> blocks, IReadOnlyList<int> shown, ClosedQuestion? question)
    {
        // A single block is a whole, and no part of it is small.
        if (blocks.Count == 1) return false;
        List<int[]> parts = [.. shown.Select(v => new[] { v })];
        int[] rest = [.. Enumerable.Range(0, blocks[0].Length).Except(shown)];
        if (blocks.Any(b => rest.Any(v => b[v].Answers > 0))) parts.Add(rest);
        return parts.Exists(part => Enumerable.Range(0, Kinds(question)).Any(kind => BoundedBelow(blocks, part, kind)) || BoundedAbove(blocks, part, question));
    }

    /// <summary>Kinds of answers: without choices, one, to have answered; with several answers allowed, each choice is a yes and a no.</summary>
    static int Kinds(ClosedQuestion? question) => question is null ? 1 : question.Several ? 2 * question.Counted.Count : question.Counted.Count;

    static int Count(Tally tally, int kind) =>
        tally.Counts.Length == 0 ? tally.Answers : kind < tally.Counts.Length ? tally.Counts[kind] : tally.Answers - tally.Counts[kind - tally.Counts.Length];

    /// <summary>
    /// Whether some set of blocks has one to four persons in the part, more of whom gave this answer than all persons of other parts outside those
    /// blocks. A block with more than four persons of the part is in no such set; of the others, at most four that have some.
    /// </summary>
    static bool BoundedBelow(IReadOnlyList<Tally[]> blocks, int[] part, int kind)
    {
        var outside = 0;
        List<int> inside = [], around = [];
        foreach (var block in blocks)
        {
            var persons = part.Sum(v => block[v].Answers);
            var gave = part.Sum(v => Count(block[v], kind));
            var others = block.Sum(t => Count(t, kind)) - gave;
            if (persons > Small) outside += others;
            else if (persons > 0) { inside.Add(gave); around.Add(others); }
        }
        var reach = Math.Min(Small, inside.OrderDescending().Take(Small).Sum());
        return reach > outside + around.OrderDescending().Skip(Small).Sum();
    }

    /// <summary>Whether a block with one to four persons of the part has so few answers like those of the part that there cannot be more.</summary>
    static bool BoundedAbove(IReadOnlyList<Tally[]> blocks, int[] part, ClosedQuestion? question)
    {
        if (question is null || question.Several) return false;
        return blocks.Where(b => part.Sum(v => b[v].Answers) is >= 1 and <= Small)
            .Any(block => Enumerable.Range(0, Kinds(question)).Sum(kind => Math.Min(block.Sum(t => Count(t, kind)), blocks.Sum(b => part.Sum(v => Count(b[v], kind))))) < Small);
    }
}
