using Croisee.Data;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Readers;

/// <summary>A base older than what was decided of a reader’s words came back: what the moderation took away is taken away again, and what was hidden is hidden again until it answers (S41).</summary>
public static class RefuseAgain
{
    public static async Task<bool> Refused(IServiceProvider services, Guid id, DateTime at)
    {
        var db = services.GetRequiredService<AppDb>();
        if (await Find(db, id) is not (var word, var organisation) || word.State is not (ModerationState.Waiting or ModerationState.Shown)) return false;
        word.Refuse(EraseAgain.Why, at);
        db.AwaitingReaders.RemoveRange(await db.AwaitingReaders.Where(a => a.WordId == id).ToListAsync());
        db.Record(at, Actor.System, Acts.WordsRefused, word, EraseAgain.Why, organisation);
        return await Save(services, db, Acts.WordErased, id, at, organisation);
    }

    public static async Task<bool> Hidden(IServiceProvider services, Guid id, DateTime at)
    {
        var db = services.GetRequiredService<AppDb>();
        if (await Find(db, id) is not (var word, var organisation) || word.State is not ModerationState.Shown) return false;
        // Kept in this base after it was read again: the answer came after all.
        if (!word.AskReread(RereadReason.Named, null, byAuthors: false, at) || !word.IsHiddenMeanwhile) return false;
        db.Record(at, Actor.System, Acts.RereadAsked, word, EraseAgain.Why, organisation);
        return await Save(services, db, Acts.WordHidden, id, at, organisation);
    }

    static async Task<(ReaderWord Word, Guid Organisation)?> Find(AppDb db, Guid id)
    {
        if (await db.ReaderWords.SingleOrDefaultAsync(w => w.Id == id) is not { } word) return null;
        return (word, await db.Sheets.Where(s => s.Id == word.SheetId).Select(s => s.OrganisationId).SingleAsync());
    }

    static async Task<bool> Save(IServiceProvider services, AppDb db, string act, Guid id, DateTime at, Guid organisation)
    {
        db.RecordErased<ReaderWord>(at, Actor.System, act, id, EraseAgain.Why, organisation);
        await db.SaveChangesAsync();
        await services.GetRequiredService<LibraryCache>().Forget();
        return true;
    }
}
