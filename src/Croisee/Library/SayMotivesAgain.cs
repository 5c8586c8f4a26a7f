using Croisee.Data;
using Croisee.Framework;
using Croisee.Review;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>Words of the group's reasons were corrected: in the same save the sheet, each of its versions and what searching reads say the new ones. Whoever corrected them forgets kept pages.</summary>
public sealed class SayMotivesAgain(AppDb db, Labels labels, TimeProvider clock) : IHear<MotivesCorrected>
{
    public async Task Hear(MotivesCorrected fact, CancellationToken cancel)
    {
        if (await db.Sheets.Include(s => s.Versions).SingleOrDefaultAsync(s => s.Id == fact.ExperienceId && s.WithdrawnAt == null, cancel) is not { } sheet) return;
        sheet.SayAgain(fact.Words, clock.UtcNow());
        var content = sheet.Read();
        if (await db.SearchedSheets.SingleOrDefaultAsync(s => s.Id == sheet.Id, cancel) is { Shown: true } searched)
            searched.Show(searched.Title, SheetWords.Of(content, labels.Book), SheetFacets.CodesOf(content), searched.PublishedOn);
    }
}
