using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Kinship;

/// <summary>A method, a tool or an organisation, with the sheets that name it; it has a page as long as one does.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class MethodPageModel(AppDb db, SheetLinks named, Visitor visitor) : Screen
{
    const int Size = 50;

    public sealed record Line(LinkRelation Relation, string Reference, string Title);

    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    public Method Method { get; private set; } = null!;
    /// <summary>Those of the page that is asked for.</summary>
    public IReadOnlyList<Line> Sheets { get; private set; } = [];
    public PageNumber Asked { get; private set; } = new(1, 1, false);
    public string PageHref => $"/repertoire/methodes/{Reference}?{PageNumber.Key}=";
    public bool MayDescribe { get; private set; }

    public override async Task<IActionResult?> Prepare()
    {
        if (Reference?.Length != Rules.Reference.Length) return NotFound();
        if (await db.Methods.AsNoTracking().SingleOrDefaultAsync(m => m.Reference == Reference) is not { } method) return await Former();
        Method = method;
        var (links, sheets) = (db.SheetLinks.AsNoTracking(), db.Sheets.AsNoTracking());
        var all = links.Where(l => l.MethodId == method.Id && l.State == ModerationState.Shown).Join(sheets, l => l.SheetId, s => s.Id, (l, s) => new { l.Relation, s.Reference, s.Title, s.SortKey }).Distinct();
        var count = await all.CountAsync();
        if (count == 0) return NotFound();
        Asked = PageNumber.Of(Request.Query, count, Size);
        if (Asked.IsMisasked) Response.StatusCode = StatusCodes.Status400BadRequest;
        Sheets = await all.OrderBy(x => x.Relation).ThenBy(x => x.SortKey).ThenBy(x => x.Reference).Skip((Asked.Number - 1) * Size).Take(Size).Select(x => new Line(x.Relation, x.Reference, x.Title)).ToListAsync();
        MayDescribe = visitor.IsKnown && await named.MayDescribe(method.Id, visitor);
        return null;
    }

    /// <summary>What was made one with another is found where that one is, for good: it does not come back.</summary>
    async Task<IActionResult> Former()
    {
        var former = db.FormerMethods.Where(f => f.Reference == Reference);
        return await db.Methods.Where(m => former.Any(f => f.MethodId == m.Id)).Select(m => m.Reference).SingleOrDefaultAsync() is { } kept ? new RedirectResult($"/repertoire/methodes/{kept}", permanent: true) : NotFound();
    }

    public void OnGet() { }
}
