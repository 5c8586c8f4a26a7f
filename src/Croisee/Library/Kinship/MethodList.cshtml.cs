using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Kinship;

/// <summary>Everything that sheets hold to, by kind and by name, with the count of its sheets. What none names any more is not named here.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class MethodListModel(AppDb db) : Screen
{
    const int Size = 100;

    public sealed record Line(string Reference, MethodKind Kind, string Name, int Sheets);

    /// <summary>Those of the page that is asked for.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public PageNumber Asked { get; private set; } = new(1, 1, false);
    public static string PageHref => $"/repertoire/methodes?{PageNumber.Key}=";

    public async Task OnGet()
    {
        var links = db.SheetLinks.Where(l => l.State == ModerationState.Shown);
        var named = db.Methods.AsNoTracking().Where(m => links.Any(l => l.MethodId == m.Id));
        Asked = PageNumber.Of(Request.Query, await named.CountAsync(), Size);
        if (Asked.IsMisasked) Response.StatusCode = StatusCodes.Status400BadRequest;
        Lines = await named.OrderBy(m => m.Kind).ThenBy(m => m.NameKey).Skip((Asked.Number - 1) * Size).Take(Size)
            .Select(m => new Line(m.Reference, m.Kind, m.Name, links.Where(l => l.MethodId == m.Id).Select(l => l.SheetId).Distinct().Count())).ToListAsync();
    }
}
