using Croisee.Data;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Reading;

/// <summary>A public page about one sheet. Withdrawn, every one of them leads to the tombstone.</summary>
public abstract class SheetScreen(AppDb db) : Screen
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";

    public Sheet Sheet { get; private set; } = null!;
    public SheetContent Told { get; private set; } = null!;
    public EasyState Easy { get; private set; } = EasyState.None;
    protected AppDb Db => db;

    /// <summary>Only the sheet's own page shows the tombstone.</summary>
    protected virtual bool ShowsTombstone => false;

    public override async Task<IActionResult?> Prepare()
    {
        if (Reference?.Length != Rules.Reference.Length) return NotFound(); // A blank in an address binds to null.
        var readings = db.EasyReadings;
        var found = await db.Sheets.AsNoTracking().Where(s => s.Reference == Reference).Select(s => new { Sheet = s, Readings = readings.Where(r => r.SheetId == s.Id).ToList() }).SingleOrDefaultAsync();
        if (found is null) return NotFound();
        Sheet = found.Sheet;
        if (!Sheet.IsShown) return ShowsTombstone ? null : Redirect($"/experiences/{Reference}");
        Told = Sheet.Read();
        Easy = EasyState.Of(Told, found.Readings);
        return await Ready();
    }

    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);
}
