using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>A call opens and ends by its dates, without any job. This one writes it in the journal and tells its organisers, once: a row of its own is the mark, so that nobody who edits the call is disturbed.</summary>
public sealed class TellCallTurns(AppDb db, TimeProvider clock, ContactStore contacts)
{
    /// <summary>Days before its last day when those who have begun are reminded.</summary>
    public const int DaysBeforeEnd = 5;

    public const string Job = "dire l’ouverture et la fin des appels";

    public async Task Run(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var told = (await db.CallTurns.AsNoTracking().ToListAsync(cancel)).Select(t => (t.CallId, t.Act, t.Day)).ToHashSet();
        foreach (var call in await db.Calls.AsNoTracking().Public().Include(c => c.Organisation).Include(c => c.Extensions).AsSplitQuery().ToListAsync(cancel))
        {
            if (call.HasBegun(now) && !told.Contains((call.Id, Acts.CallOpened, call.OpensOn)))
                await Say(call, Acts.CallOpened, call.OpensOn, $"L’appel « {call.Title} » est ouvert, {call.ClosesOn.UntilInclusive()}.", now, cancel);
            if (!call.HasEnded(now)) await TellDrafts(call, told, now, cancel);
            if (call.HasEnded(now) && !told.Contains((call.Id, Acts.CallEnded, call.ClosesOn)))
                await Say(call, Acts.CallEnded, call.ClosesOn, $"L’appel « {call.Title} » s’est terminé le {call.ClosesOn.InWords()}.", now, cancel);
        }
    }

    /// <summary>Those who have begun and left an address: the call is prolonged, or it ends soon. Once for each last day, bundled by address.</summary>
    async Task TellDrafts(Call call, HashSet<(Guid, string, DateOnly)> told, DateTime now, CancellationToken cancel)
    {
        if (call.Extensions.Any(e => e.EndAfter == call.ClosesOn) && !told.Contains((call.Id, Acts.CallExtended, call.ClosesOn)))
            await Write(call, Acts.CallExtended, $"L’appel « {call.Title} » est prolongé {call.ClosesOn.UntilInclusive()}. Votre brouillon vous attend.", now, cancel);
        if (now.ParisDay() >= call.ClosesOn.AddDays(-DaysBeforeEnd) && call.HasBegun(now) && !told.Contains((call.Id, Acts.CallEndsSoon, call.ClosesOn)))
            await Write(call, Acts.CallEndsSoon, $"L’appel « {call.Title} » se termine bientôt : vous pouvez envoyer votre expérience {call.ClosesOn.UntilInclusive()}.", now, cancel);
    }

    async Task Write(Call call, string act, string line, DateTime now, CancellationToken cancel)
    {
        db.CallTurns.Add(new CallTurn(call.Id, act, call.ClosesOn, now));
        var drafts = await db.Experiences.AsNoTracking().Where(e => e.CallId == call.Id && e.State == ExperienceState.Draft).Select(e => e.Id).ToListAsync(cancel);
        var addresses = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var draft in drafts)
            if (await contacts.AddressOf(draft) is { } address && addresses.Add(address)) db.Notify(address, line, "/suivre", now);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Journal, notices and mark in one save: what is refused is tried again at the next period, what is stored is never said twice.</summary>
    async Task Say(Call call, string act, DateOnly day, string line, DateTime now, CancellationToken cancel)
    {
        db.CallTurns.Add(new CallTurn(call.Id, act, day, now));
        db.Record(now, Actor.System, act, call, null, call.OrganisationId);
        var organisers = await db.Organising(call.Organisation.Path).Select(g => g.Person.Email).Distinct().ToListAsync(cancel);
        foreach (var email in organisers) db.Notify(email, line, $"/bureau/appels/{call.Slug}", now);
        await db.SaveChangesAsync(cancel);
    }
}
