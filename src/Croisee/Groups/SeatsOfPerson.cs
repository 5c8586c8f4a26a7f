using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

/// <summary>What a closed account held in groups ends with it, as its page promises: seats, and what was offered. Those who lead are told of the empty place.</summary>
public sealed class SeatsOfPerson(AppDb db, TellLeads leads, TimeProvider clock) : IHear<AccountClosed>
{
    public async Task Hear(AccountClosed fact, CancellationToken cancel)
    {
        var (now, today) = (clock.UtcNow(), clock.ParisToday());
        foreach (var group in await db.Groups.Whole().Where(g => g.Seats.Any(s => s.PersonId == fact.PersonId) || g.Invitations.Any(i => i.PersonId == fact.PersonId)).ToListAsync(cancel))
        {
            var empty = group.Leave(fact.PersonId, today, now);
            db.Record(now, fact.By, Acts.MandateEnded, group);
            if (empty) await leads.Run(group, $"Un siège est à pourvoir : {group.Name}", $"/groupes/{group.Reference}", cancel);
        }
    }
}
