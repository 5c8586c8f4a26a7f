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
    const int Batch = 200, Size = 50;

    /// <param name="Place">Where and since when, as far as it was told.</param>
    public sealed record Line(string Reference, string Title, string Place, string Summary, DateTime PublishedAt);

    /// <param name="Place">Empty when its sheets say none.</param>
    public sealed record Homonym(string Key, string Place, int Count);

    [FromRoute(Name = "cle")] public string Key { get; set; } = "";
    /// <summary>Instead of a place: those of every place, one after another. Whether they are one structure is not known: nothing that is public says so.</summary>
    public const string Everywhere = "tous";

    /// <summary>Which of those that bear the name: <see cref="StructurePlace.Key"/> of any of its sheets, or <see cref="Everywhere"/>.</summary>
    [FromQuery(Name = "lieu")] public string? Where { get; set; }
    public string Name { get; private set; } = "";
    /// <summary>Said only where others bear the same name.</summary>
    public string Place { get; private set; } = "";
    public bool IsOneOfSeveral { get; private set; }
    public bool IsEverywhere { get; private set; }
    /// <summary>Those of the page that is asked for; <see cref="Count"/> are all.</summary>
    public IReadOnlyList<Line> Sheets { get; private set; } = [];
    public int Count { get; private set; }
    public PageNumber Asked { get; private set; } = new(1, 1, false);
    /// <summary>What the links to the other pages begin with.</summary>
    public string PageHref => $"/repertoire/structures/{Key}" + (IsOneOfSeveral ? $"?lieu={Where}&" : "?") + PageNumber.Key + "=";

    /// <summary>One of its sheets, as far as it is needed to tell and to count all of them.</summary>
    sealed record Told(Guid Id, string Reference, string Title, DateTime PublishedAt, SheetCard Card)
    {
        public StructurePlace Place { get; init; } = new(null, null, null);
        public string? Commune { get; init; }
        public string? Department { get; init; }
        public string? Region { get; init; }
    }
    /// <summary>More than one, and none was chosen.</summary>
    public IReadOnlyList<Homonym> Homonyms { get; private set; } = [];
    /// <summary>Reference of its row among methods and organisations, when other sheets name it.</summary>
    public string? Described { get; private set; }

    public override async Task<IActionResult?> Prepare()
    {
        if (Key is not { Length: > 0 and <= 200 } || Slugs.Of(Key) != Key) return NotFound();
        var experiences = db.Experiences.Where(e => e.StructureKey == Key);
        var found = await db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null && experiences.Any(e => e.Id == s.Id)).OrderByDescending(s => s.PublishedAt).ThenBy(s => s.Id).Select(s => new { s.Id, s.Reference, s.Title, s.PublishedAt, s.Card }).ToListAsync();
        // The name that is shown decides, not that of a correction in progress.
        var mine = found.Select(s => new Told(s.Id, s.Reference, s.Title, s.PublishedAt, SheetCard.FromJson(s.Card))).Where(s => s.Card.Structure is { Length: > 0 } name && Slugs.Of(name) == Key).ToList();
        if (mine.Count == 0) return await WasTold() ? Left() : NotFound();
        var placed = await Placed(mine);
        if (placed.Count == 0) return Left();
        var apart = StructurePlace.Apart(placed, s => s.Place);
        IsOneOfSeveral = apart.Count > 1;
        IsEverywhere = IsOneOfSeveral && Where == Everywhere;
        var chosen = IsEverywhere ? placed : IsOneOfSeveral ? apart.FirstOrDefault(a => a.Any(s => s.Place.Key == (Where ?? "-"))) : apart[0];
        // An address from before there were several, or whose place nobody says any more, leads to all of them.
        if (chosen is null) { (Name, Homonyms) = (mine[0].Card.Structure!, [.. apart.Select(a => new Homonym(Finest(a).Key, Said(a), a.Count)).OrderBy(h => h.Place, StringComparer.Ordinal)]); return null; }
        (Name, Place, Count, Asked) = (chosen[0].Card.Structure!, IsOneOfSeveral && !IsEverywhere ? Said(chosen) : "", chosen.Count, PageNumber.Of(Request.Query, chosen.Count, Size));
        Sheets = [.. chosen.Skip((Asked.Number - 1) * Size).Take(Size).Select(LineOf)];
        if (Asked.IsMisasked) Response.StatusCode = StatusCodes.Status400BadRequest;
        var (named, links) = (Method.KeyOf(Name), db.SheetLinks.Where(l => l.State == ModerationState.Shown));
        Described = await db.Methods.Where(m => m.NameKey == named && m.Kind == MethodKind.Organisation && links.Any(l => l.MethodId == m.Id)).Select(m => m.Reference).SingleOrDefaultAsync();
        return null;
    }

    /// <summary>With the place that each says: contents are long, so they are read some at a time and let go.</summary>
    async Task<IReadOnlyList<Told>> Placed(IReadOnlyList<Told> mine)
    {
        var placed = new List<Told>(mine.Count);
        foreach (var some in mine.Chunk(Batch))
        {
            var ids = some.Select(s => s.Id).ToList();
            var told = (await db.Sheets.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Content }).ToListAsync()).Where(s => s.Content.Length > 0).ToDictionary(s => s.Id, s => SheetContent.FromJson(s.Content).Account.Structure);
            placed.AddRange(some.Where(s => told.ContainsKey(s.Id)).Select(s => (Sheet: s, Structure: told[s.Id])).Select(s => s.Sheet with { Place = StructurePlace.Of(s.Structure), Commune = s.Structure.Commune, Department = s.Structure.Department, Region = s.Structure.Region }));
        }
        return placed;
    }

    static StructurePlace Finest(IEnumerable<Told> sheets) => sheets.Select(s => s.Place).MaxBy(p => p.Key.Length)!;

    /// <summary>In the words of the sheet that says most.</summary>
    string Said(IReadOnlyList<Told> sheets)
    {
        var told = sheets.First(s => s.Place == Finest(sheets));
        return string.Join(", ", new[] { told.Commune, labels.Of(told.Department), labels.Of(told.Region) }.Where(p => !string.IsNullOrWhiteSpace(p)));
    }

    Line LineOf(Told sheet) =>
        new(sheet.Reference, sheet.Title, string.Join(", ", new[] { IsEverywhere ? sheet.Commune ?? "" : "", labels.Of(sheet.Card.Region), Setting.ParseMonth(sheet.Card.Start)?.Year.ToString(Words.Localizer.French) ?? "" }.Where(p => p.Length > 0)), sheet.Card.Summary, sheet.PublishedAt);

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
