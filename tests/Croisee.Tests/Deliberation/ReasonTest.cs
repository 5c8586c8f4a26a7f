using Croisee.Groups;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;
using static DeliberationTest;

/// <summary>A decision that will be read has its reason (EXP-R9); a question whose subject is taken back ends without a count; what was said is forgotten as announced.</summary>
[Trait("kind", "pure")]
public sealed class ReasonTest
{
    readonly TestPanel panel = new(2);

    Deliberation Voted(bool asks, params (int Seat, Vote Vote, string? Motive)[] ballots)
    {
        var question = new Deliberation(panel.Group, "Retenir ?", new("experience", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, TestPanel.Day, panel.Now, asks);
        panel.Discuss(question);
        question.OpenBallot(null, panel.Now);
        List<Seat> seats = [.. panel.People, .. panel.Professionals];
        foreach (var (seat, vote, motive) in ballots) question.Cast(seats[seat].Id, vote, motive, panel.Now);
        question.Close(panel.Now);
        return question;
    }

    [Theory]
    [InlineData(Vote.Yes, null, true)]
    [InlineData(Vote.Yes, "Le pouvoir est réel.", false)]
    [InlineData(Vote.No, null, true)]
    [InlineData(Vote.No, "Rien n’a changé.", false)]
    public void Waits_for_a_reason_that_no_ballot_of_the_result_gives(Vote vote, string? motive, bool waits) =>
        Assert.Equal(waits, Voted(true, (0, vote, motive), (1, vote, null), (2, vote, " "), (3, vote, null)).AwaitsReason);

    [Fact]
    public void Does_not_take_a_motive_of_the_minority_or_of_an_abstention_for_the_reason()
    {
        var big = new TestPanel(3);
        var question = new Deliberation(big.Group, "Retenir ?", new("experience", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, TestPanel.Day, big.Now, true);
        big.Discuss(question);
        question.OpenBallot(null, big.Now);
        foreach (var seat in big.People.Concat(big.Professionals).Skip(2)) question.Cast(seat.Id, Vote.Yes, null, big.Now);
        question.Cast(big.People[0].Id, Vote.No, "Je n’y crois pas.", big.Now);
        question.Cast(big.People[1].Id, Vote.Abstain, "Je ne sais pas.", big.Now);
        question.Cast(big.Professionals[2].Id, Vote.No, "Trop court.", big.Now);
        question.Cast(big.People[1].Id, Vote.Yes, null, big.Now);
        Assert.Equal(Result.Adopted, question.Close(big.Now).Result);
        Assert.True(question.AwaitsReason);
        Assert.Equal("text.missing", Refusal(() => question.GiveReason("  ")));
        question.GiveReason(" Le groupe y voit un vrai pouvoir. ");
        Assert.Equal(("Le groupe y voit un vrai pouvoir.", false), (question.Reason, question.AwaitsReason));
        Assert.Equal("reason.given", Refusal(() => question.GiveReason("Un autre.")));
    }

    [Fact]
    public void Asks_none_where_nothing_is_decided_or_nobody_asked_for_one()
    {
        Assert.False(Voted(true, (0, Vote.Yes, null)).AwaitsReason);
        Assert.False(Voted(true, (0, Vote.Yes, null), (1, Vote.No, null), (2, Vote.Yes, null), (3, Vote.No, null)).AwaitsReason);
        Assert.False(Voted(false, (0, Vote.Yes, null), (1, Vote.Yes, null), (2, Vote.Yes, null), (3, Vote.Yes, null)).AwaitsReason);
    }

    [Fact]
    public void Ends_without_a_count_when_its_subject_is_taken_back()
    {
        var open = panel.Vote();
        open.Cast(panel.People[0].Id, Vote.Yes, "Oui.", panel.Now);
        open.Withdraw(panel.Now);
        Assert.Equal((Step.Closed, Result.Withdrawn, false), (open.Step, open.Result, open.IsCounted));
        Assert.Equal("ballot.late", Refusal(() => open.Cast(panel.People[1].Id, Vote.Yes, null, panel.Now)));
        Assert.Empty(open.ReadableBy(panel.People[0].Id));
        Assert.False(open.MayFollow(panel.People[0].Id));
        Assert.Empty(open.Awaited(panel.Now));

        var decided = Voted(true, (0, Vote.Yes, null), (1, Vote.Yes, null), (2, Vote.Yes, null), (3, Vote.Yes, null));
        decided.Withdraw(panel.Now);
        Assert.Equal((Result.Adopted, false), (decided.Result, decided.AwaitsReason));
    }

    [Fact]
    public void Forgets_what_each_said_and_keeps_the_result()
    {
        var question = panel.Vote();
        Assert.Equal("deliberation.open", Refusal(() => question.Erase(panel.Now)));
        foreach (var seat in panel.People.Concat(panel.Professionals)) question.Cast(seat.Id, Vote.Yes, "Oui.", panel.Now);
        question.Close(panel.Now);
        Assert.Equal("deliberation.kept", Refusal(question.ForgetVoices));
        question.Erase(panel.Now);
        question.ForgetVoices();
        Assert.Equal((0, 0, 0), (question.Opinions.Count, question.Remarks.Count, question.Ballots.Count));
        Assert.Equal((Result.Adopted, false), (question.Result, question.IsCounted));
    }

    [Fact]
    public void Lets_no_other_seat_of_a_recused_person_replace_anybody()
    {
        var question = panel.Ask();
        var linked = panel.People[1];
        var recusal = question.Panel.Recuse(linked.Id, "J’y participe.", panel.Organiser, panel.Now);
        panel.Group.EndMandate(linked, TestPanel.Day);
        var renewed = panel.Group.Seats[^1];
        panel.Group.Fill(renewed, linked.PersonId!.Value, panel.Organiser, TestPanel.Day.AddDays(1));
        var other = panel.Join(College.ServiceUsers, SeatRole.Alternate);
        Assert.Equal([other.Id], question.Panel.MayReplace(recusal, panel.Group, TestPanel.Day.AddDays(1)).Select(s => s.Id));
    }
}
