using Croisee.Experiences;
using Croisee.People;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>The board says to those who steer whose opinions and votes are awaited, by college, and to nobody what was voted.</summary>
public sealed class BoardVoicesTest(Place place) : IClassFixture<Place>
{
    const string Title = "Le jardin où l’on décide", Motive = "Le budget manque, selon moi.";

    static async Task Advance(Browser organiser, string path)
    {
        var page = await organiser.Open(path + "/etape");
        await page.Form(page.Document.QuerySelectorAll("main button").Select(Page.Text).Single()).Send();
    }

    [Fact]
    public async Task Says_whom_the_group_waits_for_by_college_and_never_what_was_voted()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel qui attend des voix");
        var group = await place.Given.AGroupOf(organisation, 2, 2);
        await place.Given.ItReadsFor(group, call);
        var (experience, _) = await place.Given.AnExperienceReadBy(group, call, 0, 2, Title);
        await place.Given.ItPassed(experience, ExperienceState.Analysed);
        using var organiser = await place.Given.APerson("Une organisatrice qui attend", Role.Organiser, organisation);
        var path = (await (await organiser.Open($"/groupes/{group.Group.Reference}/deliberer/{experience.Reference}")).Form("Poser la question").Send()).Path;
        var board = $"/groupes/{group.Group.Reference}/tableau";
        var members = new List<Browser>();
        foreach (var member in group.Members) members.Add(await place.Given.SignedIn(member));

        async Task<string> Awaited(Browser browser) => Page.Text((await browser.Open(board)).Document.QuerySelector("section[aria-labelledby=voix]"));
        async Task Opine(int who) => await (await members[who].Open(path + "/avis")).Form("Donner cet avis").Fill("Mon avis", Motive).Send();
        async Task Vote(int who, string vote) => await (await members[who].Open(path + "/vote")).Form("Voter").Choose(vote).Fill("Mon motif", Motive).Send();

        await Opine(0);
        await Opine(3);
        var opinions = await Awaited(organiser);
        Assert.Contains($"« {Title} » : les avis sont demandés", opinions);
        Assert.Contains("Personnes concernées : 1 sur 2 ont donné leur avis. On attend Membre 2.", opinions);
        Assert.Contains("Professionnels : 1 sur 2 ont donné leur avis. On attend Membre 3.", opinions);
        Assert.Equal("", await Awaited(members[1]));

        await Advance(organiser, path);
        Assert.Equal("", await Awaited(organiser));
        await Advance(organiser, path);
        await Vote(1, "Non");
        var ballot = await organiser.Open(board);
        var votes = Page.Text(ballot.Document.QuerySelector("section[aria-labelledby=voix]"));
        Assert.Contains("le vote est ouvert", votes);
        Assert.Contains("Personnes concernées : 1 sur 2 ont voté. On attend Membre 1.", votes);
        Assert.Contains("Professionnels : 0 sur 2 ont voté. On attend Membre 3 et Membre 4.", votes);
        Assert.DoesNotContain(Motive, ballot.TextContent);
        // The same page whatever was voted: a vote that changes moves nothing.
        await Vote(1, "Oui");
        Assert.Equal(votes, await Awaited(organiser));
        foreach (var who in new[] { 0, 2, 3 }) await Vote(who, "Oui");
        Assert.Equal("", await Awaited(organiser));
        members.ForEach(m => m.Dispose());
    }
}
