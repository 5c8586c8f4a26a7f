using Croisee.Groups;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.Groups;

/// <summary>A mandate goes on in its own seat; the place it left closes behind it.</summary>
[Trait("kind", "pure")]
public sealed class MandateTest
{
    static readonly DateOnly Day = new(2027, 3, 1);
    static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    static readonly (Guid Organiser, Guid Person) They = (Guid.CreateVersion7(), Guid.CreateVersion7());

    readonly Group group = new("Groupe", Guid.CreateVersion7(), GroupKind.WorkingGroup, Now);

    Seat Held(DateOnly? until = null)
    {
        var seat = group.OpenSeat(College.ServiceUsers, "Membre 1", new(Day, until));
        group.Fill(seat, They.Person, They.Organiser, Day);
        return seat;
    }

    [Fact]
    public void Undoes_an_end_typed_too_early_and_removes_the_place_it_left()
    {
        var seat = Held();
        group.EndMandate(seat, Day);
        group.Prolong(seat, null, They.Organiser, Day.AddDays(10), Now);
        Assert.Same(seat, Assert.Single(group.Seats));
        Assert.Null(seat.LastDay);
    }

    [Fact]
    public void Shortens_the_place_behind_by_what_is_added()
    {
        var seat = Held(Day.AddDays(100));
        var place = group.EndMandate(seat, Day.AddDays(10))!;
        group.Prolong(seat, Day.AddDays(40), They.Organiser, Day.AddDays(5), Now);
        Assert.Equal(new Mandate(Day.AddDays(41), Day.AddDays(100)), place.Mandate);
        Assert.Equal(Day.AddDays(40), seat.LastDay);
        group.Prolong(seat, Day.AddDays(100), They.Organiser, Day.AddDays(5), Now);
        Assert.Single(group.Seats);
    }

    [Fact]
    public void Finds_the_place_of_a_mandate_ended_before_places_knew_whose_they_are()
    {
        var seat = Held(Day.AddDays(10));
        group.OpenSeat(College.ServiceUsers, "Membre 1", new(Day.AddDays(11)));
        group.OpenSeat(College.Professionals, "Membre 2", new(Day.AddDays(11)));
        group.Prolong(seat, null, They.Organiser, Day, Now);
        Assert.Equal([College.ServiceUsers, College.Professionals], group.Seats.Select(s => s.College));
    }

    [Fact]
    public void Refuses_where_the_place_was_given_away_or_nothing_is_added_or_one_prolongs_oneself()
    {
        var seat = Held(Day.AddDays(30));
        Assert.Equal("seat.mandate", Refusal(() => group.Prolong(seat, Day.AddDays(30), They.Organiser, Day, Now)));
        Assert.Equal("seat.mandate", Refusal(() => group.Prolong(seat, Day.AddDays(40), They.Organiser, Day.AddDays(50), Now)));
        Assert.Equal("seat.self", Refusal(() => group.Prolong(seat, null, They.Person, Day, Now)));
        group.Fill(group.EndMandate(seat, Day.AddDays(10))!, Guid.CreateVersion7(), They.Organiser, Day.AddDays(11));
        Assert.Equal("seat.taken", Refusal(() => group.Prolong(seat, Day.AddDays(20), They.Organiser, Day.AddDays(12), Now)));
        Assert.Equal("seat.endless", Refusal(() => group.Prolong(group.OpenSeat(College.ServiceUsers, "Vide", new(Day)), null, They.Organiser, Day, Now)));
    }

    [Fact]
    public void Goes_on_in_the_same_seat_for_who_accepts_the_place_left_by_their_own_mandate()
    {
        var seat = Held();
        var place = group.EndMandate(seat, Day.AddDays(10))!;
        var invitation = group.Invite(place, They.Person, They.Organiser, Day.AddDays(9), Now);
        Assert.Same(seat, group.Accept(invitation, Day.AddDays(20), Now.AddDays(20)));
        Assert.Same(seat, Assert.Single(group.Seats));
        Assert.Equal((true, seat.Id), (invitation.Accepted, invitation.SeatId));
        Assert.True(seat.SitsOn(Day.AddDays(200)));
    }

    [Fact]
    public void Gives_a_new_seat_to_who_comes_back_long_after()
    {
        var seat = Held();
        var place = group.EndMandate(seat, Day)!;
        var invitation = group.Invite(place, They.Person, They.Organiser, Day.AddDays(80), Now.AddDays(80));
        Assert.Same(place, group.Accept(invitation, Day.AddDays(81), Now.AddDays(81)));
        Assert.False(seat.SitsOn(Day.AddDays(40)));
    }

    [Fact]
    public void Leaves_a_place_that_is_offered_to_somebody_else_until_they_answer()
    {
        var seat = Held();
        var place = group.EndMandate(seat, Day.AddDays(10))!;
        var offer = group.Invite(place, Guid.CreateVersion7(), They.Organiser, Day.AddDays(5), Now);
        foreach (var end in new DateOnly?[] { null, Day.AddDays(20) }) Assert.Equal("seat.offered", Refusal(() => group.Prolong(seat, end, They.Organiser, Day.AddDays(6), Now)));
        Assert.Equal((Day.AddDays(10), Day.AddDays(11)), (seat.LastDay, place.FirstDay));
        offer.Answer(false, Now);
        group.Prolong(seat, Day.AddDays(20), They.Organiser, Day.AddDays(6), Now);
        Assert.Equal(Day.AddDays(21), place.FirstDay);
    }

    static string Refusal(Action act) => Assert.Throws<RuleBroken>(act).Code;
}
