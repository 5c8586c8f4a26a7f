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

/// <summary>What one organisation has told, under all its names and in all its places; told apart by their place where several bear a name and nobody said that they are one.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class StructurePageModel(AppDb db, StructureBook book, Labels labels, Visitor visitor) : Screen
{
    const int Size = 50;

    /// <param name="Place">Where and since when, as far as it was told.</param>
    public sealed record Line(string Reference, string Title, string Place, string Summary, DateTime PublishedAt);

    /// <param name="Place">Empty when its sheets say none.</param>
    public sealed record Homonym(string Href, string Place, int Count);

    [FromRoute(Name = "cle")] public string Key { get; set; } = "";
    /// <summary>Instead of a place: those of every place, one after another.</summary>
    public const string Everywhere = "tous";

    /// <summary>Which of those that bear the name: <see cref="StructurePlace.Key"/> of any of its sheets, or <see cref="Everywhere"/>.</summary>
    [FromQuery(Name = "lieu")] public string? Where { get; set; }
    public string Name { get; private set; } = "";
    /// <summary>Said only where others bear the same name.</summary>
    public string Place { get; private set; } = "";
    public bool IsOneOfSeveral { get; private set; }
    public bool IsEverywhere { get; private set; }
    /// <summary>The moderation said of all that bear the name that they are different.</summary>
    public bool AreDifferent { get; private set; }
    /// <summary>Those of the page that is asked for; <see cref="Count"/> are all.</summary>
    public IReadOnlyList<Line> Sheets { get; private set; } = [];
    public int Count { get; private set; }
    public PageNumber Asked { get; private set; } = new(1, 1, false);
    /// <summary>What the links to the other pages begin with.</summary>
    public string PageHref => $"/repertoire/structures/{Key}" + (IsOneOfSeveral ? $"?lieu={Where}&" : "?") + PageNumber.Key + "=";
    /// <summary>More than one, and none was chosen.</summary>
    public IReadOnlyList<Homonym> Homonyms { get; private set; } = [];
    /// <summary>The one that is shown; none when all of a name are.</summary>
    public ToldStructure? Structure { get; private set; }
    /// <summary>Its names and places, when it has several.</summary>
    public IReadOnlyList<(string Name, string Place, int Count)> Spots { get; private set; } = [];
    /// <summary>Reference of its row among methods and organisations, when other sheets name it.</summary>
    public string? Described { get; private set; }
    public bool MayTell { get; private set; }

    public override async Task<IActionResult?> Prepare()
    {
        if (Key is not { Length: > 0 and <= 200 } || Slugs.Of(Key) != Key) return NotFound();
        var (told, ties) = await book.Read([Key]);
        var mine = ToldStructure.Gather(told, ties).Where(s => s.Bears(Key)).ToList();
        if (mine.Count == 0) return await WasTold() ? Left() : NotFound();
        IsOneOfSeveral = mine.Count > 1;
        IsEverywhere = IsOneOfSeveral && Where == Everywhere;
        AreDifferent = IsOneOfSeveral && AllSaid(mine, ties);
        Structure = IsEverywhere ? null : IsOneOfSeveral ? Where is { Length: > 0 } ? ToldStructure.Find(mine, new(Key, Where))?.Structure : null : mine[0];
        // Its other names lead to the one that leads. Not for ever: what the moderation says may be undone.
        if (Structure is { } one && one.Lead.Key != Key) return Redirect(one.Lead.Href);
        // An address from before there were several, or whose place nobody says any more, leads to all of them.
        if (Structure is null && !IsEverywhere) return await Tell(mine);
        return await Show(Structure is null ? [.. mine.SelectMany(s => s.Spots)] : Structure.Spots);
    }

    async Task<IActionResult?> Tell(IReadOnlyList<ToldStructure> mine)
    {
        var here = mine.Select(s => (Structure: s, Spots: s.Spots.Where(p => p.Key == Key).ToList())).ToList();
        var words = await book.WordsOf(here.SelectMany(h => h.Spots));
        string Places(IReadOnlyList<StructureSpot> spots) => string.Join(" ; ", spots.Select(s => words.GetValueOrDefault(s.End)?.Place ?? "").Where(p => p.Length > 0).Order(StringComparer.Ordinal));
        Name = await NewestName(Key);
        Homonyms = [.. here.Select(h => new Homonym(h.Spots[0].End.Href, Places(h.Spots), h.Structure.Count)).OrderBy(h => h.Place, StringComparer.Ordinal)];
        return null;
    }

    async Task<IActionResult?> Show(IReadOnlyList<StructureSpot> spots)
    {
        var sheets = book.SheetsOf(spots);
        (Name, Count) = (await NewestName(Key), spots.Sum(s => s.Count));
        Asked = PageNumber.Of(Request.Query, Count, Size);
        if (Asked.IsMisasked) Response.StatusCode = StatusCodes.Status400BadRequest;
        var (several, names) = (spots.Count > 1, new List<string> { Name });
        if (several || IsOneOfSeveral)
        {
            var words = await book.WordsOf(spots);
            names.AddRange(words.Values.Select(w => w.Name));
            if (several && Structure is not null) Spots = [.. spots.Select(s => (words.GetValueOrDefault(s.End)?.Name ?? "", words.GetValueOrDefault(s.End)?.Place ?? "", s.Count)).OrderBy(s => s.Item1, StringComparer.Ordinal).ThenBy(s => s.Item2, StringComparer.Ordinal)];
            if (!several) Place = words.GetValueOrDefault(spots[0].End)?.Place ?? "";
        }
        var page = await sheets.OrderByDescending(s => s.PublishedAt).ThenBy(s => s.Id).Skip((Asked.Number - 1) * Size).Take(Size).Select(s => new { s.Reference, s.Title, s.PublishedAt, s.Card, s.Content }).ToListAsync();
        Sheets = [.. page.Select(s => LineOf(s.Reference, s.Title, s.PublishedAt, SheetCard.FromJson(s.Card), several ? SheetContent.FromJson(s.Content).Account.Structure.Commune : null))];
        // An address is written otherwise than the name of a method: shorter, and without ligatures.
        var (named, links, former) = (names.Select(Method.KeyOf).Where(k => k.Length > 0).Distinct().ToList(), db.SheetLinks.Where(l => l.State == ModerationState.Shown), db.FormerMethods);
        Described = await db.Methods.Where(m => (named.Contains(m.NameKey) || former.Any(f => named.Contains(f.NameKey) && f.MethodId == m.Id)) && m.Kind == MethodKind.Organisation && links.Any(l => l.MethodId == m.Id)).OrderBy(m => m.CreatedAt).Select(m => m.Reference).FirstOrDefaultAsync();
        MayTell = visitor.IsKnown && Structure is not null && await book.HeldBy(Structure, visitor) is not null;
        return null;
    }

    async Task<string> NewestName(string key) =>
        SheetCard.FromJson(await db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null && s.StructureKey == key).OrderByDescending(s => s.PublishedAt).ThenBy(s => s.Id).Select(s => s.Card).FirstAsync()).Structure ?? "";

    static bool AllSaid(IReadOnlyList<ToldStructure> mine, IReadOnlyList<StructureTie> ties) => mine.SelectMany((one, i) => mine.Skip(i + 1).Select(other => (one, other))).All(p => p.one.IsSaidToDiffer(p.other, ties));

    Line LineOf(string reference, string title, DateTime publishedAt, SheetCard card, string? commune) =>
        new(reference, title, string.Join(", ", new[] { commune ?? "", labels.Of(card.Region), Setting.ParseMonth(card.Start)?.Year.ToString(Words.Localizer.French) ?? "" }.Where(p => p.Length > 0)), card.Summary, publishedAt);

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
