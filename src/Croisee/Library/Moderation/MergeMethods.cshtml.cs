using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Moderation;

/// <summary>Two names of one thing become one: the links, the address and the name of the one that goes lead to the one that stays. For whoever moderates a sheet of each.</summary>
[Audience(Audience.Office, Role.Moderator)]
public sealed class MergeMethodsModel(AppDb db, Visitor visitor, Kinship.SheetLinks links, LibraryCache cache, TimeProvider clock) : Screen
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    [FromRoute(Name = "avec")] public string With { get; set; } = "";
    public Method Gone { get; private set; } = null!;
    public Method Kept { get; private set; } = null!;
    public int SheetsOfGone { get; private set; }
    public int SheetsOfKept { get; private set; }
    /// <summary>Why the two cannot become one here; null when they can.</summary>
    public string? Hindrance { get; private set; }

    public override async Task<IActionResult?> Prepare()
    {
        if (Reference == With || await Mine(Reference) is not { } gone || await Mine(With) is not { } kept) return NotFound();
        (Gone, Kept) = (gone, kept);
        (SheetsOfGone, SheetsOfKept) = (await SheetsNaming(gone), await SheetsNaming(kept));
        Hindrance = gone.Kind != kept.Kind ? "Ces deux noms ne sont pas de la même sorte. Corrigez d’abord celui qui se trompe, sur sa page « Décrire »." : await OthersToAsk(gone) is { Count: > 0 } others ? "Des fiches d’autres organismes nomment ce qui disparaît. Demandez à qui les modère aussi : " + string.Join(", ", others) + "." : null;
        return null;
    }

    /// <summary>Organisations whose sheets name it and whose moderation is not this visitor’s.</summary>
    async Task<List<string>> OthersToAsk(Method gone)
    {
        var (touched, organisations) = (Touched(db, gone.Id), db.Organisations);
        return [.. (await organisations.Where(o => touched.Contains(o.Id)).Select(o => new { o.Path, o.Name }).ToListAsync()).Where(o => !visitor.Can(o.Path, Role.Moderator)).Select(o => o.Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>The organisations of the sheets whose links lead to it.</summary>
    static IQueryable<Guid> Touched(AppDb d, Guid method)
    {
        var sheets = d.Sheets;
        return d.SheetLinks.Where(l => l.MethodId == method).Join(sheets, l => l.SheetId, s => s.Id, (l, s) => s.OrganisationId).Distinct();
    }

    async Task<Method?> Mine(string? reference) => reference?.Length == Rules.Reference.Length && await db.Methods.SingleOrDefaultAsync(m => m.Reference == reference) is { } method && await links.MayDescribe(method.Id, visitor) ? method : null;

    Task<int> SheetsNaming(Method method) => db.SheetLinks.Where(l => l.MethodId == method.Id && l.State == ModerationState.Shown).Select(l => l.SheetId).Distinct().CountAsync();

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Hindrance is not null) throw new RuleBroken("MET-R5", Hindrance);
        var (now, touched) = (clock.UtcNow(), await Touched(db, Gone.Id).ToListAsync());
        Kept.Describe(Kept.Kind, Kept.Name, Kept.Summary ?? Gone.Summary, Kept.Address ?? Gone.Address);
        db.Methods.Remove(Gone);
        db.Record(now, visitor.Actor, Acts.MethodsMerged, Kept, $"{Gone.Reference} → {Kept.Reference}");
        // Names are words of authors, which the journal has none of: their references say which went, and where.
        foreach (var organisation in touched.Select(o => (Guid?)o).DefaultIfEmpty()) db.Record(now, visitor.Actor, Acts.MethodGone, Gone, $"{Gone.Reference} → {Kept.Reference}", organisation);
        await db.WriteWhole(d => Move(d, touched, now));
        await cache.Forget();
        Flash("Les deux noms n’en font plus qu’un.");
        return Redirect($"/repertoire/methodes/{Kept.Reference}");
    }

    /// <summary>
    /// Behind the row that holds the library's version, as whoever ties a link: none is tied to what goes meanwhile. No circle can come of it, since a method is where a
    /// sheet comes from and comes from nothing itself.
    /// </summary>
    int Move(AppDb d, List<Guid> touched, DateTime now)
    {
        d.Database.ExecuteSql($"update search_state set version = version");
        var (all, gone, kept) = (d.SheetLinks, Gone.Id, Kept.Id);
        if (!d.Methods.Any(m => m.Id == kept)) throw new RuleBroken("MET-R4", "Le nom qui devait rester vient de quitter le répertoire avec la dernière fiche qui le portait.");
        if (Touched(d, gone).AsEnumerable().Except(touched).Any()) throw new RuleBroken("MET-R5", "Une fiche d’un autre organisme vient de nommer ce qui disparaît. Rechargez la page.");
        all.Where(l => l.MethodId == gone && all.Any(k => k.MethodId == kept && k.SheetId == l.SheetId && k.Relation == l.Relation)).ExecuteDelete();
        all.Where(l => l.MethodId == gone).ExecuteUpdate(u => u.SetProperty(l => l.MethodId, kept).SetProperty(l => l.Version, l => l.Version + 1));
        // Proposed under the name that goes and not read yet: whoever reads it sees the name that it will have.
        var waiting = all.Where(l => l.State == ModerationState.Waiting && l.ProposedName != null).Select(l => new { l.Id, l.ProposedName }).AsEnumerable().Where(l => Method.KeyOf(l.ProposedName!) == Gone.NameKey).Select(l => l.Id).ToList();
        all.Where(l => waiting.Contains(l.Id)).ExecuteUpdate(u => u.SetProperty(l => l.ProposedName, Kept.Name).SetProperty(l => l.Version, l => l.Version + 1));
        // What went before into the one that goes now follows it.
        d.FormerMethods.Where(f => f.MethodId == gone).ExecuteUpdate(u => u.SetProperty(f => f.MethodId, kept));
        d.FormerMethods.Add(new FormerMethod(Gone, Kept, now));
        return d.SaveInWrite();
    }
}
