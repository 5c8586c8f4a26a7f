using Croisee.Rules;

namespace Croisee.Library.Kinship;

/// <summary>One practice in the family tree, and those that were adapted from it.</summary>
public sealed record Kin(Guid Id, IReadOnlyList<Kin> Children)
{
    public int Count => 1 + Children.Sum(c => c.Count);
}

/// <summary>Who was adapted from whom. One may come from several: then it stands under each. Nothing comes from itself, however far.</summary>
public sealed class Lineage(IEnumerable<(Guid Child, Guid Parent)> links)
{
    readonly ILookup<Guid, Guid> children = links.Distinct().ToLookup(l => l.Parent, l => l.Child);

    /// <summary>Refuses the link that would close a circle.</summary>
    public void Require(Guid child, Guid parent)
    {
        if (child == parent || Descends(parent, child)) throw new RuleBroken("MET-R3", "Cette filiation tournerait en rond : la fiche d’origine vient déjà de celle-ci.");
    }

    /// <summary>Whether <paramref name="who"/> comes from <paramref name="ancestor"/>, through any number of others.</summary>
    public bool Descends(Guid who, Guid ancestor)
    {
        var (seen, open) = (new HashSet<Guid>(), new Stack<Guid>([ancestor]));
        while (open.TryPop(out var at))
            foreach (var child in children[at])
            {
                if (child == who) return true;
                if (seen.Add(child)) open.Push(child);
            }
        return false;
    }

    /// <summary>The trees, from those that come from nobody. A circle, were there one, is cut where it closes.</summary>
    public IReadOnlyList<Kin> Trees()
    {
        var born = children.SelectMany(c => c).ToHashSet();
        return [.. children.Select(c => c.Key).Where(p => !born.Contains(p)).Select(p => Grow(p, []))];
    }

    Kin Grow(Guid at, HashSet<Guid> above)
    {
        var here = new HashSet<Guid>(above) { at };
        return new(at, [.. children[at].Where(c => !here.Contains(c)).Select(c => Grow(c, here))]);
    }
}
