using Croisee.Data;
using Croisee.Framework;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>After an upgrade that gives sheets other codes, makes these and their searched rows again: what was published before is on the maps too.</summary>
public static class ReadSheetsAgain
{
    const int Batch = 200;

    public static async Task Run(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        var labels = services.GetRequiredService<Labels>();
        while (await db.SearchedSheets.Where(s => s.Shown && s.Edition < SheetFacets.Edition).OrderBy(s => s.No).Take(Batch).ToListAsync() is { Count: > 0 } rows)
        {
            var ids = rows.Select(r => r.Id).ToList();
            var sheets = await db.Sheets.Include(s => s.Codes).Where(s => ids.Contains(s.Id) && s.WithdrawnAt == null).ToDictionaryAsync(s => s.Id);
            foreach (var row in rows)
            {
                if (!sheets.TryGetValue(row.Id, out var sheet)) { row.Hide(); continue; }
                var content = sheet.Read();
                sheet.Sort(content);
                row.Show(row.Title, SheetWords.Of(content, labels.Book), SheetFacets.CodesOf(content), row.PublishedOn);
            }
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }
}
