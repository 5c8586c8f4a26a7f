using Croisee.Library;
using Croisee.Library.Kinship;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Who came from whom, without circles.</summary>
[Trait("kind", "pure")]
public sealed class LineageTest
{
    [Fact]
    public void Grows_trees_from_those_that_come_from_nobody_and_refuses_a_circle()
    {
        var (a, b, c, d) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var lineage = new Lineage([(b, a), (c, b), (d, a), (c, d)]);
        var tree = Assert.Single(lineage.Trees(id => id == b ? "b" : id == d ? "d" : ""));
        Assert.Equal((a, 5, 3), (tree.Id, tree.Count, lineage.From(a).Count)); // c stands under both of its parents
        Assert.Equal([(a, 3)], lineage.Roots(_ => ""));
        Assert.Equal((4, 5), (lineage.Count, lineage.Tree(a, _ => "").Count));
        Assert.True(lineage.Descends(c, a));
        Assert.Equal("MET-R3", Assert.Throws<RuleBroken>(() => lineage.Require(a, c)).Code);
        Assert.Throws<RuleBroken>(() => lineage.Require(a, a));
        lineage.Require(d, b);
    }

    [Fact]
    public void Never_closes_a_circle_whatever_is_asked_in_whatever_order()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var all = Enumerable.Range(0, random.Next(2, 9)).Select(_ => Guid.CreateVersion7()).ToList();
            var kept = new List<(Guid, Guid)>();
            for (var i = 0; i < 30; i++)
            {
                var (child, parent) = (all[random.Next(all.Count)], all[random.Next(all.Count)]);
                try { new Lineage(kept).Require(child, parent); kept.Add((child, parent)); }
                catch (RuleBroken) { }
            }
            // Without a circle, taking away those without parents empties the whole, again and again.
            var left = kept.ToHashSet();
            while (left.RemoveWhere(l => !left.Any(o => o.Item1 == l.Item2)) > 0) { }
            Assert.True(left.Count == 0, $"seed {seed}, round {round}");
            Assert.True(kept.Count == 0 || new Lineage(kept).Trees(id => id.ToString()).Count > 0, $"seed {seed}, round {round}");
        }
    }

    /// <summary>Each floor comes from both of the floor before: drawn under each parent, forty floors would be more lines than there are atoms in a page.</summary>
    [Fact]
    public void Draws_what_comes_from_several_once_however_they_are_stacked()
    {
        const int floors = 40;
        var all = Enumerable.Range(0, 3 * floors + 1).Select(_ => Guid.CreateVersion7()).ToList();
        var links = Enumerable.Range(0, floors).SelectMany(f => new[] { (all[3 * f + 1], all[3 * f]), (all[3 * f + 2], all[3 * f]), (all[3 * f + 3], all[3 * f + 1]), (all[3 * f + 3], all[3 * f + 2]) }).ToList();
        var lineage = new Lineage(links);
        var tree = Assert.Single(lineage.Trees(id => all.IndexOf(id).ToString("D4", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((links.Count + 1, 3 * floors), (tree.Count, lineage.From(all[0]).Count));
        var (drawn, order) = (new HashSet<Guid>(), new Stack<Kin>([tree]));
        while (order.TryPop(out var at))
        {
            if (at.Again) Assert.True(drawn.Contains(at.Id) && at.Children.Count == 0, "« voir plus haut » must have something above");
            drawn.Add(at.Id);
            foreach (var child in at.Children.Reverse()) order.Push(child);
        }
        Assert.Equal(all.Count, drawn.Count);
    }

    [Theory]
    [InlineData(""), InlineData("   "), InlineData("!!!")]
    public void A_method_has_a_name(string name) => Assert.Throws<RuleBroken>(() => new Method(MethodKind.Method, name, DateTime.UnixEpoch));

    [Theory]
    [InlineData("javascript:alert(1)"), InlineData("exemple.fr"), InlineData("file:///etc/passwd")]
    public void An_address_is_one_of_the_web(string address) => Assert.Throws<RuleBroken>(() => new Method(MethodKind.Tool, "Outil", DateTime.UnixEpoch).Describe(MethodKind.Tool, "Outil", null, address));
}
