using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Calls;

/// <summary>The calls: those one may answer first, then those to come, then those that ended, with what became of them.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class CallsModel(AppDb db, TimeProvider clock) : Screen
{
    public IReadOnlyList<CallCard> Cards { get; private set; } = [];
    public IReadOnlyList<(CallPhase Phase, string Title)> Groups { get; } = [(CallPhase.Open, "Ouverts maintenant"), (CallPhase.ToCome, "À venir"), (CallPhase.Ended, "Terminés")];

    public async Task OnGet()
    {
        var now = clock.UtcNow();
        var calls = await db.Calls.AsNoTracking().Public().Include(c => c.Organisation).ToListAsync();
        var tallies = await db.Tallies([.. calls.Where(c => c.HasEnded(now)).Select(c => c.Id)]);
        Cards = [.. calls.OrderBy(c => c.Phase(now) switch { CallPhase.Open => c.ClosesOn.DayNumber, CallPhase.ToCome => c.OpensOn.DayNumber, _ => -c.ClosesOn.DayNumber })
            .Select(c => CallCard.Of(c, tallies.GetValueOrDefault(c.Id), now))];
        HttpContext.KeepAtMostUntil(calls.Select(c => c.NextTurn(now)), now);
    }
}
