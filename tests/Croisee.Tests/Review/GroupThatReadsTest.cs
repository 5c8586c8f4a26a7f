using System.Net;
using Croisee.Data;
using Croisee.Groups;
using Croisee.People;
using Croisee.Review;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>Only a group whose two sides weigh the same reads for a call: another kind would skip parity without a reason (EXP-R7).</summary>
public sealed class GroupThatReadsTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Offers_and_takes_only_kinds_that_ask_parity()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Reference.New()}");
        var (council, working) = (new Group("Le conseil d’ici", organisation.Id, GroupKind.Council, place.Clock.UtcNow()), new Group("Le groupe d’ici", organisation.Id, GroupKind.WorkingGroup, place.Clock.UtcNow()));
        await place.Given.Added(council, working);
        using var office = await place.Given.APerson("Organise", Role.Organiser, organisation);
        var page = await office.Open($"/bureau/appels/{call.Slug}/groupe");
        Assert.Contains("Le groupe d’ici", page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Le conseil d’ici", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.Form("Choisir ce groupe").Set("Form.Group", council.Id.ToString()).Send()).Status);
        Assert.False(await place.Db(db => db.ReadingGroups.AnyAsync(r => r.CallId == call.Id)));
        Assert.Equal("EXP-R7", Assert.Throws<RuleBroken>(() => new ReadingGroup(call.Id, council.Id, place.Clock.UtcNow()).Open(council, place.Clock.ParisToday(), place.Clock.UtcNow())).Code);
    }

    [Fact]
    public async Task Another_group_may_be_chosen_until_reading_opens_and_never_after()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Reference.New()}");
        // Chosen before the rule, of a kind that reads nothing: its call must not be stuck.
        var (council, working) = (new Group("Le conseil choisi", organisation.Id, GroupKind.Council, place.Clock.UtcNow()), new Group("Le groupe choisi", organisation.Id, GroupKind.WorkingGroup, place.Clock.UtcNow()));
        await place.Given.Added(council, working);
        await place.Given.Added(new ReadingGroup(call.Id, council.Id, place.Clock.UtcNow()));
        using var office = await place.Given.APerson("Organise", Role.Organiser, organisation);
        var page = await office.Open($"/bureau/appels/{call.Slug}/groupe");
        var answer = await page.Form("Choisir ce groupe").Set("Form.Group", working.Id.ToString()).Send();
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(working.Id, await place.Db(db => db.ReadingGroups.Where(r => r.CallId == call.Id).Select(r => r.GroupId).SingleAsync()));
        Assert.Equal("EXP-R8", Assert.Throws<RuleBroken>(() => new ReadingGroup(call.Id, council.Id, place.Clock.UtcNow()).Choose(working.Id, isAtWork: true, place.Clock.UtcNow())).Code);
    }

    [Theory, InlineData(GroupKind.WorkingGroup, true), InlineData(GroupKind.SteeringGroup, true), InlineData(GroupKind.Jury, true), InlineData(GroupKind.Council, false), InlineData(GroupKind.Commission, false), InlineData(GroupKind.Community, false)]
    public void Says_which_kinds_may_read(GroupKind kind, bool may) => Assert.Equal(may, GroupRule.Of(kind).MayRead);
}
