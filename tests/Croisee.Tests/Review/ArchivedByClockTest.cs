using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.People;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>What is archived before its readers had finished waits for nobody any more: no list offers it, and no form changes it.</summary>
public sealed class ArchivedByClockTest(Place place) : IClassFixture<Place>
{
    const string Title = "Le jardin d’à côté";

    async Task<(GivenGroup Group, GivenExperience Experience, Pair Pair, Browser Organiser)> Reading()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        await place.Given.ItReadsFor(group, call);
        var (experience, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1, Title);
        return (group, experience, pair, await place.Given.APerson("Organise", Role.Organiser, organisation));
    }

    Task<ExperienceState> StateOf(GivenExperience given) => place.Db(db => db.Experiences.Where(e => e.Id == given.Id).Select(e => e.State).SingleAsync());

    [Fact]
    public async Task Asks_no_reading_of_it_any_more()
    {
        var (group, given, pair, organiser) = await Reading();
        using var _ = organiser;
        using var reader = await place.Given.SignedIn(group.Members[0]);
        var board = $"/groupes/{group.Group.Reference}/tableau";
        Assert.Contains("Lectures attendues", (await organiser.Open(board)).TextContent, StringComparison.Ordinal);
        var form = (await reader.Open($"/lectures/{given.Reference}")).Form("Enregistrer");
        await place.Given.ItPassed(given, ExperienceState.Archived);
        Assert.DoesNotContain(Title, (await reader.Open("/lectures")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, (await reader.Open(board)).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Lectures attendues", (await organiser.Open(board)).TextContent, StringComparison.Ordinal);
        var sent = await form.Send();
        Assert.Equal("/lectures", sent.Path);
        Assert.Contains("est archivée", sent.TextContent, StringComparison.Ordinal);
        Assert.False(await place.Db(db => db.Readings.AnyAsync(r => r.PairId == pair.Id)));
    }

    [Fact]
    public async Task Settles_nothing_of_it_any_more()
    {
        var (group, given, pair, organiser) = await Reading();
        using var _ = organiser;
        foreach (var member in new[] { 0, 1 }) await place.Given.TheyRead(pair, group.Seat(member).Id, Given.ACoding());
        using var one = await place.Given.SignedIn(group.Members[0]);
        using var other = await place.Given.SignedIn(group.Members[1]);
        await (await one.Open($"/lectures/{given.Reference}/accord")).Form("Proposer cet accord").Choose("Je n’ai rien à en dire").Fill("La raison de l’accord", "Le budget est décidé ensemble.").Send();
        var accept = (await other.Open($"/lectures/{given.Reference}/accord")).Form("J’accepte cet accord");
        await place.Db(async db =>
        {
            var whole = await db.Pairs.SingleAsync(p => p.Id == pair.Id);
            whole.HandOver(group.Seat(0).Id, "Le degré nous sépare.", place.Clock.UtcNow());
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", whole);
            return await db.SaveChangesAsync();
        });
        var (board, decide) = ($"/groupes/{group.Group.Reference}/tableau", $"/groupes/{group.Group.Reference}/trancher/{given.Reference}");
        Assert.Contains(Title, (await organiser.Open(board)).TextContent, StringComparison.Ordinal);
        Assert.Equal(decide, (await organiser.Open(decide)).Path);

        await place.Given.ItPassed(given, ExperienceState.Archived);
        Assert.DoesNotContain(Title, (await organiser.Open(board)).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, (await other.Open(board)).TextContent, StringComparison.Ordinal);
        Assert.Equal($"/groupes/{group.Group.Reference}/experiences/{given.Reference}", (await organiser.Open(decide)).Path);
        Assert.Contains("est archivée", (await accept.Send()).TextContent, StringComparison.Ordinal);
        Assert.Equal(ExperienceState.Archived, await StateOf(given));
    }
}
