using Croisee.Review;
using Xunit;

namespace Croisee.Tests.Review;

[Trait("kind", "pure")]
public sealed class BalanceTest
{
    const int Seed = 20270315, Groups = 2000;

    [Fact]
    public void Never_gives_a_reading_to_a_recused_seat_and_keeps_loads_within_one_when_nobody_is_recused()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Groups; round++)
        {
            var users = Loads(random);
            var professionals = Loads(random);
            var recusals = random.Next(2) == 0;
            var experiences = Enumerable.Range(0, random.Next(0, 40)).Select(_ => new ToAssign(Guid.CreateVersion7(), recusals ? Some(random, users.Keys.Concat(professionals.Keys)) : new HashSet<Guid>())).ToList();
            var pairs = Balance.Spread(experiences, users, professionals);
            Assert.All(pairs, p => Assert.DoesNotContain(experiences.Single(e => e.Experience == p.Experience).Recused, r => r == p.ServiceUserSeat || r == p.ProfessionalSeat));
            Assert.All(pairs, p => Assert.True(users.ContainsKey(p.ServiceUserSeat) && professionals.ContainsKey(p.ProfessionalSeat), $"seed {Seed}, round {round}"));
            if (recusals) continue;
            Assert.Equal(experiences.Count, pairs.Count);
            foreach (var (loads, seat) in new (Dictionary<Guid, int>, Func<AssignedPair, Guid>)[] { (users, p => p.ServiceUserSeat), (professionals, p => p.ProfessionalSeat) })
            {
                var after = loads.ToDictionary(l => l.Key, l => l.Value + pairs.Count(p => seat(p) == l.Key));
                // Whoever got something ends at most one above the lightest.
                Assert.All(after.Where(l => l.Value > loads[l.Key]), l => Assert.True(l.Value <= after.Values.Min() + 1, $"seed {Seed}, round {round}"));
            }
        }
    }

    [Fact]
    public void Gives_the_same_pairs_to_the_same_group_in_any_order()
    {
        var random = new Random(Seed);
        var (users, professionals) = (Loads(random), Loads(random));
        var experiences = Enumerable.Range(0, 30).Select(_ => new ToAssign(Guid.CreateVersion7(), Some(random, users.Keys))).ToList();
        var first = Balance.Spread(experiences, users, professionals);
        experiences.Reverse();
        Assert.Equal(first, Balance.Spread(experiences, users, professionals));
    }

    static Dictionary<Guid, int> Loads(Random random) => Enumerable.Range(0, random.Next(1, 9)).ToDictionary(_ => Guid.CreateVersion7(), _ => random.Next(0, 6));
    static HashSet<Guid> Some(Random random, IEnumerable<Guid> seats) => [.. seats.Where(_ => random.Next(4) == 0)];
}
