using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>What is written beside a sheet goes with it: nothing of it outlives a withdrawal that comes in the same instant.</summary>
public static class BesideSheet
{
    /// <summary>Saves unless the sheet was withdrawn meanwhile. Its row is held until the write ends: the withdrawal comes before, and is seen, or after, and takes this with it.</summary>
    /// <returns>False when the sheet is gone; nothing is saved then.</returns>
    public static async Task<bool> SaveBeside(this AppDb db, Guid sheet)
    {
        var saved = await db.Write(d =>
        {
            if (d.Sheets.Where(s => s.Id == sheet && s.WithdrawnAt == null).ExecuteUpdate(u => u.SetProperty(s => s.Version, s => s.Version)) == 0) return false;
            d.SaveInWrite();
            return true;
        });
        if (!saved) db.ChangeTracker.Clear();
        return saved;
    }

    /// <summary>After a withdrawal: what came between its reading and its save.</summary>
    public static Task ForgetBeside(this AppDb db, Guid sheet) => db.Write(d =>
    {
        var words = d.ReaderWords.Where(w => w.SheetId == sheet);
        return d.AwaitingReaders.Where(a => words.Any(w => w.Id == a.WordId)).ExecuteDelete() + words.ExecuteDelete() + d.News.Where(n => n.SheetId == sheet).ExecuteDelete()
            + d.SheetLinks.Where(l => l.SheetId == sheet).ExecuteDelete() + d.NewsAsks.Where(a => a.SheetId == sheet).ExecuteDelete() + d.EasyReadings.Where(r => r.SheetId == sheet).ExecuteDelete()
            + d.ForgetUnnamed() + d.ForgetUntold();
    });

    /// <summary>Inside a write: what was said of a name that no shown sheet bears any more leaves with the last one that did: withdrawn, or published again under another name.</summary>
    public static int ForgetUntold(this AppDb d)
    {
        var shown = d.Sheets.Where(s => s.WithdrawnAt == null);
        return d.StructureTies.Where(t => !shown.Any(s => s.StructureKey == t.OneKey) || !shown.Any(s => s.StructureKey == t.OtherKey)).ExecuteDelete();
    }

    /// <summary>
    /// Inside a write: a method, a tool or a structure that no sheet names any more leaves with the last one that did. The row that holds the library's version is
    /// taken first, as by whoever ties a link: none is tied to what goes.
    /// </summary>
    public static int ForgetUnnamed(this AppDb d)
    {
        d.Database.ExecuteSql($"update search_state set version = version");
        var links = d.SheetLinks;
        return d.Methods.Where(m => !links.Any(l => l.MethodId == m.Id)).ExecuteDelete();
    }
}
