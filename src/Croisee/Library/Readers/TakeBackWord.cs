using Croisee.Data;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Readers;

/// <summary>A reader takes their words back: the words, the answer to them and the address that waited for it are erased. The journal keeps that it was done, and nothing that was written.</summary>
public sealed class TakeBackWord(AppDb db, LibraryCache cache, TimeProvider clock)
{
    public Task Run(ReaderWord word, Guid organisation) => Erase(word.Id, organisation, null, clock.UtcNow());

    /// <summary>A base older than that came back: it is taken back again (S41).</summary>
    public static async Task<bool> Again(IServiceProvider services, Guid id, DateTime at)
    {
        var db = services.GetRequiredService<AppDb>();
        var organisation = await db.ReaderWords.Where(w => w.Id == id).Join(db.Sheets, w => w.SheetId, s => s.Id, (w, s) => (Guid?)s.OrganisationId).SingleOrDefaultAsync();
        return organisation is { } found && await services.GetRequiredService<TakeBackWord>().Erase(id, found, EraseAgain.Why, at);
    }

    async Task<bool> Erase(Guid id, Guid organisation, string? why, DateTime at)
    {
        db.ChangeTracker.Clear();
        // About the word itself and not its sheet: the list of erasures must know which one.
        db.JournalEntries.Add(new JournalEntry(at, Actor.System, Acts.WordTakenBack, nameof(ReaderWord), id, organisation, why));
        var erased = await db.Write(d =>
        {
            d.AwaitingReaders.Where(a => a.WordId == id).ExecuteDelete();
            if (d.ReaderWords.Where(w => w.Id == id).ExecuteDelete() == 0) return false;
            d.SaveInWrite();
            return true;
        });
        if (!erased) db.ChangeTracker.Clear();
        await cache.Forget();
        return erased;
    }
}
