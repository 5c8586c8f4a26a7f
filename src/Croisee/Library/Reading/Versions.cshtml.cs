using System.Globalization;
using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Reading;

/// <summary>All versions of a sheet, and what changed from one to another, in words. <c>?de=1&amp;a=2</c> chooses; by default the last change.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class VersionsModel(AppDb db, Labels labels) : SheetScreen(db)
{
    public sealed record Line(int Number, DateTime At, string? Why);

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public int From { get; private set; }
    public int To { get; private set; }
    public bool IsMisasked { get; private set; }
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    protected override async Task<IActionResult?> Ready()
    {
        Lines = await Db.SheetVersions.AsNoTracking().Where(v => v.SheetId == Sheet.Id).OrderByDescending(v => v.Number).Select(v => new Line(v.Number, v.At, v.Why)).ToListAsync();
        (From, To) = (Asked("de", Sheet.Number - 1), Asked("a", Sheet.Number));
        if (From < 1 || From == To) return null;
        var pair = await Db.SheetVersions.AsNoTracking().Where(v => v.SheetId == Sheet.Id && (v.Number == From || v.Number == To)).ToDictionaryAsync(v => v.Number, v => v.Content);
        if (pair.Count == 2) Differences = SheetDifferences.Between(SheetContent.FromJson(pair[From]), SheetContent.FromJson(pair[To]), labels);
        return null;
    }

    int Asked(string key, int otherwise)
    {
        var text = Request.Query[key].ToString();
        if (text.Length == 0) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Sheet.Number) return number;
        IsMisasked = true;
        return otherwise;
    }

    public void OnGet() { if (IsMisasked) Response.StatusCode = StatusCodes.Status400BadRequest; }
}
