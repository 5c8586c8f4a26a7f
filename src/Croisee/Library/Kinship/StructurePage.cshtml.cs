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

/// <summary>What one organisation has told: its published sheets, gathered by the name they show, and told apart by their place where several bear it. The FINESS number is not public (field 6), so it gathers nothing here.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class StructurePageModel(AppDb db, Labels labels) : Screen
{
    const int Most = 200;

    /// <param name="Place">Where and since when, as far as it was told.</param>
    public sealed record Line(string Reference, string Title, string Place, string Summary, DateTime PublishedAt);

    /// <param name="Place">Empty when its sheets say none.</param>
    public sealed record Homonym(string Key, string Place, int Count);

    [FromRoute(Name = "cle")] public string Key { get; set; } = "";
    /// <summary>Which of those that bear the name: <see cref="StructurePlace.Key"/> of any of its sheets.</summary>
    [FromQuery(Name = "lieu")] public string? Where { get; set; }
    public string Name { get; private set; } = "";
    /// <summary>Said only where others bear the same name.</summary>
    public string Place { get; private set; } = "";
    public bool IsOneOfSeveral { get; private set; }
    public IReadOnlyList<Line> Sheets { get; private set; } = [];
    /// <summary>More than one, and none was chosen.</summary>
    public IReadOnlyList<Homonym> Homonyms { get; private set; } = [];
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
        var apart = StructurePlace.Apart([.. mine.Select(s => (s.Sheet, s.Name, Told: s.Sheet.Read().Account.Structure))], s => StructurePlace.Of(s.Told));
        IsOneOfSeveral = apart.Count > 1;
        var chosen = IsOneOfSeveral ? apart.FirstOrDefault(a => a.Any(s => StructurePlace.Of(s.Told).Key == (Where ?? "-"))) : apart[0];
        // An address from before there were several, or whose place nobody says any more, leads to all of them.
        if (chosen is null) { (Name, Homonyms) = (mine[0].Name, [.. apart.Select(a => new Homonym(Finest(a).Key, Said(a), a.Count)).OrderBy(h => h.Place, StringComparer.Ordinal)]); return null; }
        (Name, Place, Sheets) = (chosen[0].Name, IsOneOfSeveral ? Said(chosen) : "", [.. chosen.Select(s => LineOf(s.Sheet, SheetCard.FromJson(s.Sheet.Card)))]);
        var named = Method.KeyOf(Name);
        Described = await db.Methods.Where(m => m.NameKey == named && m.Kind == MethodKind.Organisation).Select(m => m.Reference).SingleOrDefaultAsync();
        return null;
    }

    static StructurePlace Finest(IEnumerable<(Sheet Sheet, string Name, Structure Told)> sheets) => sheets.Select(s => StructurePlace.Of(s.Told)).MaxBy(p => p.Key.Length)!;

    /// <summary>In the words of the sheet that says most.</summary>
    string Said(IReadOnlyList<(Sheet Sheet, string Name, Structure Told)> sheets)
    {
        var told = sheets.First(s => StructurePlace.Of(s.Told) == Finest(sheets)).Told;
        return string.Join(", ", new[] { told.Commune, labels.Of(told.Department), labels.Of(told.Region) }.Where(p => !string.IsNullOrWhiteSpace(p)));
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
