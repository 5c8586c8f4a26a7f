using Croisee.Data;
using Croisee.Groups;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

/// <summary>The roll of a question keeps the seat of a closed account, for it was decided with it (S17), and lets its name go.</summary>
public sealed class NamesOfPerson(AppDb db) : IHear<AccountClosed>
{
    public async Task Hear(AccountClosed fact, CancellationToken cancel)
    {
        var seats = db.Seats.Where(s => s.PersonId == fact.PersonId).Select(s => s.Id);
        foreach (var seat in await db.Set<PanelSeat>().Where(p => seats.Contains(p.SeatId)).ToListAsync(cancel)) seat.ForgetName();
    }
}
