namespace Croisee.Library.Kinship;

/// <summary>Sheets that say the same of who carries them.</summary>
/// <param name="Finess">Not public: it only says that two are one.</param>
public sealed record ToldName(string Key, StructurePlace Place, string? Finess, int Count);

/// <summary>One name in one place.</summary>
public sealed record StructureSpot(string Key, IReadOnlyList<ToldName> Told)
{
    public StructurePlace Finest { get; } = Told.Select(t => t.Place).MaxBy(p => p.Stored.Length)!;
    public int Count => Told.Sum(t => t.Count);
    public StructureEnd End => new(Key, Finest.Key);

    public bool IsAt(string place) => Told.Any(t => t.Place.Key == place);
}

/// <summary>
/// One organisation, with every name and place that sheets give it. One name in one place is one; the same FINESS number makes one of several by itself; one name in several
/// places is several until the moderation says that it is one, and what it says to be different stays apart.
/// </summary>
/// <param name="Ties">By which the moderation made it one.</param>
/// <param name="ByFiness">Whether a number made it one too.</param>
public sealed record ToldStructure(StructureEnd Lead, IReadOnlyList<StructureSpot> Spots, IReadOnlyList<StructureTie> Ties, bool ByFiness)
{
    public int Count => Spots.Sum(s => s.Count);

    /// <summary>The leading name with its place, though it be the only one that bears it: what is linked so goes on meaning this one when another comes to bear it.</summary>
    public StructureEnd Placed => Lead.Place.Length > 0 ? Lead : Spots.Where(s => s.Key == Lead.Key).OrderByDescending(s => s.Count).ThenBy(s => s.End.Place, StringComparer.Ordinal).First().End;

    public bool IsAt(StructureEnd end) => Spots.Any(s => s.Key == end.Key && s.IsAt(end.Place));

    public bool IsSaidToDiffer(ToldStructure other, IEnumerable<StructureTie> said) =>
        said.Any(t => t.Verdict is StructureVerdict.Different && (IsAt(t.One) && other.IsAt(t.Other) || IsAt(t.Other) && other.IsAt(t.One)));

    public bool Bears(string key) => Spots.Any(s => s.Key == key);

    public static IReadOnlyList<ToldStructure> Gather(IReadOnlyList<ToldName> told, IReadOnlyList<StructureTie> ties)
    {
        var spots = told.GroupBy(t => t.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => StructurePlace.Apart([.. g], t => t.Place).Select(a => new StructureSpot(g.Key, a)).OrderBy(s => s.End.Place, StringComparer.Ordinal)).ToList();
        var said = ties.OrderBy(t => t.At).ThenBy(t => t.Id).Select(t => (Tie: t, One: At(spots, t.One), Other: At(spots, t.Other))).Where(t => t.One >= 0 && t.Other >= 0).ToList();
        var groups = new Groups(spots.Count, [.. said.Where(t => t.Tie.Verdict is StructureVerdict.Different).Select(t => (t.One, t.Other))]);
        var joining = said.Where(t => t.Tie.Verdict is StructureVerdict.One && groups.Join(t.One, t.Other)).ToList();
        var numbered = new HashSet<int>();
        foreach (var same in spots.SelectMany((s, i) => s.Told.Select(t => t.Finess).OfType<string>().Distinct().Select(f => (Number: f, Spot: i))).GroupBy(s => s.Number).OrderBy(g => g.Key, StringComparer.Ordinal))
            foreach (var (_, spot) in same.Skip(1))
                if (groups.Of(spot) != groups.Of(same.First().Spot) && groups.Join(same.First().Spot, spot)) numbered.Add(spot);
        return [.. Enumerable.Range(0, spots.Count).GroupBy(groups.Of).Select(g => Made([.. g.Select(i => spots[i])], [.. joining.Where(t => groups.Of(t.One) == g.Key).Select(t => t.Tie)], numbered.Any(i => groups.Of(i) == g.Key), spots))];
    }

    /// <summary>The name that leads is one that no decision sends to another; of these, the one that most sheets bear.</summary>
    static ToldStructure Made(List<StructureSpot> mine, List<StructureTie> ties, bool byFiness, List<StructureSpot> all)
    {
        var sent = ties.Where(t => t.OneKey != t.OtherKey).Select(t => t.OneKey).ToHashSet(StringComparer.Ordinal);
        var lead = mine.GroupBy(s => s.Key, StringComparer.Ordinal).OrderBy(g => sent.Contains(g.Key)).ThenByDescending(g => g.Sum(s => s.Count)).ThenBy(g => g.Key, StringComparer.Ordinal).First().ToList();
        var alone = !all.Any(s => s.Key == lead[0].Key && !mine.Contains(s));
        return new(alone ? new(lead[0].Key, "") : lead.OrderByDescending(s => s.Count).ThenBy(s => s.End.Place, StringComparer.Ordinal).First().End, mine, ties, byFiness);
    }

    /// <summary>Where a decision lies now: the place it names, or the only one that says the same more or less precisely since. Nowhere when none is left.</summary>
    static int At(List<StructureSpot> spots, StructureEnd end) => MayBe(spots, end) is [var one] ? one : -1;

    static List<int> MayBe(List<StructureSpot> spots, StructureEnd end) =>
        spots.FindIndex(s => s.Key == end.Key && s.IsAt(end.Place)) is >= 0 and var exact ? [exact] : [.. Enumerable.Range(0, spots.Count).Where(i => spots[i].Key == end.Key && Near(spots[i].Finest.Key, end.Place))];

    /// <summary>Which of these a name in a place means now, found as a decision finds its own; none when it could be several.</summary>
    public static (ToldStructure Structure, StructureSpot Spot)? Find(IEnumerable<ToldStructure> structures, StructureEnd end)
    {
        var all = structures.SelectMany(s => s.Spots.Select(p => (Structure: s, Spot: p))).ToList();
        var found = MayBe([.. all.Select(a => a.Spot)], end).Select(i => all[i]).ToList();
        return found.Count > 0 && found.All(f => f.Structure == found[0].Structure) ? found[0] : null;
    }

    /// <summary>Whether one is told by the other, part by part: places are written from the commune to the region.</summary>
    static bool Near(string place, string other) =>
        place is "" or StructurePlace.Nowhere || other is "" or StructurePlace.Nowhere || place.EndsWith("-" + other, StringComparison.Ordinal) || other.EndsWith("-" + place, StringComparison.Ordinal);

    /// <summary>What is joined with what, never two that are said to be different.</summary>
    sealed class Groups(int count, IReadOnlyList<(int One, int Other)> apart)
    {
        readonly int[] heads = [.. Enumerable.Range(0, count)];

        public int Of(int spot)
        {
            while (heads[spot] != spot) spot = heads[spot] = heads[heads[spot]];
            return spot;
        }

        /// <returns>Whether they are one now.</returns>
        public bool Join(int one, int other)
        {
            var (a, b) = (Of(one), Of(other));
            if (a == b) return true;
            if (apart.Any(p => (Of(p.One), Of(p.Other)) is var (x, y) && (x == a && y == b || x == b && y == a))) return false;
            heads[Math.Max(a, b)] = Math.Min(a, b);
            return true;
        }
    }
}
