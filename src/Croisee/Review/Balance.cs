namespace Croisee.Review;

/// <summary>One experience that waits for a pair, and the seats that may not read it.</summary>
public sealed record ToAssign(Guid Experience, IReadOnlySet<Guid> Recused);

public sealed record AssignedPair(Guid Experience, Guid ServiceUserSeat, Guid ProfessionalSeat);

/// <summary>
/// Spreads readings by one click: each experience to the least loaded seat of each college that may read it; those with fewest possible readers first.
/// Deterministic: the same group and load give the same pairs.
/// </summary>
public static class Balance
{
    public static IReadOnlyList<AssignedPair> Spread(IReadOnlyList<ToAssign> experiences, IReadOnlyDictionary<Guid, int> serviceUsers, IReadOnlyDictionary<Guid, int> professionals)
    {
        var loads = new[] { new Dictionary<Guid, int>(serviceUsers), new Dictionary<Guid, int>(professionals) };
        var pairs = new List<AssignedPair>();
        foreach (var one in experiences.OrderBy(e => Math.Min(loads[0].Keys.Count(s => !e.Recused.Contains(s)), loads[1].Keys.Count(s => !e.Recused.Contains(s)))).ThenBy(e => e.Experience))
        {
            if (Lightest(loads[0], one.Recused) is not { } user || Lightest(loads[1], one.Recused) is not { } professional) continue;
            loads[0][user]++;
            loads[1][professional]++;
            pairs.Add(new(one.Experience, user, professional));
        }
        return pairs;
    }

    static Guid? Lightest(Dictionary<Guid, int> load, IReadOnlySet<Guid> recused) =>
        load.Where(s => !recused.Contains(s.Key)).OrderBy(s => s.Value).ThenBy(s => s.Key).Select(s => (Guid?)s.Key).FirstOrDefault();
}
