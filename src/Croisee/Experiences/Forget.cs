using Croisee.Data;
using Croisee.Files;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>What is kept no longer than said (domain 10.1): drafts nobody touches, what was withdrawn, files that no page shows any more, contact data after the work they served.</summary>
public sealed class Forget(AppDb db, ContactStore contacts, ArchiveUndecided undecided, IEnumerable<IKeptPages> kept, FileStore store, MailSettings mail, TimeProvider clock)
{
    public const string Job = "effacer ce qui ne doit plus être gardé";
    public const int DraftMonths = 6;
    /// <summary>Days between a withdrawal, which closes the text to everyone but its authors, and its erasure.</summary>
    public const int WithdrawnDays = 30;
    public static readonly TimeSpan Warning = TimeSpan.FromDays(14);
    const int Round = 200;

    public async Task Run(CancellationToken cancel)
    {
        await WarnOfDrafts(cancel);
        await EraseDrafts(cancel);
        await EraseWithdrawn(cancel);
        await EraseRemovedFiles(cancel);
        await EraseContacts(cancel);
    }

    async Task WarnOfDrafts(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var (untouchedSince, held) = (now.AddMonths(-DraftMonths) + Warning, contacts.Held);
        await EachOf(Drafts().Where(e => e.TouchedAt <= untouchedSince && e.ErasureWarnedAt == null && held.Contains(e.Id)), async draft =>
        {
            if (await contacts.AddressOf(draft.Id) is not { } address) return;
            var last = Later(draft.TouchedAt.AddMonths(DraftMonths), now + Warning);
            db.Send(address, new Letter("Votre brouillon sera bientôt effacé").Say("Bonjour,")
                .Say($"Vous avez commencé à raconter une expérience pour un appel. Personne n’a touché à ce brouillon depuis plusieurs mois. Il sera effacé après le {last.ParisDay().InWords()}.")
                .Say("Pour le garder, ouvrez-le avec votre code et enregistrez une étape.").Link("Ouvrir mon brouillon", mail.Origin + "/suivre").Say("Si vous ne voulez plus le garder, vous n’avez rien à faire."), now);
            draft.WarnOfErasure(now);
            db.Record(now, Actor.System, Acts.DraftWarned, draft, null, draft.Call.OrganisationId);
            await db.SaveChangesAsync(cancel);
        }, cancel);
    }

    /// <summary>Six months without a touch and, where somebody could be told, two weeks after the letter. An address that no key opens any more is nobody's: nobody can be told, and it goes with the draft.</summary>
    async Task EraseDrafts(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        await EachOf(Drafts().Where(e => e.TouchedAt <= now.AddMonths(-DraftMonths) && (e.ErasureWarnedAt == null || e.ErasureWarnedAt <= now - Warning)), async draft =>
        {
            if (draft.ErasureWarnedAt is null && await contacts.AddressOf(draft.Id) is not null) return;
            await contacts.Erase(draft.Id);
            var files = await db.RemoveFilesOf(draft.Id);
            db.Experiences.Remove(draft);
            db.Record(now, Actor.System, Acts.DraftErased, draft, "six mois sans changement", draft.Call.OrganisationId);
            await db.SaveChangesAsync(cancel);
            foreach (var file in files) store.Delete(file);
        }, cancel);
    }

    /// <summary>All that is due, however many and whatever became of those before: a network may begin more drafts in a day than one handful. Ids first, so that what stays due is looked at once.</summary>
    async Task EachOf(IQueryable<Experience> due, Func<Experience, Task> act, CancellationToken cancel)
    {
        foreach (var ids in (await due.Select(e => e.Id).ToListAsync(cancel)).Chunk(Round))
        {
            foreach (var experience in await due.Where(e => ids.Contains(e.Id)).ToListAsync(cancel))
            {
                cancel.ThrowIfCancellationRequested();
                await act(experience);
            }
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The row stays, with its title, its states and their days: the tombstone needs them.</summary>
    async Task EraseWithdrawn(CancellationToken cancel)
    {
        var (now, limit, files, said) = (clock.UtcNow(), clock.UtcNow().AddDays(-WithdrawnDays), db.Attachments, db.Messages);
        await EachOf(db.Experiences.Where(e => e.State == ExperienceState.Withdrawn && e.Passages.Any(p => p.To == ExperienceState.Withdrawn && p.At <= limit)
                && (e.Steps.Count > 0 || e.Passages.Any(p => p.Why != null) || files.Any(a => a.ExperienceId == e.Id) || said.Any(m => m.ExperienceId == e.Id && m.At <= limit)))
            .Include(e => e.Call).Include(e => e.Steps).Include(e => e.Passages).AsSplitQuery().OrderBy(e => e.TouchedAt), async withdrawn =>
        {
            // The group's motives were written there too, and speak of the text.
            foreach (var passage in withdrawn.Passages) passage.ForgetWhy();
            db.DepositSteps.RemoveRange(withdrawn.Steps);
            withdrawn.Locate(new());
            db.Messages.RemoveRange(await db.Messages.Where(m => m.ExperienceId == withdrawn.Id && m.At <= limit).ToListAsync(cancel));
            db.WebLinks.RemoveRange(await db.WebLinks.Where(l => l.ExperienceId == withdrawn.Id).ToListAsync(cancel));
            db.ImportedPasts.RemoveRange(await db.ImportedPasts.Where(p => p.ExperienceId == withdrawn.Id).ToListAsync(cancel));
            var stored = await db.RemoveFilesOf(withdrawn.Id);
            db.Record(now, Actor.System, Acts.WithdrawnErased, withdrawn, $"{WithdrawnDays} jours après le retrait", withdrawn.Call.OrganisationId);
            await db.SaveChangesAsync(cancel);
            foreach (var file in stored) store.Delete(file);
        }, cancel);
    }

    /// <summary>Taken out of the text, and no public page shows them any more: another version came after, or the sheet is gone.</summary>
    async Task EraseRemovedFiles(CancellationToken cancel)
    {
        var experiences = db.Experiences;
        var removed = await db.Attachments.Where(a => a.RemovedAt != null && experiences.Any(e => e.Id == a.ExperienceId && (e.ShownSince == null || e.Passages.Any(p => p.To == ExperienceState.Published && p.At > a.RemovedAt)))).Take(Round).ToListAsync(cancel);
        foreach (var of in removed.GroupBy(a => a.ExperienceId))
        {
            var ids = of.Select(a => a.FileId).ToList();
            var (experience, stored) = (await db.Experiences.Include(e => e.Call).SingleAsync(e => e.Id == of.Key, cancel), await db.StoredFiles.Where(f => ids.Contains(f.Id)).ToListAsync(cancel));
            db.Attachments.RemoveRange(of);
            db.StoredFiles.RemoveRange(stored);
            db.Record(clock.UtcNow(), Actor.System, Acts.FilesErased, experience, null, experience.Call.OrganisationId);
            await db.SaveChangesAsync(cancel);
            foreach (var file in stored) store.Delete(file);
        }
    }

    /// <summary>An older notice may end before its call does: nobody loses the way back while they may still answer.</summary>
    async Task EraseContacts(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var calls = await db.Calls.Public().ToListAsync(cancel);
        foreach (var call in calls.Where(c => c.HasEnded(now) && now.ParisDay() >= c.Notice.ErasedFrom))
        {
            // In the same save, while the addresses are there: the last letter says what became of what nobody decided.
            var (archived, erased) = (await undecided.Run(call, cancel), await contacts.EraseOf(call.Id, now));
            if (erased > 0) db.Record(now, Actor.System, Acts.ContactErased, call, $"fin des travaux : {erased}", call.OrganisationId);
            if (archived + erased > 0) await db.SaveChangesAsync(cancel);
            if (erased == 0) continue;
            foreach (var pages in kept) await pages.Forget();
        }
    }

    // The steps and authors come along, so that the engine's cascade and the context agree on what leaves.
    IQueryable<Experience> Drafts() => db.Experiences.Where(e => e.State == ExperienceState.Draft).Include(e => e.Call).Include(e => e.Steps).Include(e => e.Authors).AsSplitQuery().OrderBy(e => e.TouchedAt);

    static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
