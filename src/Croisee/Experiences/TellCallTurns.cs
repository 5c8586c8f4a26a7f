using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>A call opens and ends by its dates, without any job. This one writes it in the journal and tells its organisers, once: a row of its own is the mark, so that nobody who edits the call is disturbed.</summary>
public sealed class TellCallTurns(AppDb db, TimeProvider clock)
{
    public const string Job = "dire l’ouverture et la fin des appels";

    public async Task Run(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var told = (await db.CallTurns.AsNoTracking().ToListAsync(cancel)).Select(t => (t.CallId, t.Act, t.Day)).ToHashSet();
        foreach (var call in await db.Calls.AsNoTracking().Public().Include(c => c.Organisation).ToListAsync(cancel))
        {
            if (call.HasBegun(now) && !told.Contains((call.Id, Acts.CallOpened, call.OpensOn)))
                await Say(call, Acts.CallOpened, call.OpensOn, $"L’appel « {call.Title} » est ouvert, {call.ClosesOn.UntilInclusive()}.", now, cancel);
            if (call.HasEnded(now) && !told.Contains((call.Id, Acts.CallEnded, call.ClosesOn)))
                await Say(call, Acts.CallEnded, call.ClosesOn, $"L’appel « {call.Title} » s’est terminé le {call.ClosesOn.InWords()}.", now, cancel);
        }
    }

    /// <summary>Journal, notices and mark in one save: what is refused is tried again at the next period, what is stored is never said twice.</summary>
    async Task Say(Call call, string act, DateOnly day, string line, DateTime now, CancellationToken cancel)
    {
        db.CallTurns.Add(new CallTurn(call.Id, act, day, now));
        db.Record(now, Actor.System, act, call, null, call.OrganisationId);
        var path = call.Organisation.Path;
        var organisers = await db.Grants.Where(g => g.Role == Role.Organiser && g.EndedAt == null && g.Person.DisabledAt == null && path.StartsWith(g.Organisation.Path)).Select(g => g.Person.Email).Distinct().ToListAsync(cancel);
        foreach (var email in organisers) db.Notify(email, line, $"/bureau/appels/{call.Slug}", now);
        await db.SaveChangesAsync(cancel);
    }
}
