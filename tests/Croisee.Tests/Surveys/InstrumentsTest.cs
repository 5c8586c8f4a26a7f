using Croisee.Framework;
using Croisee.Surveys.Instruments;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>What domain 5.9 asks of the instruments that we ship.</summary>
[Trait("kind", "pure")]
public sealed class InstrumentsTest
{
    static IEnumerable<string> Codes(string vocabulary) => Vocabularies.Get(vocabulary).Terms.Select(t => t.Code);

    [Fact]
    public void The_grid_of_the_mixed_group_has_twenty_phrases_and_the_themes_of_means_and_method()
    {
        var grid = ReadyInstruments.Find("participation-grille")!;
        Assert.Equal(20, grid.Questions.Count(q => q.Scale is "V-DIAG"));
        foreach (var theme in new[] { "A", "B", "C", "D", "F", "G", "H", "I", "J" }) Assert.Contains(grid.Sections, s => s.Code == theme && s.Questions.Count > 0);
    }

    /// <summary>« V-DIAG par vue »: each says from which place they answer, and results are cut by it.</summary>
    [Theory]
    [InlineData("participation-grille")]
    [InlineData("acces-aux-soins-grille")]
    public void A_grid_asks_from_which_view_one_answers(string name)
    {
        var view = Assert.Single(ReadyInstruments.Find(name)!.Questions, q => q.Describes);
        Assert.Equal(Codes("V-POINT-DE-VUE"), view.Options.Where(o => !o.Silent).Select(o => o.Code));
    }

    [Fact]
    public void Fears_of_professionals_bear_the_codes_of_the_vocabulary()
    {
        var fears = ReadyInstruments.Find("professionnels")!.Find("craintes")!;
        var said = fears.Options.Where(o => !o.Silent && o.Code != "AUCUNE").Select(o => o.Code).ToList();
        Assert.True(said.Count >= 8);
        Assert.Empty(said.Except(Codes("V-FREIN")));
    }
}
