using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;
using static DeliberationTest;

/// <summary>S17 to S19: who votes, once, in time, by the server's clock.</summary>
[Trait("kind", "pure")]
public sealed class BallotTest
{
    static readonly DateTime End = new(2027, 3, 8, 23, 0, 0, DateTimeKind.Utc);

    readonly TestPanel panel = new(3);

    [Fact]
    public void Accepts_a_ballot_until_the_last_tick_and_refuses_it_at_the_end()
    {
        var question = panel.Vote(End);
        question.Cast(panel.People[0].Id, Vote.Yes, null, End.AddTicks(-1));
        Assert.Equal("ballot.late", Refusal(() => question.Cast(panel.People[1].Id, Vote.Yes, null, End)));
        Assert.Equal("ballot.late", Refusal(() => question.Cast(panel.People[0].Id, Vote.No, null, End.AddMilliseconds(1))));
        Assert.Equal(Vote.Yes, question.StandingOf(panel.People[0].Id)!.Vote);
    }

    [Fact]
    public void Refuses_a_ballot_before_the_vote_is_open()
    {
        var question = panel.Ask();
        Assert.Equal("ballot.early", Refusal(() => question.Cast(panel.People[0].Id, Vote.Yes, null, panel.Now)));
        panel.Discuss(question);
        question.OpenBallot(null, panel.Now);
        Assert.Equal("ballot.early", Refusal(() => question.Cast(panel.People[0].Id, Vote.Yes, null, panel.Now.AddTicks(-1))));
    }

    [Fact]
    public void Refuses_a_ballot_once_closed_also_when_no_end_was_announced()
    {
        var question = panel.Vote();
        question.Close(panel.Now);
        Assert.Equal("ballot.late", Refusal(() => question.Cast(panel.People[0].Id, Vote.Yes, null, panel.Now)));
    }

    [Fact]
    public void Counts_a_ballot_cast_after_the_quorum_is_reached()
    {
        var question = panel.Vote();
        foreach (var seat in panel.People.Concat(panel.Professionals)) question.Cast(seat.Id, Vote.Yes, null, panel.Now);
        Assert.Equal(6, question.Close(panel.Now).Colleges.Sum(c => c.Yes));
    }

    [Fact]
    public void Replaces_a_ballot_and_keeps_the_former()
    {
        var question = panel.Vote();
        question.Cast(panel.People[0].Id, Vote.Yes, "Convaincu.", panel.Now);
        question.Cast(panel.People[0].Id, Vote.No, "Après réflexion.", panel.Now.AddMinutes(5));

        Assert.Equal(Vote.No, question.StandingOf(panel.People[0].Id)!.Vote);
        Assert.Equal(panel.Now.AddMinutes(5), Assert.Single(question.Ballots, b => b.Vote == Vote.Yes).ReplacedAt);
        Assert.Equal(1, question.Count().Colleges.Sum(c => c.Voted));
    }

    [Fact]
    public void Has_one_effect_when_the_same_ballot_is_posted_sixty_four_times()
    {
        var question = panel.Vote();
        for (var i = 0; i < 64; i++) question.Cast(panel.People[0].Id, Vote.Yes, "Convaincu.", panel.Now.AddMilliseconds(i));
        Assert.Single(question.Ballots);
    }

    [Fact]
    public void Refuses_to_close_before_the_announced_end_while_somebody_may_still_vote()
    {
        var question = panel.Vote(End);
        foreach (var seat in panel.People.Concat(panel.Professionals).Skip(1)) question.Cast(seat.Id, Vote.Yes, null, panel.Now);
        Assert.Equal("ballot.open", Refusal(() => question.Close(End.AddTicks(-1))));
        question.Cast(panel.People[0].Id, Vote.Abstain, null, panel.Now);
        Assert.Equal(Result.Adopted, question.Close(panel.Now).Result);
    }

    [Fact]
    public void Closes_at_the_announced_end_whoever_is_silent()
    {
        var question = panel.Vote(End);
        Assert.Equal(Result.NoQuorum, question.Close(End).Result);
    }

    [Fact]
    public void Refuses_an_end_already_past() =>
        Assert.Equal("ballot.end", Refusal(() => panel.Vote(panel.Now)));

    [Fact]
    public void Refuses_an_objection_without_its_motive_when_deciding_by_consent()
    {
        var question = panel.Vote(rule: DecisionRule.Consent);
        Assert.Equal("ballot.objection", Refusal(() => question.Cast(panel.People[0].Id, Vote.No, " ", panel.Now)));
        question.Cast(panel.People[0].Id, Vote.No, "Les habitants partis n’ont pas été entendus.", panel.Now);
        foreach (var seat in panel.People.Concat(panel.Professionals).Skip(1)) question.Cast(seat.Id, Vote.Yes, null, panel.Now);
        Assert.Equal(Result.Rejected, question.Close(panel.Now).Result);
    }
}
