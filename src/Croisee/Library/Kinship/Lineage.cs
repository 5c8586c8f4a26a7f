using Croisee.Rules;

namespace Croisee.Library.Kinship;

/// <summary>One practice in the family tree, and those that were adapted from it.</summary>
/// <param name="Again">It stands higher up already, with what comes from it.</param>
public sealed record Kin(Guid Id, IReadOnlyList<Kin> Children, bool Again = false)
{
    public int Count => 1 + Children.Sum(c => c.Count);
}

/// <summary>Who was adapted from whom. One may come from several: it is drawn whole once, and named under the others. Nothing comes from itself, however far.</summary>
public sealed class Lineage(IEnumerable<(Guid Child, Guid Parent)> links)
{
    readonly ILookup<Guid, Guid> children = links.Distinct().ToLookup(l => l.Parent, l => l.Child);

    /// <summary>Refuses the link that would close a circle.</summary>
    public void Require(Guid child, Guid parent)
    {
        if (child == parent || Descends(parent, child)) throw new RuleBroken("MET-R3", "Cette filiation tournerait en rond : la fiche d’origine vient déjà de celle-ci.");
    }

    /// <summary>Whether <paramref name="who"/> comes from <paramref name="ancestor"/>, through any number of others.</summary>
    public bool Descends(Guid who, Guid ancestor) => From(ancestor).Contains(who);

    /// <summary>Everything that comes from it, each once.</summary>
    public IReadOnlySet<Guid> From(Guid ancestor)
    {
        var (seen, open) = (new HashSet<Guid>(), new Stack<Guid>([ancestor]));
        while (open.TryPop(out var at))
            foreach (var child in children[at])
                if (seen.Add(child)) open.Push(child);
        return seen;
    }

    /// <summary>
    /// The trees, from those that come from nobody: the largest first, then by name. As many lines as there are links, whatever their shape: what comes
    /// from several is drawn the first time it is met, read from the top. A circle, were there one, is cut where it closes.
    /// </summary>
    public IReadOnlyList<Kin> Trees(Func<Guid, string> nameOf)
    {
        var drawn = new HashSet<Guid>();
        return [.. Roots(nameOf).Select(p => Grow(p.Root, nameOf, drawn))];
    }

    /// <summary>Those that come from nobody, in the order of <see cref="Trees"/>, with how many come from each.</summary>
    public IReadOnlyList<(Guid Root, int After)> Roots(Func<Guid, string> nameOf)
    {
        var born = children.SelectMany(c => c).ToHashSet();
        return [.. children.Select(c => c.Key).Where(p => !born.Contains(p)).Select(p => (Root: p, After: From(p).Count)).OrderByDescending(p => p.After).ThenBy(p => nameOf(p.Root), StringComparer.Ordinal)];
    }

    /// <summary>One of them alone, whole: nothing of it stands in another.</summary>
    public Kin Tree(Guid root, Func<Guid, string> nameOf) => Grow(root, nameOf, []);

    /// <summary>How many lines all of them would be.</summary>
    public int Count => children.Sum(c => c.Count());

    Kin Grow(Guid at, Func<Guid, string> nameOf, HashSet<Guid> drawn) =>
        drawn.Add(at) ? new(at, [.. children[at].OrderBy(nameOf, StringComparer.Ordinal).Select(c => Grow(c, nameOf, drawn))]) : new(at, [], Again: children[at].Any());
}
