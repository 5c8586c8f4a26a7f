using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;

namespace Croisee.Review;

/// <summary>
/// What a pair and those who lead the group learn of its work, in the save that makes it so: that both may now settle, that an agreement is proposed,
/// accepted, fixed or revised by the group. Nothing of what anybody read is in a line.
/// </summary>
public sealed class TellReaders(Spreading spreading, TellLeads leads, TimeProvider clock)
{
    public Task BothHaveRead(Group group, Pair pair, Guid by, Experience experience) => ToPair(group, pair, by, "Les deux lectures sont données, accordez-vous", experience);

    public Task Proposed(Group group, Pair pair, Guid by, Experience experience) => ToPair(group, pair, by, "Un accord vous est proposé", experience);

    public async Task Accepted(Group group, Pair pair, Guid by, Experience experience)
    {
        await ToPair(group, pair, by, "Votre accord est accepté", experience);
        await Ready(group, experience);
    }

    public async Task FixedByGroup(Group group, Pair pair, Experience experience)
    {
        await ToPair(group, pair, null, "Le groupe a fixé le codage", experience);
        await Ready(group, experience);
    }

    public Task RevisedByGroup(Group group, Pair pair, Experience experience) => ToPair(group, pair, null, "Le groupe a revu le codage", experience);

    /// <param name="by">Whoever acts knows it already.</param>
    async Task ToPair(Group group, Pair pair, Guid? by, string what, Experience experience)
    {
        var away = await spreading.KeptAway(group, experience.Id);
        foreach (var seat in new[] { pair.ServiceUserSeatId, pair.ProfessionalSeatId }.Where(s => s != by && !away.Contains(s)))
            await spreading.Tell(group, seat, $"{what} : {experience.Title}", $"/lectures/{experience.Reference}/accord", clock.UtcNow());
    }

    /// <summary>Settled: the question may be put to the group, by those whom no link keeps away.</summary>
    async Task Ready(Group group, Experience experience) =>
        await leads.Run(group, $"Une expérience est lue, la question peut être posée au groupe : {experience.Title}", $"/groupes/{group.Reference}/deliberer/{experience.Reference}", aside: await spreading.KeptAway(group, experience.Id));
}
