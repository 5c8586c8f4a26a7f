using Croisee.Experiences;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>Authors read how two people read theirs only where somebody decided; archived before, it says so.</summary>
public sealed class LeftUndecidedTest(Place place) : IClassFixture<Place>
{
    async Task<GivenExperience> InReading()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        return (await place.Given.AnExperienceReadBy(await place.Given.AGroupOf(organisation, 1, 1), call, 0, 1)).Experience;
    }

    [Fact]
    public async Task Tells_its_authors_that_nobody_decided_rather_than_how_it_was_read()
    {
        var left = await InReading();
        await place.Given.ItPassed(left, ExperienceState.Archived);
        using var author = await place.Given.AnAuthorOf(left);
        var page = $"/suivre/fiche/{left.Reference}";
        Assert.DoesNotContain(page + "/codage", (await author.Open(page)).Source, StringComparison.Ordinal);
        var coding = (await author.Open(page + "/codage")).TextContent;
        Assert.Contains("Personne n’a décidé avant la fin des travaux", coding, StringComparison.Ordinal);
        Assert.DoesNotContain("Deux personnes l’ont lue", coding, StringComparison.Ordinal);

        var refused = await InReading();
        await place.Given.ItPassed(refused, ExperienceState.Analysed, ExperienceState.NotSelected, ExperienceState.Archived);
        using var told = await place.Given.AnAuthorOf(refused);
        Assert.Contains("Deux personnes l’ont lue", (await (await told.Open($"/suivre/fiche/{refused.Reference}")).Follow("Lire comment elle a été lue")).TextContent, StringComparison.Ordinal);
    }
}
