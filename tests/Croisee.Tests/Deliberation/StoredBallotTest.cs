using Croisee.Data;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

public sealed class StoredBallotTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Gives_back_from_the_rows_what_was_decided()
    {
        var group = await new AGroup(place).Of(3, alternates: 1);
        var question = await group.Ask(Step.Ballot);
        await place.Db(async db =>
        {
            var stored = await db.Deliberations.Whole().SingleAsync(d => d.Id == question.Id);
            var whole = await db.Groups.Whole().SingleAsync(g => g.Id == group.Group.Id);
            var now = place.Clock.UtcNow();
            foreach (var seat in group.People.Concat(group.Professionals).Where(s => s.Role == SeatRole.Member)) stored.Cast(seat.Id, Vote.Yes, "Convaincu.", now);
            stored.Cast(group.People[0].Id, Vote.No, "Finalement non.", now);
            var recusal = stored.Panel.Recuse(group.People[1].Id, "J’y ai travaillé.", group.Organiser.Id, now);
            stored.Panel.Substitute(recusal, whole, group.People[3].Id, place.Clock.ParisToday(), now);
            stored.Close(now);
            db.Record(now, Actor.System, Acts.Closed, stored);
            return await db.SaveChangesAsync();
        });

        var read = await group.Read(question);
        Assert.Equal((Step.Closed, Result.Undecided), (read.Step, read.Result));
        Assert.Equal(Result.Undecided, read.Count().Result);
        Assert.Equal(7, read.Ballots.Count);
        Assert.Equal(Restoring.Substitute, Assert.Single(read.Recusals).Restoring);
        Assert.Equal(DateTimeKind.Utc, read.ClosedAt!.Value.Kind);
    }

    [Fact]
    public async Task Has_one_effect_when_sixty_four_requests_cast_the_same_ballot_at_once()
    {
        var group = await new AGroup(place).Of(2);
        var question = await group.Ask(Step.Ballot);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Cast(question, group.People[0], Vote.Yes)));
        Assert.Single((await group.Read(question)).Ballots);
    }

    [Fact]
    public async Task Loses_no_ballot_when_everybody_votes_at_once()
    {
        var group = await new AGroup(place).Of(8);
        var question = await group.Ask(Step.Ballot);
        await Task.WhenAll(group.Group.Seats.Select(seat => Cast(question, seat, Vote.Yes)));
        Assert.Equal(16, (await group.Read(question)).Count().Colleges.Sum(c => c.Yes));
    }

    [Fact]
    public async Task Counts_at_closing_exactly_the_ballots_that_were_acknowledged()
    {
        for (var round = 0; round < 10; round++)
        {
            var group = await new AGroup(place).Of(3);
            var question = await group.Ask(Step.Ballot);
            var acknowledged = 0;
            var votes = group.Group.Seats.Select(async seat =>
            {
                try { await Cast(question, seat, Vote.Yes); Interlocked.Increment(ref acknowledged); }
                catch (RuleBroken late) { Assert.Equal("ballot.late", late.Code); }
            });
            await Task.WhenAll(votes.Append(Close(question)));

            var read = await group.Read(question);
            Assert.Equal(acknowledged, read.Ballots.Count);
            Assert.Equal(read.Result, read.Count().Result);
        }
    }

    [Fact]
    public async Task Refuses_in_the_database_to_change_or_remove_a_ballot()
    {
        var group = await new AGroup(place).Of(2);
        var question = await group.Ask(Step.Ballot);
        await Cast(question, group.People[0], Vote.Yes);
        var ballot = Assert.Single((await group.Read(question)).Ballots);
        await Assert.ThrowsAnyAsync<Exception>(() => place.Db(db => db.Write(d => d.Set<Ballot>().Where(b => b.Id == ballot.Id).ExecuteUpdate(s => s.SetProperty(b => b.Vote, Vote.No)))));
        await Assert.ThrowsAnyAsync<Exception>(() => place.Db(db => db.Write(d => d.Set<Ballot>().Where(b => b.Id == ballot.Id).ExecuteDelete())));
        Assert.Equal(Vote.Yes, Assert.Single((await group.Read(question)).Ballots).Vote);
    }

    [Fact]
    public async Task Refuses_a_second_seat_to_a_person_when_two_are_taken_at_once()
    {
        var group = await new AGroup(place).Of(1);
        var person = (await Croisee.Tests.Groups.SignedIn.APerson(place, "Nadia")).Id;
        var taken = await Task.WhenAll(CollegeWords.Facing.Select(college => Take(group.Group.Id, college, person, group.Organiser.Id)));
        Assert.Single(taken, t => t);
    }

    Task<bool> Take(Guid groupId, College college, Guid person, Guid by) => place.Db(async db =>
    {
        var group = await db.Groups.Whole().SingleAsync(g => g.Id == groupId);
        var day = place.Clock.ParisToday();
        try { group.Fill(group.OpenSeat(college, "Nouveau", new(day)), person, by, day); }
        catch (RuleBroken) { return false; }
        db.Record(place.Clock.UtcNow(), Actor.System, Croisee.Groups.Acts.SeatTaken, group);
        try { await db.SaveChangesAsync(); return true; }
        catch (DbUpdateException) { return false; }
    });

    Task<bool> Cast(Deliberation question, Seat seat, Vote vote) => place.With(async services =>
    {
        await services.GetRequiredService<CastBallot>().Run(question.Id, seat.Id, Actor.System, vote, null);
        return true;
    });

    async Task Close(Deliberation question)
    {
        for (var tries = 0; tries < 40; tries++)
            if (await place.Db(async db =>
            {
                var stored = await db.Deliberations.Whole().SingleAsync(d => d.Id == question.Id);
                stored.Close(place.Clock.UtcNow());
                db.Record(place.Clock.UtcNow(), Actor.System, Acts.Closed, stored);
                try { await db.SaveChangesAsync(); return true; }
                catch (DbUpdateConcurrencyException) { return false; }
            })) return;
        Assert.Fail("The vote could not be closed.");
    }
}
