using Croisee.Data;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>
/// After the upgrade that makes the title part of what is read (FAL-R1): a reading of the texts of today binds from now on to their title too, so that a
/// later title loses the mark. A reading of other words stays as it was.
/// </summary>
public static class EasyTitles
{
    public static async Task Run(IServiceProvider services)
    {
        var (db, now) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<TimeProvider>().UtcNow());
        var older = await db.EasyReadings.Where(r => !r.Hash.StartsWith(SheetContent.WithTitle)).ToListAsync();
        foreach (var of in older.GroupBy(r => r.SheetId))
        {
            if (await db.Sheets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == of.Key && s.WithdrawnAt == null) is not { } sheet) continue;
            var content = sheet.Read();
            var bound = of.Where(r => r.Hash == content.EasyHashWithoutTitle()).ToList();
            if (bound.Count == 0) continue;
            foreach (var reading in bound) reading.BindTo(content.EasyHash());
            db.Record(now, Actor.System, Acts.EasyRead, bound[0], "le titre fait partie du texte relu", sheet.OrganisationId);
            await db.SaveChangesAsync();
        }
        db.ChangeTracker.Clear();
    }
}
