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
    public sealed record Line(string Reference, MethodKind Kind, string Name, int Sheets);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGet()
    {
        var links = db.SheetLinks.Where(l => l.State == ModerationState.Shown);
        Lines = await db.Methods.AsNoTracking().Where(m => links.Any(l => l.MethodId == m.Id)).OrderBy(m => m.Kind).ThenBy(m => m.NameKey)
            .Select(m => new Line(m.Reference, m.Kind, m.Name, links.Where(l => l.MethodId == m.Id).Select(l => l.SheetId).Distinct().Count())).ToListAsync();
    }
}
