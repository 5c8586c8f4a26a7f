using System.Collections.Concurrent;
using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Journal;

/// <summary>Writes what was refused, apart from the save that was refused. Never the reason why an answer fails: a line that cannot be written goes to the program's log.</summary>
public sealed class NoteRefusals(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NoteRefusals> log)
{
    const int RememberedMax = 10_000;
    /// <summary>A flood is said once a day, and does not become a flood of writes.</summary>
    readonly ConcurrentDictionary<(DateOnly, string, string), bool> floods = [];

    public async Task Note(Refused what, Guid? personId, string network, string route)
    {
        var (day, who, now) = (clock.ParisToday(), Refusal.WhoOf(personId, network), clock.UtcNow());
        if (what is Refused.Tries && (floods.Count >= RememberedMax || !floods.TryAdd((day, who, route), true))) return;
        try
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            if (await Again(db)) return;
            db.Refusals.Add(new Refusal(day, what, personId, network, route, now));
            try { await db.SaveChangesAsync(); }
            catch (DbUpdateException e) when (e.IsTwin()) { await Again(db); }
        }
        catch (Exception e) when (e is DbUpdateException or System.Data.Common.DbException or TooBusy) { log.LogWarning(e, "A refusal on {Route} was not written.", route); }

        async Task<bool> Again(AppDb db) => await db.Write(d => d.Refusals.Where(r => r.Day == day && r.What == what && r.Who == who && r.Route == route)
            .ExecuteUpdate(s => s.SetProperty(r => r.Times, r => r.Times + 1).SetProperty(r => r.LastAt, now))) == 1;
    }

    public void Forget(DateOnly before)
    {
        foreach (var known in floods.Keys.Where(k => k.Item1 < before)) floods.TryRemove(known, out _);
    }
}
