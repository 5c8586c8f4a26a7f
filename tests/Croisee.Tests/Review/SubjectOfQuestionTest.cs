using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Review;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>A question names what it is about, also when its authors took that back.</summary>
public sealed class SubjectOfQuestionTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Says_that_the_experience_was_withdrawn_and_no_longer_its_title()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel avec une question");
        var group = await place.Given.AGroupOf(organisation, 2, 2);
        await place.Given.ItReadsFor(group, call);
        var (experience, _) = await place.Given.AnExperienceReadBy(group, call, 0, 2, "Une soirée jeux reprise");
        var question = new Croisee.Deliberation.Deliberation(group.Group, "Retenir cette expérience ?", new Subject(ExperienceCard.SubjectKind, experience.Id), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, place.Clock.ParisToday(), place.Clock.UtcNow());
        await place.Given.Added(question);
        using var member = await place.Given.SignedIn(group.Members[0]);
        var before = await member.Open($"/deliberations/{question.Reference}");
        Assert.Equal($"/groupes/{group.Group.Reference}/experiences/{experience.Reference}", before.Link("Une soirée jeux reprise").GetAttribute("href"));

        await place.Given.ItPassed(experience, ExperienceState.Withdrawn);
        foreach (var path in new[] { $"/deliberations/{question.Reference}", $"/deliberations/{question.Reference}/avis", $"/groupes/{group.Group.Reference}" })
        {
            var page = await member.Open(path);
            Assert.Contains("Expérience retirée par ses auteurs", page.TextContent);
            Assert.DoesNotContain("Une soirée jeux reprise", page.Source);
        }
        Assert.Contains("Le sujet : Expérience retirée", (await member.Open($"/deliberations/{question.Reference}")).TextContent.Replace('\u00A0', ' '));
    }
}
