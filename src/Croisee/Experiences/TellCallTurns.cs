using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>A call opens and ends by its dates, without any job. This one writes it in the journal and tells its organisers, once: the mark is on the row.</summary>
public sealed class TellCallTurns(AppDb db, TimeProvider clock)
{
    public const string Job = "dire l’ouverture et la fin des appels";

    public async Task Run(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var calls = await db.Calls.Public().Where(c => c.OpeningToldAt == null || c.EndToldAt == null).Include(c => c.Organisation).ToListAsync(cancel);
        foreach (var call in calls) await Tell(call, now, cancel);
    }

    async Task Tell(Call call, DateTime now, CancellationToken cancel)
    {
        if (call.OpeningToldAt is null && call.HasBegun(now))
        {
            call.TellOpening(now);
            await Say(call, Acts.CallOpened, $"L’appel « {call.Title} » est ouvert, {call.ClosesOn.UntilInclusive()}.", now, cancel);
        }
        if (call.EndToldAt is null && call.HasEnded(now))
        {
            call.TellEnd(now);
            await Say(call, Acts.CallEnded, $"L’appel « {call.Title} » s’est terminé le {call.ClosesOn.InWords()}.", now, cancel);
        }
    }

    /// <summary>Journal, notices and mark in one save: what is refused is tried again at the next period, what is stored is never said twice.</summary>
    async Task Say(Call call, string act, string line, DateTime now, CancellationToken cancel)
    {
        db.Record(now, Actor.System, act, call, null, call.OrganisationId);
        var path = call.Organisation.Path;
        var organisers = await db.Grants.Where(g => g.Role == Role.Organiser && g.EndedAt == null && g.Person.DisabledAt == null && path.StartsWith(g.Organisation.Path)).Select(g => g.Person.Email).Distinct().ToListAsync(cancel);
        foreach (var email in organisers) db.Notify(email, line, $"/bureau/appels/{call.Slug}", now);
        await db.SaveChangesAsync(cancel);
    }
}
