using Croisee.Groups;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.Groups;

[Trait("kind", "pure")]
public sealed class SeatTest
{
    static readonly DateOnly Day = new(2027, 3, 1);
    static readonly Guid Organiser = Guid.CreateVersion7();

    readonly Group group = new("Groupe", Guid.CreateVersion7(), GroupKind.WorkingGroup, new(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void Refuses_a_seat_in_a_college_that_the_group_has_not() =>
        Assert.Equal("seat.college", Refusal(() => group.OpenSeat(College.Partners, "Membre 1", new(Day))));

    [Fact]
    public void Refuses_a_mandate_that_ends_before_it_begins() =>
        Assert.Equal("seat.mandate", Refusal(() => group.OpenSeat(College.ServiceUsers, "Membre 1", new(Day, Day.AddDays(-1)))));

    [Fact]
    public void Refuses_a_seat_that_somebody_gives_to_themselves()
    {
        var seat = group.OpenSeat(College.ServiceUsers, "Membre 1", new(Day));
        Assert.Equal("seat.self", Refusal(() => group.Fill(seat, Organiser, Organiser, Day)));
        Assert.True(seat.IsVacant);
    }

    [Fact]
    public void Refuses_a_second_seat_to_the_same_person_also_on_the_other_side()
    {
        var person = Guid.CreateVersion7();
        group.Fill(group.OpenSeat(College.ServiceUsers, "Membre 1", new(Day)), person, Organiser, Day);
        var other = group.OpenSeat(College.Professionals, "Membre 2", new(Day));
        Assert.Equal("seat.twice", Refusal(() => group.Fill(other, person, Organiser, Day)));
    }

    [Fact]
    public void Refuses_a_seat_that_is_taken()
    {
        var seat = group.OpenSeat(College.ServiceUsers, "Membre 1", new(Day));
        group.Fill(seat, Guid.CreateVersion7(), Organiser, Day);
        Assert.Equal("seat.taken", Refusal(() => group.Fill(seat, Guid.CreateVersion7(), Organiser, Day)));
    }

    [Fact]
    public void Lets_the_same_person_come_back_on_the_other_side_after_the_mandate()
    {
        var person = Guid.CreateVersion7();
        var seat = group.OpenSeat(College.ServiceUsers, "Membre 1", new(Day));
        group.Fill(seat, person, Organiser, Day);
        group.EndMandate(seat, Day.AddDays(10));
        group.Fill(group.OpenSeat(College.Professionals, "Membre 2", new(Day.AddDays(11))), person, Organiser, Day.AddDays(11));
        Assert.Equal(College.Professionals, Assert.Single(group.DecidingOn(Day.AddDays(11))).College);
    }

    [Fact]
    public void Counts_the_last_day_of_a_mandate_and_leaves_a_vacancy_that_counts_for_nothing()
    {
        var seat = group.OpenSeat(College.ServiceUsers, "Membre 1", new(Day));
        group.Fill(seat, Guid.CreateVersion7(), Organiser, Day);
        var vacancy = group.EndMandate(seat, Day.AddDays(10));

        Assert.True(seat.SitsOn(Day.AddDays(10)));
        Assert.False(seat.SitsOn(Day.AddDays(11)));
        Assert.NotNull(vacancy);
        Assert.Equal(Day.AddDays(11), vacancy.FirstDay);
        Assert.Empty(group.DecidingOn(Day.AddDays(11)));
    }

    [Fact]
    public void Removes_an_empty_place_when_it_is_ended()
    {
        var seat = group.OpenSeat(College.ServiceUsers, "Membre 1", new(Day));
        Assert.Null(group.EndMandate(seat, Day));
        Assert.Empty(group.Seats);
    }

    [Fact]
    public void Begins_a_mandate_on_the_day_it_is_taken_not_before()
    {
        var seat = group.OpenSeat(College.ServiceUsers, "Membre 1", new(Day.AddDays(-60)));
        group.Fill(seat, Guid.CreateVersion7(), Organiser, Day);
        Assert.False(seat.SitsOn(Day.AddDays(-1)));
        Assert.True(seat.SitsOn(Day));
    }

    static string Refusal(Action act) => Assert.Throws<RuleBroken>(act).Code;
}
