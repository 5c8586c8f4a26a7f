using Croisee.Data;
using Croisee.Journal;
using Croisee.Library.Kinship;
using Croisee.People;
using Croisee.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Moderation;

/// <summary>A link that authors propose. Shown, it has a real row at its other end: a known method, a new one, or a sheet that does not come from this one.</summary>
[Audience(Audience.Office, Role.Moderator)]
public sealed class JudgeLinkModel(AppDb db, Visitor visitor, LibraryCache cache, SheetLinks links, TimeProvider clock) : JudgeScreen<SheetLink>(db, visitor, cache, clock)
{
    readonly Visitor visitor = visitor;

    public string Other { get; private set; } = "";
    public bool Known => known is not null;
    /// <summary>The name that the link will go to, where it is not the one that was proposed.</summary>
    public string? KnownAs => known is not null && known.NameKey != Method.KeyOf(Words.ProposedName ?? "") ? known.Name : null;
    Method? known;

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        if (Words.ProposedName is { } name) known = await links.Named(name);
        Other = Words.ProposedName ?? await Db.Methods.Where(m => m.Id == Words.MethodId).Select(m => m.Name).SingleOrDefaultAsync() ?? await Db.Sheets.Where(s => s.Id == Words.SourceId).Select(s => s.WithdrawnAt == null ? s.Title : s.TakenDown ? GoneWords.NamedByOrganisation : GoneWords.NamedByAuthors).SingleOrDefaultAsync() ?? "";
        return null;
    }

    protected override async Task Before(bool shown)
    {
        if (!shown || State is not ModerationState.Waiting) return;
        await links.RequireNew(Words, known?.Id);
        if (Words.SourceId is { } source) { (await links.Lineage()).Require(Words.SheetId, source); return; }
        if (known is null)
        {
            Db.Methods.Add(known = new Method(Words.ProposedKind, Words.ProposedName!, Now));
            Db.Record(Now, visitor.Actor, Acts.MethodDescribed, known, null, Sheet.OrganisationId);
        }
        Words.Tie(known);
    }

    protected override async Task Answered(bool shown)
    {
        if (!shown && Words.MethodId is { } id) Words.Untie(await Db.Methods.AsNoTracking().SingleAsync(m => m.Id == id));
    }

    /// <summary>Two links accepted at the same moment may close a circle that neither closes alone, or be the same one: looked at again inside the write, where no other one is.</summary>
    protected override async Task Save(bool shown)
    {
        if (!shown)
        {
            await Db.WriteWhole(db =>
            {
                db.SaveInWrite();
                return db.ForgetUnnamed();
            });
            return;
        }
        try
        {
            await Db.Write(db =>
            {
                var lineage = links.Hold(Words);
                if (Words.SourceId is { } source) lineage.Require(Words.SheetId, source);
                return db.SaveInWrite();
            });
        }
        catch (RuleBroken)
        {
            // The page that comes back shows the link as it is stored: waiting.
            Db.ChangeTracker.Clear();
            await Prepare();
            throw;
        }
    }
}
