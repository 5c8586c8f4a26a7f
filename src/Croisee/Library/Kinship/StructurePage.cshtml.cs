using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Kinship;

/// <summary>What one organisation has told: its published sheets, gathered by the name they show. The FINESS number is not public (field 6), so it gathers nothing here.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class StructurePageModel(AppDb db, Labels labels) : Screen
{
    const int Most = 200;

    /// <param name="Place">Where and since when, as far as it was told.</param>
    public sealed record Line(string Reference, string Title, string Place, string Summary, DateTime PublishedAt);

    [FromRoute(Name = "cle")] public string Key { get; set; } = "";
    public string Name { get; private set; } = "";
    public IReadOnlyList<Line> Sheets { get; private set; } = [];
    /// <summary>Reference of its row among methods and organisations, when other sheets name it.</summary>
    public string? Described { get; private set; }

    public override async Task<IActionResult?> Prepare()
    {
        if (Key is not { Length: > 0 and <= 200 } || Slugs.Of(Key) != Key) return NotFound();
        var experiences = db.Experiences.Where(e => e.StructureKey == Key);
        var found = await db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null && experiences.Any(e => e.Id == s.Id)).OrderByDescending(s => s.PublishedAt).Take(Most).ToListAsync();
        // The name that is shown decides, not that of a correction in progress.
        var mine = found.Select(s => (Sheet: s, Name: SheetCard.FromJson(s.Card).Structure ?? "")).Where(s => s.Name.Length > 0 && Slugs.Of(s.Name) == Key).ToList();
        if (mine.Count == 0) return await WasTold() ? Left() : NotFound();
        (Name, Sheets) = (mine[0].Name, [.. mine.Select(s => LineOf(s.Sheet, SheetCard.FromJson(s.Sheet.Card)))]);
        var named = Method.KeyOf(Name);
        Described = await db.Methods.Where(m => m.NameKey == named && m.Kind == MethodKind.Organisation).Select(m => m.Reference).SingleOrDefaultAsync();
        return null;
    }

    Line LineOf(Sheet sheet, SheetCard card) =>
        new(sheet.Reference, sheet.Title, string.Join(", ", new[] { labels.Of(card.Region), Setting.ParseMonth(card.Start)?.Year.ToString(Words.Localizer.French) ?? "" }.Where(p => p.Length > 0)), card.Summary, sheet.PublishedAt);

    /// <summary>An address that was good once says what became of it, without the name: who withdraws a sheet withdraws that too.</summary>
    async Task<bool> WasTold()
    {
        var experiences = db.Experiences.Where(e => e.StructureKey == Key);
        return await db.Sheets.AnyAsync(s => s.WithdrawnAt != null && experiences.Any(e => e.Id == s.Id));
    }

    IActionResult? Left()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return null;
    }

    public void OnGet() { }
}
