using Croisee.Groups;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;
using static DeliberationTest;

/// <summary>A declared link removes a seat from one question, and both sides weigh the same again (EXP-R7, EXP-R8).</summary>
[Trait("kind", "pure")]
public sealed class RecusalTest
{
    readonly TestPanel panel = new(6);

    [Fact]
    public void Refuses_to_open_or_close_the_vote_until_the_sides_are_equal_again()
    {
        var question = panel.Ask();
        panel.Discuss(question);
        var recusal = Recuse(question, panel.People[5]);
        Assert.Equal("EXP-R7", Refusal(() => question.OpenBallot(null, panel.Now)));

        question.Panel.SetAside(recusal, panel.Professionals[5].Id, panel.Now);
        question.OpenBallot(null, panel.Now);
        Recuse(question, panel.Professionals[0]);
        Assert.Equal("EXP-R7", Refusal(() => question.Close(panel.Now)));
    }

    [Fact]
    public void Lets_a_substitute_of_the_same_college_take_the_place()
    {
        var alternate = panel.Join(College.ServiceUsers, SeatRole.Alternate);
        var stranger = panel.Join(College.Professionals, SeatRole.Alternate);
        var question = panel.Ask();
        var recusal = Recuse(question, panel.People[5]);

        Assert.Equal("restore.substitute", Refusal(() => Substitute(question, recusal, stranger)));
        Assert.Equal("restore.substitute", Refusal(() => Substitute(question, recusal, panel.People[0])));
        Substitute(question, recusal, alternate);
        Assert.True(question.Panel.Sits(alternate.Id));
        Assert.True(question.Panel.IsBalanced);
        Assert.Equal("restore.done", Refusal(() => Substitute(question, recusal, alternate)));
    }

    /// <summary>Left, and came back long after in a new seat: the voice given from the old one is still theirs.</summary>
    [Fact]
    public void Gives_no_second_voice_to_who_came_back_in_another_seat()
    {
        var question = panel.Vote();
        var gone = panel.People[0];
        question.Cast(gone.Id, Vote.Yes, null, panel.Now);
        var place = panel.Group.EndMandate(gone, TestPanel.Day)!;
        panel.Group.Fill(place, gone.PersonId!.Value, panel.Organiser, TestPanel.Day.AddDays(60));
        var recusal = Recuse(question, panel.People[5]);
        Assert.True(place.SitsOn(TestPanel.Day.AddDays(60)));
        Assert.DoesNotContain(place, question.Panel.MayReplace(recusal, panel.Group, TestPanel.Day.AddDays(60)));
    }

    [Fact]
    public void Keeps_facilitators_and_vacant_seats_from_replacing_anybody()
    {
        panel.Join(College.ServiceUsers, SeatRole.Facilitator);
        panel.Group.OpenSeat(College.ServiceUsers, "Place à pourvoir", new(TestPanel.Day));
        var question = panel.Ask();
        Assert.Empty(question.Panel.MayReplace(Recuse(question, panel.People[5]), panel.Group, TestPanel.Day));
    }

    [Fact]
    public void Sets_aside_only_a_seat_of_the_fuller_side()
    {
        var question = panel.Ask();
        var recusal = Recuse(question, panel.People[5]);
        Assert.Equal("restore.side", Refusal(() => question.Panel.SetAside(recusal, panel.People[0].Id, panel.Now)));
        question.Panel.SetAside(recusal, panel.Professionals[0].Id, panel.Now);
        Assert.Equal((5, 5), (question.Panel.Parity.CountOf(College.ServiceUsers), question.Panel.Parity.CountOf(College.Professionals)));
    }

    [Fact]
    public void Lets_only_the_lot_choose_once_somebody_has_voted()
    {
        var question = panel.Vote();
        question.Cast(panel.Professionals[0].Id, Vote.No, null, panel.Now);
        var recusal = Recuse(question, panel.People[5]);
        Assert.Equal("restore.named", Refusal(() => question.Panel.SetAside(recusal, panel.Professionals[0].Id, panel.Now)));
        Assert.Equal(College.Professionals, question.Panel.DrawAside(recusal, panel.Now).College);
        Assert.Equal(Restoring.Drawn, recusal.Restoring);
    }

    [Fact]
    public void Draws_the_same_seat_again_and_every_seat_now_and_then()
    {
        var drawn = new HashSet<Guid>();
        for (var i = 0; i < 200; i++)
        {
            var question = panel.Ask();
            var recusal = Recuse(question, panel.People[5]);
            var candidates = question.Panel.MayWithdraw.ToList();
            var seat = question.Panel.DrawAside(recusal, panel.Now);
            candidates.Reverse();
            Assert.Same(seat, recusal.Draw(candidates));
            drawn.Add(seat.SeatId);
        }
        Assert.Equal(6, drawn.Count);
    }

    [Fact]
    public void Needs_no_restoring_when_one_of_each_side_leaves()
    {
        var question = panel.Ask();
        Recuse(question, panel.People[5]);
        var second = Recuse(question, panel.Professionals[5]);
        Assert.Null(question.Panel.Unrestored);
        Assert.Equal("restore.balanced", Refusal(() => question.Panel.DrawAside(second, panel.Now)));
    }

    [Fact]
    public void Leaves_the_ballot_of_a_recused_seat_out_of_quorum_and_count()
    {
        var question = panel.Vote();
        foreach (var seat in panel.People.Concat(panel.Professionals)) question.Cast(seat.Id, Vote.Yes, null, panel.Now);
        var recusal = Recuse(question, panel.People[5]);
        question.Panel.DrawAside(recusal, panel.Now);
        var outcome = question.Close(panel.Now);
        Assert.All(outcome.Colleges, c => Assert.Equal((5, 5, 3), (c.Seats, c.Yes, c.Needed)));
        Assert.Equal(12, question.Ballots.Count);
    }

    [Fact]
    public void Never_weighs_more_unequally_than_what_was_excused_at_the_opening()
    {
        panel.Group.EndMandate(panel.People[5], TestPanel.Day.AddDays(-1));
        panel.Group.Excuse("Une personne a déménagé, le groupe ne veut pas attendre.", panel.Organiser, TestPanel.Day, panel.Now);
        var question = panel.Ask();
        Assert.True(question.Panel.IsBalanced);
        Recuse(question, panel.People[0]);
        Assert.False(question.Panel.IsBalanced);
        question.Panel.DrawAside(question.Panel.Unrestored!, panel.Now);
        Assert.Equal(1, question.Panel.Parity.Gap);
    }

    Recusal Recuse(Deliberation question, Seat seat) => question.Panel.Recuse(seat.Id, "J’ai travaillé avec cette équipe.", panel.Organiser, panel.Now);

    void Substitute(Deliberation question, Recusal recusal, Seat seat) => question.Panel.Substitute(recusal, panel.Group, seat.Id, TestPanel.Day, panel.Now);
}
