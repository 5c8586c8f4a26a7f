using Croisee.Framework;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.Framework;

[Trait("kind", "pure")]
public sealed class DegreeTest
{
    const string Informed = "D1_COMMUNICATION", Consulted = "D2_CONSULTATION", Decided = "D4_CODECISION", Led = "D5_LEADERSHIP";

    [Fact]
    public void Ranks_degrees_from_being_informed_to_leading()
    {
        Assert.Equal([1, 2, 3, 4, 5], Vocabularies.Degree.Terms.Select(t => Degree.Rank(t.Code)));
        Assert.Equal(Led, Degree.Highest([Consulted, Led, Informed]));
        Assert.Null(Degree.Highest([]));
        Assert.Throws<ArgumentException>(() => Degree.Rank("REG4_INITIATIVE"));
    }

    [Fact]
    public void Says_that_the_promise_is_kept_when_the_lived_degree_is_the_promised_one()
    {
        var gap = new DegreeGap(Consulted, Consulted, Side.Persons);
        Assert.Equal(0, gap.Rungs);
        Assert.Equal("Les personnes concernées ont vécu le degré annoncé, «\u00a0consultation\u00a0»\u00a0: la promesse est tenue.", gap.Sentence);
    }

    [Fact]
    public void Names_the_broken_promise_and_not_the_low_degree_when_less_was_lived()
    {
        var gap = new DegreeGap(Decided, Consulted, Side.Professionals);
        Assert.Equal(-2, gap.Rungs);
        Assert.Contains("les professionnels ont vécu «\u00a0consultation\u00a0», 2 degrés de moins", gap.Sentence);
        Assert.Contains("promis plus que ce qui a été fait", gap.Sentence);
        Assert.Contains("n’est pas une faute", Degree.NoFault);
    }

    [Fact]
    public void Says_one_more_degree_in_the_singular_and_without_reproach()
    {
        var gap = new DegreeGap(Decided, Led, Side.Persons);
        Assert.EndsWith("un degré de plus.", gap.Sentence);
        Assert.DoesNotContain("promis plus", gap.Sentence);
    }

    [Fact]
    public void Says_that_a_side_has_not_spoken_rather_than_guessing()
    {
        Assert.Null(new DegreeGap(Consulted, null, Side.Persons).Rungs);
        Assert.Equal("Les personnes concernées n’ont pas encore dit quel degré a été vécu.", new DegreeGap(Consulted, null, Side.Persons).Sentence);
        Assert.Equal("Aucun degré n’a été annoncé.", new DegreeGap(null, Consulted, Side.Persons).Sentence);
    }

    [Fact]
    public void Speaks_easily_in_every_case()
    {
        string?[] codes = [null, .. Vocabularies.Degree.Terms.Select(t => t.Code)];
        foreach (var promised in codes)
            foreach (var lived in codes)
                foreach (var side in Enum.GetValues<Side>())
                    Assert.All(new DegreeGap(promised, lived, side).EasyLines, line => Assert.Null(EasyLabel.Fault(line)));
        Assert.All(Degree.NoFaultEasy, line => Assert.Null(EasyLabel.Fault(line)));
    }

    [Fact]
    public void Shows_the_gap_between_sides_only_when_both_have_spoken_and_differ()
    {
        var one = new DegreeViews { Promised = Decided, ByPersons = Consulted };
        Assert.Null(one.BetweenSides);
        Assert.Equal(2, one.Sentences().Count());
        var both = one with { ByProfessionals = Decided };
        Assert.Equal(-2, both.BetweenSides);
        Assert.Contains("discuté ensemble", both.Sentences().Last());
        Assert.Equal(2, (both with { ByProfessionals = Consulted }).Sentences().Count());
    }

    [Fact]
    public void Says_the_gap_between_sides_without_a_promise_and_in_easy_words()
    {
        var unpromised = new DegreeViews { ByPersons = Consulted, ByProfessionals = Decided };
        Assert.Contains("discuté ensemble", Assert.Single(unpromised.Sentences()));
        Assert.Empty(DegreeViews.Unsaid.Sentences());
        var lines = (unpromised with { Promised = Decided }).EasyLines().ToList();
        Assert.Single(lines, l => l.StartsWith("On a promis", StringComparison.Ordinal));
        Assert.Equal("Il faut en parler ensemble.", lines[^1]);
        Assert.All(lines, line => Assert.Null(EasyLabel.Fault(line)));
    }

    [Fact]
    public void Keeps_a_degree_for_each_stage_in_the_order_of_the_project()
    {
        var stages = StageDegrees.Of([new("ETP_EVALUATION", Decided), new("ETP_CONCEPTION", Consulted), new("ETP_DECISION", " ")]);
        Assert.Equal([("ETP_CONCEPTION", Consulted), ("ETP_EVALUATION", Decided)], stages.Rows);
        Assert.Equal(Decided, stages.Highest);
        Assert.Null(stages["ETP_DECISION"]);
        Assert.Equal("Conception\u00a0: consultation", stages.Lines().First());
        Assert.Equal(5, Degree.Stages.Count);
    }

    [Theory]
    [InlineData("ETP_IDEE", Consulted, "FRM-R3")]
    [InlineData("ETP_DECISION", "D9", "FRM-CODE")]
    public void Refuses_a_stage_without_degree_or_an_unknown_degree(string stage, string degree, string rule) =>
        Assert.Equal(rule, Assert.Throws<RuleBroken>(() => StageDegrees.Of([new(stage, degree)])).Code);

    [Fact]
    public void Relates_each_degree_to_the_ladders_known_abroad()
    {
        Assert.Equal([3], Numbers(Crosswalk.Of(Informed).Arnstein));
        Assert.Equal([1, 2], Numbers(Crosswalk.Of(Informed).WhenDisguised));
        Assert.Equal([4], Numbers(Crosswalk.Of(Consulted).Arnstein));
        Assert.Equal([5], Numbers(Crosswalk.Of(Consulted).WhenDisguised));
        Assert.Equal([5, 6], Numbers(Crosswalk.Of("D3_CONCERTATION").Arnstein));
        Assert.Equal([6, 7], Numbers(Crosswalk.Of(Decided).Arnstein));
        Assert.Equal([8], Numbers(Crosswalk.Of(Led).Arnstein));
        Assert.Equal(["involve", "collaborate"], Crosswalk.Of("D3_CONCERTATION").Iap2.Select(r => r.English));
        // No rung of the ladder is left without a degree.
        Assert.Equal(Enumerable.Range(1, 8), Crosswalk.Rows.SelectMany(r => Numbers(r.Arnstein).Concat(Numbers(r.WhenDisguised))).Distinct().Order());
    }

    static IEnumerable<int> Numbers(IEnumerable<Rung> rungs) => rungs.Select(r => r.Number);
}
