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
            var carried = new List<(Guid Id, string Key, string Place)>();
            foreach (var row in rows)
            {
                if (!sheets.TryGetValue(row.Id, out var sheet)) { row.Hide(); continue; }
                var content = sheet.Read();
                sheet.Sort(content);
                if (Sheet.CarriedBy(content) is var (key, place) && (key, place) != (sheet.StructureKey, sheet.StructurePlace)) carried.Add((sheet.Id, key, place));
                row.Show(row.Title, SheetWords.Of(content, labels.Book), SheetFacets.CodesOf(content), row.PublishedOn);
            }
            // Nobody acts: no entry of the journal. Before the rows are marked as read, or a stop between the two would leave them without.
            await db.Write(d => carried.Sum(c => d.Sheets.Where(s => s.Id == c.Id).ExecuteUpdate(u => u.SetProperty(s => s.StructureKey, c.Key).SetProperty(s => s.StructurePlace, c.Place))));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }
}
