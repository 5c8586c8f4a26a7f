using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Moderation;

/// <summary>Two names of one thing become one: the links of the one that goes lead to the one that stays. For whoever moderates a sheet of each.</summary>
[Audience(Audience.Office, Role.Moderator)]
public sealed class MergeMethodsModel(AppDb db, Visitor visitor, Kinship.SheetLinks links, LibraryCache cache, TimeProvider clock) : Screen
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    [FromRoute(Name = "avec")] public string With { get; set; } = "";
    public Method Gone { get; private set; } = null!;
    public Method Kept { get; private set; } = null!;
    public int SheetsOfGone { get; private set; }
    public int SheetsOfKept { get; private set; }

    public override async Task<IActionResult?> Prepare()
    {
        if (Reference == With || await Mine(Reference) is not { } gone || await Mine(With) is not { } kept) return NotFound();
        (Gone, Kept) = (gone, kept);
        (SheetsOfGone, SheetsOfKept) = (await SheetsNaming(gone), await SheetsNaming(kept));
        return null;
    }

    async Task<Method?> Mine(string? reference) => reference?.Length == Rules.Reference.Length && await db.Methods.SingleOrDefaultAsync(m => m.Reference == reference) is { } method && await links.MayDescribe(method.Id, visitor) ? method : null;

    Task<int> SheetsNaming(Method method) => db.SheetLinks.Where(l => l.MethodId == method.Id && l.State == ModerationState.Shown).Select(l => l.SheetId).Distinct().CountAsync();

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        Kept.Describe(Kept.Kind, Kept.Name, Kept.Summary ?? Gone.Summary, Kept.Address ?? Gone.Address);
        db.Methods.Remove(Gone);
        db.Record(now, visitor.Actor, Acts.MethodsMerged, Kept);
        db.Record(now, visitor.Actor, Acts.MethodsMerged, Gone);
        await db.WriteWhole(Move);
        await cache.Forget();
        Flash("Les deux noms n’en font plus qu’un.");
        return Redirect($"/repertoire/methodes/{Kept.Reference}");
    }

    /// <summary>
    /// Behind the row that holds the library's version, as whoever ties a link: none is tied to what goes meanwhile. No circle can come of it, since a method is where a
    /// sheet comes from and comes from nothing itself.
    /// </summary>
    int Move(AppDb d)
    {
        d.Database.ExecuteSql($"update search_state set version = version");
        var (all, gone, kept) = (d.SheetLinks, Gone.Id, Kept.Id);
        if (!d.Methods.Any(m => m.Id == kept)) throw new RuleBroken("MET-R4", "Le nom qui devait rester vient de quitter le répertoire avec la dernière fiche qui le portait.");
        all.Where(l => l.MethodId == gone && all.Any(k => k.MethodId == kept && k.SheetId == l.SheetId && k.Relation == l.Relation)).ExecuteDelete();
        all.Where(l => l.MethodId == gone).ExecuteUpdate(u => u.SetProperty(l => l.MethodId, kept).SetProperty(l => l.Version, l => l.Version + 1));
        return d.SaveInWrite();
    }
}
