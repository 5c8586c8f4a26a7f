using Croisee.Data;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Readers;

/// <summary>Sends a shown word back to the moderation, for a reader or for the authors of the sheet.</summary>
public sealed class AskReread(AppDb db, TellModerators moderators, LibraryCache cache, HidesOfNetwork hides, TimeProvider clock)
{
    /// <summary>The word, tracked, while there is something to say of it: it is shown, or hidden until the moderation answers.</summary>
    public Task<ReaderWord?> Find(Guid sheet, Guid word) =>
        db.ReaderWords.SingleOrDefaultAsync(w => w.Id == word && w.SheetId == sheet && (w.State == ModerationState.Shown || w.State == ModerationState.Waiting && w.RereadAskedAt != null));

    /// <summary>Asked by two at once, or asked already: once is enough, and both are told the same.</summary>
    /// <param name="network">Whence a reader asks. Authors ask with their code, for their own sheet: they are not counted.</param>
    public async Task Run(Sheet sheet, ReaderWord word, RereadForm form, Actor actor, string? network = null)
    {
        if (word.IsHiddenMeanwhile || !word.AskReread(form.Why!.Value, form.Said, actor.Kind is ActorKind.Author, clock.UtcNow(), network is null || hides.MayHide(network))) return;
        var now = word.RereadAskedAt!.Value;
        // The reason is one of a list; what was added to it is no matter of the journal.
        db.Record(now, actor, Acts.RereadAsked, word, word.RereadWhy!.Value.French(), sheet.OrganisationId);
        // About the word itself: a base that comes back must not show it again.
        if (word.IsHiddenMeanwhile) db.RecordErased<ReaderWord>(now, actor, Acts.WordHidden, word.Id, null, sheet.OrganisationId);
        await moderators.Run(sheet, word.IsHiddenMeanwhile ? "Quelqu’un demande de relire un message à côté d’une fiche : il est caché en attendant." : "Quelqu’un demande de relire un message à côté d’une fiche.", now);
        try { if (await db.SaveBeside(sheet.Id) && word.IsHiddenMeanwhile && network is not null) hides.Note(network); }
        catch (DbUpdateException e) when (e.IsRace()) { db.ChangeTracker.Clear(); }
        await cache.Forget();
    }
}
