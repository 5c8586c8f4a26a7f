using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Kinship;

/// <summary>One end of a link as it is read: where it leads and what it is called.</summary>
public sealed record LinkEnd(LinkRelation Relation, string Title, string Href, bool FromHere);

/// <summary>The links of sheets that everybody may read.</summary>
public sealed class SheetLinks(AppDb db)
{
    IQueryable<SheetLink> Shown => db.SheetLinks.AsNoTracking().Where(l => l.State == ModerationState.Shown);

    /// <summary>What a sheet holds to, and the sheets that were adapted from it.</summary>
    public async Task<IReadOnlyList<LinkEnd>> Of(Guid sheet) => [.. (await Of([sheet]))[sheet]];

    /// <summary>The same for several sheets.</summary>
    public async Task<ILookup<Guid, LinkEnd>> Of(IEnumerable<Guid> some)
    {
        var ids = some.ToList();
        var (methods, sheets) = (db.Methods, db.Sheets);
        var things = await Shown.Where(l => ids.Contains(l.SheetId) && l.MethodId != null).Join(methods, l => l.MethodId, m => m.Id, (l, m) => new { Sheet = l.SheetId, l.Relation, m.Name, m.Reference, l.At }).OrderBy(x => x.At).ToListAsync();
        var from = await Shown.Where(l => ids.Contains(l.SheetId) && l.SourceId != null).Join(sheets, l => l.SourceId, s => s.Id, (l, s) => new { Sheet = l.SheetId, Title = s.WithdrawnAt == null ? s.Title : s.TakenDown ? GoneWords.NamedByOrganisation : GoneWords.NamedByAuthors, s.Reference, l.At }).OrderBy(x => x.At).ToListAsync();
        var to = await Shown.Where(l => l.SourceId != null && ids.Contains(l.SourceId.Value)).Join(sheets, l => l.SheetId, s => s.Id, (l, s) => new { Sheet = l.SourceId!.Value, s.Title, s.Reference, l.At }).OrderBy(x => x.At).ToListAsync();
        return things.Select(t => (t.Sheet, End: new LinkEnd(t.Relation, t.Name, "/repertoire/methodes/" + t.Reference, true)))
            .Concat(from.Select(f => (f.Sheet, End: new LinkEnd(LinkRelation.AdaptedFrom, f.Title, "/experiences/" + f.Reference, true))))
            .Concat(to.Select(t => (t.Sheet, End: new LinkEnd(LinkRelation.AdaptedFrom, t.Title, "/experiences/" + t.Reference, false)))).ToLookup(l => l.Sheet, l => l.End);
    }

    /// <summary>Whose sheets name this method.</summary>
    Task<List<string>> PathsNaming(Guid method)
    {
        var (sheets, organisations) = (db.Sheets, db.Organisations);
        return Shown.Where(l => l.MethodId == method).Join(sheets, l => l.SheetId, s => s.Id, (l, s) => s.OrganisationId).Join(organisations, id => id, o => o.Id, (id, o) => o.Path).Distinct().ToListAsync();
    }

    /// <summary>Who moderates one of the sheets that name a method may describe it.</summary>
    public async Task<bool> MayDescribe(Guid method, Visitor visitor) => (await PathsNaming(method)).Any(path => visitor.Can(path, Role.Moderator));

    /// <summary>The one that bears a name, or that bore it before it was made one with another.</summary>
    public async Task<Method?> Named(string name)
    {
        var (key, former) = (Method.KeyOf(name), db.FormerMethods);
        return await db.Methods.SingleOrDefaultAsync(m => m.NameKey == key) ?? await db.Methods.SingleOrDefaultAsync(m => former.Any(f => f.NameKey == key && f.MethodId == m.Id));
    }

    /// <summary>Every « adapted from » as child and parent, methods and sheets alike.</summary>
    public async Task<Lineage> Lineage() => new((await Adapted.ToListAsync()).Select(Pair));

    /// <summary>The same inside a write, and nobody adds to it until that write ends: the row that holds the library's version is taken first, on both engines.</summary>
    public Lineage Hold(SheetLink link)
    {
        db.Database.ExecuteSql($"update search_state set version = version");
        if (Same(link, link.MethodId).Any()) throw Twice();
        if (link.MethodId is { } method && !db.Methods.Local.Any(m => m.Id == method && db.Entry(m).State is EntityState.Added) && !db.Methods.Any(m => m.Id == method))
            throw new RuleBroken("MET-R4", "Ce nom vient de quitter le répertoire avec la dernière fiche qui le portait. Enregistrez encore une fois : le lien le fera revenir.", "Verdict");
        if (db.Methods.Local.FirstOrDefault(m => db.Entry(m).State is EntityState.Added) is { } made && db.FormerMethods.Any(f => f.NameKey == made.NameKey))
            throw new RuleBroken("MET-R4", "Ce nom vient d’être réuni à un autre. Enregistrez encore une fois : le lien ira vers celui qui reste.", "Verdict");
        return new(Adapted.AsEnumerable().Select(Pair));
    }

    /// <summary>Refuses what the sheet says already.</summary>
    public async Task RequireNew(SheetLink link, Guid? method)
    {
        if (await Same(link, method).AnyAsync()) throw Twice();
    }

    IQueryable<SheetLink> Same(SheetLink link, Guid? method) =>
        Shown.Where(l => l.Id != link.Id && l.SheetId == link.SheetId && l.Relation == link.Relation && (l.MethodId != null && l.MethodId == method || l.SourceId != null && l.SourceId == link.SourceId));

    static RuleBroken Twice() => new("MET-R4", "La fiche dit déjà ce lien : il est publié une fois.", "Verdict");

    IQueryable<SheetLink> Adapted => Shown.Where(l => l.Relation == LinkRelation.AdaptedFrom);

    static (Guid Child, Guid Parent) Pair(SheetLink link) => (link.SheetId, (link.MethodId ?? link.SourceId)!.Value);
}
