using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>What an administrator sees: the organisations under their roles. Elsewhere absent and forbidden give the same answer (S01).</summary>
static class OfficeScope
{
    /// <summary>Organisations administered by <paramref name="visitor"/>, parents before children.</summary>
    public static async Task<List<Organisation>> Administered(this AppDb db, Visitor visitor)
    {
        var found = new List<Organisation>();
        foreach (var path in visitor.Scope(Role.Administrator))
            found.AddRange(await db.Organisations.AsNoTracking().Where(o => o.Path.StartsWith(path)).ToListAsync());
        return InTreeOrder(found);
    }

    public static async Task<Organisation?> AdministeredOne(this AppDb db, Visitor visitor, string reference)
    {
        reference = Rules.Reference.Normalise(reference);
        return await db.Organisations.SingleOrDefaultAsync(o => o.Reference == reference) is { } found && visitor.Can(found.Path, Role.Administrator) ? found : null;
    }

    public static int Depth(this Organisation organisation) => organisation.Path.Count(c => c == '/') - 2;

    static List<Organisation> InTreeOrder(List<Organisation> organisations)
    {
        var ids = organisations.Select(o => o.Id).ToHashSet();
        var children = organisations.Where(o => o.ParentId is { } parent && ids.Contains(parent)).ToLookup(o => o.ParentId!.Value);
        var ordered = new List<Organisation>(organisations.Count);
        void Walk(Organisation organisation)
        {
            ordered.Add(organisation);
            foreach (var child in children[organisation.Id].OrderBy(c => c.Name, StringComparer.Create(Words.Localizer.French, ignoreCase: true))) Walk(child);
        }
        foreach (var top in organisations.Where(o => o.ParentId is not { } parent || !ids.Contains(parent)).OrderBy(o => o.Path, StringComparer.Ordinal)) Walk(top);
        return ordered;
    }
}
