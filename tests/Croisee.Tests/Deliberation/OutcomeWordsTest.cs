using Croisee.Groups;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

[Trait("kind", "pure")]
public sealed class OutcomeWordsTest
{
    /// <summary>The example of the look: 4 yes and 1 no against 3 yes and 2 abstentions.</summary>
    readonly Outcome look = Of(DecisionRule.DoubleMajority, (4, 1, 0), (3, 0, 2));

    [Fact]
    public void Says_that_the_majority_is_reached_in_each_college() =>
        Assert.Equal("La majorité est atteinte dans chaque collège.", look.Because());

    [Fact]
    public void Says_the_distribution_with_zero_in_the_singular() =>
        Assert.Equal("Oui\u00A0: 4 personnes concernées et 3 professionnels. Non\u00A0: 1 personne concernée et 0 professionnel. Abstention\u00A0: 0 personne concernée et 2 professionnels.", look.Distribution());

    [Fact]
    public void Says_that_colleges_nearly_agree()
    {
        Assert.Equal("Les deux collèges ne disent pas tout à fait la même chose", look.DivergenceTitle());
        Assert.Equal("Les deux collèges ne disent pas tout à fait la même chose\u00A0: 4 oui sur 5 votes exprimés chez les personnes concernées et 3 oui sur 3 votes exprimés chez les professionnels.", look.AboutDivergence());
        Assert.Equal(0.2, look.Divergence!.Value, 1e-12);
    }

    [Fact]
    public void Says_that_colleges_disagree_and_where_the_majority_is_missing()
    {
        var outcome = Of(DecisionRule.DoubleMajority, (5, 0, 0), (1, 4, 0));
        Assert.Equal("Les deux collèges ne disent pas la même chose", outcome.DivergenceTitle());
        Assert.Equal("La majorité n’est pas atteinte chez les professionnels.", outcome.Because());
        Assert.Equal("Non adoptée", outcome.Headline());
        Assert.Equal("6 personnes ont voté oui.", outcome.AboutMinority());
    }

    [Fact]
    public void Says_that_colleges_agree() =>
        Assert.Equal("Les deux collèges disent la même chose", Of(DecisionRule.DoubleMajority, (5, 0, 0), (4, 0, 1)).DivergenceTitle());

    [Fact]
    public void Says_that_colleges_cannot_be_compared_when_one_only_abstained()
    {
        var outcome = Of(DecisionRule.DoubleMajority, (5, 0, 0), (0, 0, 5));
        Assert.Null(outcome.Divergence);
        Assert.Equal("On ne peut pas comparer les collèges\u00A0: au moins un d’eux n’a dit ni oui ni non.", outcome.AboutDivergence());
    }

    [Fact]
    public void Says_which_college_is_tied()
    {
        var outcome = Of(DecisionRule.DoubleMajority, (2, 2, 1), (5, 0, 0));
        Assert.Equal("Il y a égalité chez les personnes concernées, et une égalité n’est pas une majorité.", outcome.Because());
        Assert.Equal("Rien n’est décidé\u00A0: aucun avis n’est minoritaire.", outcome.AboutMinority());
    }

    [Fact]
    public void Says_how_many_votes_are_missing_for_the_quorum()
    {
        var outcome = Outcome.Of(DecisionRule.DoubleMajority, Quorum.MoreThanHalf, CollegeWords.Facing,
            [.. Voices(College.ServiceUsers, (1, 0, 0)), .. Enumerable.Repeat(new CountedSeat(College.ServiceUsers, null), 4), .. Voices(College.Professionals, (5, 0, 0))]);
        Assert.Equal("Le quorum n’est pas atteint\u00A0: 1 vote chez les personnes concernées, il en fallait 3.", outcome.Because());
        Assert.Equal("Le quorum n’est pas atteint\u00A0: personnes concernées, 1 vote sur 5 sièges (il en fallait 3)\u00A0; professionnels, 5 votes sur 5 sièges (il en fallait 3).", outcome.AboutQuorum());
    }

    [Fact]
    public void Gives_the_minority_its_motives_and_says_when_it_gave_none()
    {
        var outcome = Outcome.Of(DecisionRule.DoubleMajority, Quorum.MoreThanHalf, CollegeWords.Facing,
            [.. Voices(College.ServiceUsers, (4, 0, 0)), new(College.ServiceUsers, Vote.No, " Des habitants sont partis. "), .. Voices(College.Professionals, (5, 0, 0))]);
        Assert.Equal(new Motive(College.ServiceUsers, Vote.No, "Des habitants sont partis."), Assert.Single(outcome.MinorityOpinions));
        Assert.Empty(look.MinorityOpinions);
        Assert.Equal("1 personne a voté non.", look.AboutMinority());
    }

    /// <summary>Every rule, every result, two colleges or three: never an empty sentence, never a hole.</summary>
    [Fact]
    public void Has_a_sentence_for_every_outcome()
    {
        for (var code = 0; code < 729; code++)
        {
            var n = Enumerable.Range(0, 6).Select(i => code / (int)Math.Pow(3, i) % 3).ToList();
            foreach (var rule in Enum.GetValues<DecisionRule>())
            {
                var outcome = Of(rule, (n[0], n[1], n[2]), (n[3], n[4], n[5]));
                foreach (var sentence in new[] { outcome.Because(), outcome.AboutQuorum(), outcome.AboutDivergence(), outcome.Distribution(), outcome.AboutMinority(), rule.Explained() })
                {
                    Assert.EndsWith(".", sentence);
                    Assert.True(char.IsUpper(sentence[0]) || char.IsDigit(sentence[0]), sentence);
                    Assert.DoesNotContain("  ", sentence);
                    Assert.DoesNotContain("chez les.", sentence);
                }
            }
        }
    }

    static Outcome Of(DecisionRule rule, (int Yes, int No, int Abstain) people, (int Yes, int No, int Abstain) professionals) =>
        Outcome.Of(rule, Quorum.MoreThanHalf, CollegeWords.Facing, [.. Voices(College.ServiceUsers, people), .. Voices(College.Professionals, professionals)]);

    static IEnumerable<CountedSeat> Voices(College college, (int Yes, int No, int Abstain) counts) =>
        Enumerable.Repeat(new CountedSeat(college, Vote.Yes), counts.Yes)
            .Concat(Enumerable.Repeat(new CountedSeat(college, Vote.No), counts.No))
            .Concat(Enumerable.Repeat(new CountedSeat(college, Vote.Abstain), counts.Abstain));
}
