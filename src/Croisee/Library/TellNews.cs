using Croisee.Data;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>Takes news of a sheet, whoever brings them: the row, the journal, the line to the moderation in one save; then kept pages are forgotten. The same form sent again changes nothing (S18).</summary>
public sealed class TellNews(AppDb db, TellModerators moderators, LibraryCache cache, TimeProvider clock)
{
    /// <param name="ask">The letter that is answered, tracked; null when the authors come by themselves.</param>
    public async Task Run(Sheet sheet, string key, NewsTold told, NewsAsk? ask, Actor actor)
    {
        var now = clock.UtcNow();
        var news = new News(sheet.Id, key, told, ask?.Months, now);
        if (await db.News.AnyAsync(n => n.SheetId == sheet.Id && n.Key == key)) return;
        db.News.Add(news);
        ask?.Answer(now);
        db.Record(now, actor, Acts.NewsGiven, news, null, sheet.OrganisationId);
        if (news.State is ModerationState.Waiting) await moderators.Run(sheet, "Des nouvelles d’une expérience attendent votre lecture.", now);
        try { if (!await db.SaveBeside(sheet.Id)) return; }
        // The other sending of the same form came first: it says the same.
        catch (DbUpdateException e) when (e.IsRace())
        {
            db.ChangeTracker.Clear();
            if (await db.News.AnyAsync(n => n.SheetId == sheet.Id && n.Key == key)) return;
            throw;
        }
        await cache.Forget();
    }
}
