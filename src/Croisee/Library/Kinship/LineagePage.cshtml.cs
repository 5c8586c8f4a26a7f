using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Kinship;

/// <summary>The family tree of practices: drawn, and as a list that says the same. When all of them are too long for one page, each has its own (<c>?arbre=</c>).</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class LineagePageModel(AppDb db, SheetLinks links) : Screen
{
    public const string Path = "/repertoire/filiations", RootKey = "arbre";
    /// <summary>So many lines are drawn on one page.</summary>
    public const int LinesMax = 200;
    const int Size = 50;

    sealed record Named(Guid Id, string Label, string Reference, string Href);

    /// <summary>Each with how many experiences come from it, one counted once.</summary>
    public IReadOnlyList<(TreeNode Tree, int After)> Trees { get; private set; } = [];
    /// <summary>Instead of the trees, where they begin: those of the page that is asked for.</summary>
    public IReadOnlyList<(string Label, string Href, int After)> Roots { get; private set; } = [];
    public PageNumber Asked { get; private set; } = new(1, 1, false);
    public static string PageHref => $"{Path}?{PageNumber.Key}=";
    public bool NoSuchRoot { get; private set; }
    /// <summary>The only one that is shown.</summary>
    public TreeNode? Alone { get; private set; }

    public async Task OnGet()
    {
        var lineage = await links.Lineage();
        var known = await Names();
        string NameOf(Guid id) => known[id].Label;
        TreeNode Node(Kin kin) => new(known[kin.Id].Label, known[kin.Id].Href, [.. kin.Children.Select(Node)], kin.Again);
        var roots = lineage.Roots(NameOf);
        if (Request.Query[RootKey].ToString() is { Length: > 0 } asked)
        {
            var (root, after) = roots.FirstOrDefault(r => known[r.Root].Reference == asked);
            if (root != Guid.Empty) { Trees = [(Alone = Node(lineage.Tree(root, NameOf)), after)]; return; }
            NoSuchRoot = true;
        }
        if (roots.Count > 1 && lineage.Count + roots.Count > LinesMax)
        {
            Asked = PageNumber.Of(Request.Query, roots.Count, Size);
            Roots = [.. roots.Skip((Asked.Number - 1) * Size).Take(Size).Select(r => (NameOf(r.Root), $"{Path}?{RootKey}={known[r.Root].Reference}", r.After))];
        }
        else Trees = [.. lineage.Trees(NameOf).Zip(roots, (tree, root) => (Node(tree), root.After))];
        if (NoSuchRoot || Asked.IsMisasked) Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    async Task<Dictionary<Guid, Named>> Names()
    {
        var shown = db.SheetLinks.Where(l => l.State == ModerationState.Shown && l.Relation == LinkRelation.AdaptedFrom);
        var names = await db.Sheets.AsNoTracking().Where(s => shown.Any(l => l.SheetId == s.Id || l.SourceId == s.Id)).Select(s => new Named(s.Id, s.WithdrawnAt == null ? s.Title : s.TakenDown ? GoneWords.NamedByOrganisation : GoneWords.NamedByAuthors, s.Reference, "/experiences/" + s.Reference)).ToListAsync();
        names.AddRange(await db.Methods.AsNoTracking().Where(m => shown.Any(l => l.MethodId == m.Id)).Select(m => new Named(m.Id, m.Name, m.Reference, "/repertoire/methodes/" + m.Reference)).ToListAsync());
        return names.ToDictionary(n => n.Id);
    }
}
