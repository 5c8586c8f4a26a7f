using Croisee.Data;
using Croisee.Experiences;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>An experience left the public: in the same save its sheet becomes a tombstone, its versions, readings, news and the words of readers go, searching forgets it.</summary>
public sealed class ForgetSheet(AppDb db) : IHear<ExperienceWithdrawn>
{
    public async Task Hear(ExperienceWithdrawn fact, CancellationToken cancel)
    {
        var sheet = await db.Sheets.Include(s => s.Codes).Include(s => s.Versions).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == fact.ExperienceId, cancel);
        if (sheet is null) return;
        sheet.Withdraw(fact.At, fact.TakenDown);
        db.EasyReadings.RemoveRange(await db.EasyReadings.Where(r => r.SheetId == sheet.Id).ToListAsync(cancel));
        db.News.RemoveRange(await db.News.Where(n => n.SheetId == sheet.Id).ToListAsync(cancel));
        var words = db.ReaderWords.Where(w => w.SheetId == sheet.Id);
        db.AwaitingReaders.RemoveRange(await db.AwaitingReaders.Where(a => words.Any(w => w.Id == a.WordId)).ToListAsync(cancel));
        db.ReaderWords.RemoveRange(await words.ToListAsync(cancel));
        db.SheetLinks.RemoveRange(await db.SheetLinks.Where(l => l.SheetId == sheet.Id).ToListAsync(cancel));
        db.NewsAsks.RemoveRange(await db.NewsAsks.Where(a => a.SheetId == sheet.Id).ToListAsync(cancel));
        if (await db.SearchedSheets.SingleOrDefaultAsync(s => s.Id == sheet.Id, cancel) is { } searched) searched.Hide();
    }
}
