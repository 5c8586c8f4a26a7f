using Croisee.Framework;
using Xunit;

namespace Croisee.Tests.Framework;

[Trait("kind", "pure")]
public sealed class GridTest
{
    [Fact]
    public void Puts_each_modality_in_exactly_one_cell_as_its_code_says()
    {
        Assert.Equal(15, Grid.Cells.Distinct().Count());
        foreach (var modality in Vocabularies.Modality.Terms)
        {
            var cell = Assert.Single(Grid.Cells, c => c.Modalities.Contains(modality));
            Assert.StartsWith($"M2_{cell.Scale}_{cell.Level}_", modality.Code);
            Assert.Equal(cell.Scale == "MACRO", Grid.IsOurs(modality.Code));
        }
        Assert.All(Grid.Cells, c => Assert.NotEmpty(c.Modalities));
    }

    [Fact]
    public void Counts_an_action_once_in_each_cell_it_touches()
    {
        var one = With("M2_MESO_COLLAB_GOUVERNANCE", "M2_MESO_COLLAB_GROUPES_INSTANCES", "M2_MICRO_INFO_TRANSPARENCE");
        var counts = Grid.Count([one, With("M2_MESO_COLLAB_GOUVERNANCE"), With()]);
        Assert.Equal(2, counts[new Cell("MESO", "COLLAB")]);
        Assert.Equal(1, counts[new Cell("MICRO", "INFO")]);
        Assert.Equal(0, counts[new Cell("MACRO", "LEAD")]);
        Assert.Equal((3, 2), (counts.Actions, counts.Max));
    }

    [Fact]
    public void Agrees_with_a_count_made_from_the_codes_alone()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var actions = Enumerable.Range(0, random.Next(40)).Select(_ => Some.Landmarks(random)).ToList();
            var counts = Grid.Count(actions);
            foreach (var cell in Grid.Cells)
            {
                var expected = actions.Count(a => a.Modalities.Any(m => m.StartsWith($"M2_{cell.Scale}_{cell.Level}_", StringComparison.Ordinal)));
                Assert.True(expected == counts[cell], $"seed {seed}, {cell}: {expected} expected, {counts[cell]} counted");
            }
        }
    }

    [Fact]
    public void Counts_nothing_when_there_is_nothing()
    {
        var none = Grid.Count([]);
        Assert.Equal((0, 0), (none.Actions, none.Max));
    }

    static Landmarks With(params string[] modalities) => new() { Modalities = CodeSet.Of(Vocabularies.Modality, modalities) };
}
