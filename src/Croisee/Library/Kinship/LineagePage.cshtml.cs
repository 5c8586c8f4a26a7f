using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Kinship;

/// <summary>The family tree of practices: drawn, and as a list that says the same.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class LineagePageModel(AppDb db, SheetLinks links) : Screen
{
    /// <summary>Each with how many experiences come from it, one counted once.</summary>
    public IReadOnlyList<(TreeNode Tree, int After)> Trees { get; private set; } = [];

    public async Task OnGet()
    {
        var lineage = await links.Lineage();
        var shown = db.SheetLinks.Where(l => l.State == ModerationState.Shown && l.Relation == LinkRelation.AdaptedFrom);
        var names = await db.Sheets.AsNoTracking().Where(s => shown.Any(l => l.SheetId == s.Id || l.SourceId == s.Id)).Select(s => new { s.Id, Label = s.WithdrawnAt == null ? s.Title : s.TakenDown ? GoneWords.NamedByOrganisation : GoneWords.NamedByAuthors, Href = "/experiences/" + s.Reference }).ToListAsync();
        names.AddRange(await db.Methods.AsNoTracking().Where(m => shown.Any(l => l.MethodId == m.Id)).Select(m => new { m.Id, Label = m.Name, Href = "/repertoire/methodes/" + m.Reference }).ToListAsync());
        var known = names.ToDictionary(n => n.Id);
        TreeNode Named(Kin kin) => new(known[kin.Id].Label, known[kin.Id].Href, [.. kin.Children.Select(Named)], kin.Again);
        Trees = [.. lineage.Trees(id => known[id].Label).Select(t => (Named(t), lineage.From(t.Id).Count))];
    }
}
