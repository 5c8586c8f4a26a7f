using Croisee.Data;
using Croisee.Files;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>What is kept no longer than said (domain 10.1): drafts nobody touches, contact data after the work they served.</summary>
public sealed class Forget(AppDb db, ContactStore contacts, FileStore store, MailSettings mail, TimeProvider clock)
{
    public const string Job = "effacer ce qui ne doit plus être gardé";
    public const int DraftMonths = 6;
    public static readonly TimeSpan Warning = TimeSpan.FromDays(14);
    const int Round = 200;

    public async Task Run(CancellationToken cancel)
    {
        await WarnOfDrafts(cancel);
        await EraseDrafts(cancel);
        await EraseContacts(cancel);
    }

    async Task WarnOfDrafts(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var untouchedSince = now.AddMonths(-DraftMonths) + Warning;
        foreach (var draft in await Drafts().Where(e => e.TouchedAt <= untouchedSince && e.ErasureWarnedAt == null).Take(Round).ToListAsync(cancel))
        {
            if (await contacts.AddressOf(draft.Id) is not { } address) continue;
            var last = Later(draft.TouchedAt.AddMonths(DraftMonths), now + Warning);
            db.Send(address, new Letter("Votre brouillon sera bientôt effacé").Say("Bonjour,")
                .Say($"Vous avez commencé à raconter une expérience pour un appel. Personne n’a touché à ce brouillon depuis plusieurs mois. Il sera effacé après le {last.ParisDay().InWords()}.")
                .Say("Pour le garder, ouvrez-le avec votre code et enregistrez une étape.").Link("Ouvrir mon brouillon", mail.Origin + "/suivre").Say("Si vous ne voulez plus le garder, vous n’avez rien à faire."), now);
            draft.WarnOfErasure(now);
            db.Record(now, Actor.System, Acts.DraftWarned, draft, null, draft.Call.OrganisationId);
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>Six months without a touch and, where somebody could be told, two weeks after the letter.</summary>
    async Task EraseDrafts(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        foreach (var draft in await Drafts().Where(e => e.TouchedAt <= now.AddMonths(-DraftMonths) && (e.ErasureWarnedAt == null || e.ErasureWarnedAt <= now - Warning)).Take(Round).ToListAsync(cancel))
        {
            if (draft.ErasureWarnedAt is null && await contacts.Exists(draft.Id)) continue;
            await contacts.Erase(draft.Id);
            var files = await db.RemoveFilesOf(draft.Id);
            db.Experiences.Remove(draft);
            db.Record(now, Actor.System, Acts.DraftErased, draft, "six mois sans changement", draft.Call.OrganisationId);
            await db.SaveChangesAsync(cancel);
            foreach (var file in files) store.Delete(file);
        }
    }

    async Task EraseContacts(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var calls = await db.Calls.Public().ToListAsync(cancel);
        foreach (var call in calls.Where(c => now.ParisDay() >= c.Notice.ErasedFrom))
        {
            if (await contacts.EraseOf(call.Id, now) is not (> 0 and var erased)) continue;
            db.Record(now, Actor.System, Acts.ContactErased, call, $"fin des travaux : {erased}", call.OrganisationId);
            await db.SaveChangesAsync(cancel);
        }
    }

    // The steps and authors come along, so that the engine's cascade and the context agree on what leaves.
    IQueryable<Experience> Drafts() => db.Experiences.Where(e => e.State == ExperienceState.Draft).Include(e => e.Call).Include(e => e.Steps).Include(e => e.Authors).AsSplitQuery().OrderBy(e => e.TouchedAt);

    static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
