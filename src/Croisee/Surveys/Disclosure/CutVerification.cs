namespace Croisee.Surveys.Disclosure;

/// <summary>
/// R5, verified and not trusted. An attacker tells blocks apart by their dates, and parts by their tables. Where a block, a part, or parts of two cuts
/// cross, there may be one to four persons. He bounds them from below when more of the block and of the parts gave an answer than all others can
/// hold, and from above when these have few answers alike. We give him every block and every part to the unit, as no rounding may be trusted to hide
/// them from all tables to come; then such a bound is exact, and depends on nothing outside these blocks.
/// </summary>
sealed class CutVerification(IReadOnlyList<Block> blocks, ClosedQuestion? question)
{
    const int Small = Thresholds.Floor - 1;

    /// <summary>Persons of one block in a crossing, those who gave an answer there, and those who gave it outside one part, the other, both.</summary>
    readonly record struct Corner(int Persons, int Gave, int OutsideFirst, int OutsideSecond, int OutsideBoth);

    /// <param name="shown">By cut, the values to be shown; null for a cut that is not.</param>
    public bool Tells(IReadOnlyList<List<int>?> shown)
    {
        var parts = shown.Select((values, cut) => values is null ? [null] : Parts(cut, values)).ToList();
        return parts.Count switch
        {
            0 => false,
            1 => parts[0].Exists(first => Bounded(first, null)),
            _ => parts[0].Exists(first => parts[1].Exists(second => Bounded(first, second)) || Bounded(first, null)) || parts[1].Exists(second => Bounded(null, second)),
        };
    }

    /// <summary>The parts shown, and all that is hidden, which is the whole less these.</summary>
    List<int[]?> Parts(int cut, List<int> shown)
    {
        List<int[]?> parts = [.. shown.Select(v => new[] { v })];
        int[] rest = [.. Enumerable.Range(0, blocks[0].Parts[cut].Length).Except(shown)];
        if (blocks.Any(b => rest.Any(v => b.Parts[cut][v].Answers > 0))) parts.Add(rest);
        return parts;
    }

    bool Bounded(int[]? first, int[]? second)
    {
        if (first is null && second is null) return false;
        List<int> most = [.. blocks.Select(_ => 0)];
        List<Corner> corners = [];
        for (var kind = 0; kind < Kinds; kind++)
        {
            corners = [.. blocks.Select(b => At(b, first, second, kind))];
            if (BoundedBelow(corners)) return true;
            var (inFirst, inSecond) = (blocks.Sum(b => Of(b, 0, first, kind)), blocks.Sum(b => Of(b, 1, second, kind)));
            for (var i = 0; i < blocks.Count; i++) most[i] += Math.Min(Count(blocks[i].Whole, kind), Math.Min(inFirst, inSecond));
        }
        // With several answers allowed each is a yes and a no, and everybody is counted once in every pair.
        return question is not { Several: true } && corners.Index().Any(c => c.Item.Persons is >= 1 and <= Small && most[c.Index] < Small);
    }

    /// <summary>
    /// Whether some set of blocks has one to four persons in the crossing, more of whom gave this answer than were free to be elsewhere. A block with
    /// more than four persons there is in no such set; one with none always is; of the others, at most four.
    /// </summary>
    static bool BoundedBelow(List<Corner> corners)
    {
        List<Corner> some = [.. corners.Where(c => c.Persons is >= 1 and <= Small)];
        var reach = Math.Min(Small, some.Select(c => c.Gave).OrderDescending().Take(Small).Sum());
        if (reach == 0) return false;
        var outside = corners.Where(c => c.Persons > Small).Sum(c => c.OutsideFirst + c.OutsideSecond) + corners.Where(c => c.Persons <= Small).Sum(c => c.OutsideBoth);
        return reach > outside + some.Select(c => c.OutsideFirst + c.OutsideSecond - c.OutsideBoth).OrderDescending().Skip(Small).Sum();
    }

    Corner At(Block block, int[]? first, int[]? second, int kind)
    {
        var whole = Count(block.Whole, kind);
        var (inFirst, inSecond) = (Of(block, 0, first, kind), Of(block, 1, second, kind));
        if (first is null || second is null)
            return new(first is null ? second!.Sum(v => block.Parts[1][v].Answers) : first.Sum(v => block.Parts[0][v].Answers), Math.Min(inFirst, inSecond), whole - inFirst, whole - inSecond, 0);
        var gave = first.Sum(a => second.Sum(b => Count(block.Crossed![a][b], kind)));
        return new(first.Sum(a => second.Sum(b => block.Crossed![a][b].Answers)), gave, whole - inFirst, whole - inSecond, whole - inFirst - inSecond + gave);
    }

    /// <summary>Of a part, or of all when the cut is not looked at.</summary>
    static int Of(Block block, int cut, int[]? part, int kind) => part is null ? Count(block.Whole, kind) : part.Sum(v => Count(block.Parts[cut][v], kind));

    /// <summary>Kinds of answers: without choices, one, to have answered; with several answers allowed, each choice is a yes and a no.</summary>
    int Kinds => question is null ? 1 : question.Several ? 2 * question.Counted.Count : question.Counted.Count;

    static int Count(Tally tally, int kind) =>
        tally.Counts.Length == 0 ? tally.Answers : kind < tally.Counts.Length ? tally.Counts[kind] : tally.Answers - tally.Counts[kind - tally.Counts.Length];
}
