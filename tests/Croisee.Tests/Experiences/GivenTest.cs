using Croisee.Experiences;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>The sentences other tests begin with are true.</summary>
public sealed class GivenTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task A_person_is_signed_in()
    {
        using var browser = await place.Given.APerson("Nadia", Role.Organiser, await place.Given.AnOrganisation());
        Assert.Contains("Nadia", (await browser.Open("/")).TextContent);
    }

    [Fact]
    public async Task A_draft_is_begun_through_the_pages()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        Assert.NotNull(SpokenCode.Read(draft.Code));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await draft.Browser.Open($"/deposer/fiche/{draft.Reference}")).Status);
    }

    [Fact]
    public async Task A_submitted_experience_is_complete()
    {
        var given = await place.Given.ASubmittedExperience(await place.Given.AnOpenCall());
        await place.Given.ItPassed(given, ExperienceState.Admissible);
        var state = await place.Db(db => db.Experiences.Where(e => e.Reference == given.Reference).Select(e => e.State).SingleAsync());
        Assert.Equal(ExperienceState.Admissible, state);
    }
}
