using Croisee.Groups;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.Groups;

[Trait("kind", "pure")]
public sealed class ParityTest(ITestOutputHelper output)
{
    static readonly DateOnly Day = new(2027, 3, 1);
    static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Names_the_missing_seat_when_sides_are_unequal() =>
        Assert.Equal("Il manque 1 siège de personne concernée\u00A0: 5 personnes concernées et 6 professionnels.", GroupOf(5, 6).ParityOn(Day).Sentence);

    [Fact]
    public void Says_both_counts_when_sides_are_equal() =>
        Assert.Equal("La parité est respectée\u00A0: 1 personne concernée et 1 professionnel.", GroupOf(1, 1).ParityOn(Day).Sentence);

    [Fact]
    public void Is_not_reached_when_nobody_sits()
    {
        var parity = GroupOf(0, 0).ParityOn(Day);
        Assert.False(parity.IsEqual);
        Assert.Equal("Il manque 1 siège de personne concernée et 1 siège de professionnel\u00A0: 0 personne concernée et 0 professionnel.", parity.Sentence);
    }

    [Fact]
    public void Refuses_to_decide_when_unequal_and_says_who_is_missing()
    {
        var refusal = Assert.Throws<RuleBroken>(() => GroupOf(6, 4).EnsureMayDecide(Day));
        Assert.Equal("EXP-R7", refusal.Code);
        Assert.Contains("2 sièges de professionnel", refusal.Message);
    }

    [Fact]
    public void Lets_decide_when_an_override_excuses_these_counts_and_only_these()
    {
        var group = GroupOf(5, 6);
        group.Excuse("Une personne est hospitalisée, le groupe préfère ne pas attendre.", Guid.CreateVersion7(), Day, Now);
        group.EnsureMayDecide(Day);

        AddMember(group, College.Professionals);
        Assert.Equal("EXP-R7", Assert.Throws<RuleBroken>(() => group.EnsureMayDecide(Day)).Code);
    }

    [Fact]
    public void Never_revives_an_override_when_other_persons_make_the_same_counts()
    {
        var group = GroupOf(2, 1);
        group.Excuse("Une professionnelle arrive en mai.", Guid.CreateVersion7(), Day, Now);
        group.EndMandate(group.Seats.First(s => s.College is College.ServiceUsers), Day);
        AddMember(group, College.ServiceUsers);
        var later = Day.AddDays(1);
        Assert.Equal((2, 1), (group.ParityOn(later).CountOf(College.ServiceUsers), group.ParityOn(later).CountOf(College.Professionals)));
        Assert.Null(group.ExcuseOn(later));
        Assert.Equal("EXP-R7", Assert.Throws<RuleBroken>(() => group.EnsureMayDecide(later)).Code);
    }

    [Theory, InlineData(null), InlineData(""), InlineData(" \u00A0 ")]
    public void Refuses_an_override_without_a_reason(string? reason) =>
        Assert.Equal("Reason", Assert.Throws<RuleBroken>(() => GroupOf(5, 6).Excuse(reason!, Guid.CreateVersion7(), Day, Now)).Field);

    [Fact]
    public void Refuses_an_override_when_there_is_nothing_to_excuse() =>
        Assert.Equal("parity.equal", Assert.Throws<RuleBroken>(() => GroupOf(2, 2).Excuse("Par précaution.", Guid.CreateVersion7(), Day, Now)).Code);

    [Fact]
    public void Never_blocks_a_body_whose_composition_is_set_by_law() =>
        new Group("CVS", Guid.CreateVersion7(), GroupKind.Council, Now).EnsureMayDecide(Day);

    /// <summary>Against a count written another way, on seats in every state: vacant, ended, not begun, facilitators, alternates.</summary>
    [Fact]
    public void Counts_as_a_naive_tally_does_on_ten_thousand_groups_and_filling_what_is_missing_makes_it_equal()
    {
        const int seed = 20270301;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var equal = 0;
        for (var round = 0; round < 10_000; round++)
        {
            var group = new Group("Groupe", Guid.CreateVersion7(), GroupKind.SteeringGroup, Now);
            int people = 0, professionals = 0;
            for (var n = random.Next(0, 14); n > 0; n--)
            {
                var college = group.Colleges[random.Next(group.Colleges.Count)];
                var role = (SeatRole)random.Next(4);
                int from = random.Next(-3, 3), length = random.Next(0, 6);
                var open = random.Next(3) == 0;
                var seat = group.OpenSeat(college, $"Siège {n}", new(Day.AddDays(from), open ? null : Day.AddDays(from + length)), role);
                var filled = random.Next(4) > 0 && (open || from + length >= -3);
                if (filled) group.Fill(seat, Guid.CreateVersion7(), Guid.CreateVersion7(), Day.AddDays(-3));

                var here = from <= 0 && (open || from + length >= 0);
                var counts = filled && here && role != SeatRole.Facilitator && role != SeatRole.Alternate;
                if (counts && college == College.ServiceUsers) people++;
                if (counts && college == College.Professionals) professionals++;
            }

            var parity = group.ParityOn(Day);
            Assert.Equal((people, professionals), (parity.CountOf(College.ServiceUsers), parity.CountOf(College.Professionals)));
            Assert.Equal(people == professionals && people > 0, parity.IsEqual);
            Assert.Equal(Math.Abs(people - professionals), parity.Gap);
            Assert.Equal(parity, Parity.Of(group.Seats.OrderBy(_ => random.Next()), Day));
            if (parity.IsEqual) equal++;

            foreach (var (college, seats) in parity.Missing)
                for (var i = 0; i < seats; i++) AddMember(group, college);
            Assert.True(group.ParityOn(Day).IsEqual, $"seed {seed}, round {round}: {parity.Sentence}");
            group.EnsureMayDecide(Day);
        }
        output.WriteLine($"{equal} groups were at parity from the start");
        Assert.InRange(equal, 500, 9_500);
    }

    internal static Group GroupOf(int people, int professionals)
    {
        var group = new Group("Groupe de lecture", Guid.CreateVersion7(), GroupKind.WorkingGroup, Now);
        for (var i = 0; i < people; i++) AddMember(group, College.ServiceUsers);
        for (var i = 0; i < professionals; i++) AddMember(group, College.Professionals);
        return group;
    }

    internal static Seat AddMember(Group group, College college, SeatRole role = SeatRole.Member)
    {
        var seat = group.OpenSeat(college, $"Membre {group.Seats.Count + 1}", new(Day.AddDays(-30)), role);
        group.Fill(seat, Guid.CreateVersion7(), Guid.CreateVersion7(), Day.AddDays(-30));
        return seat;
    }
}
