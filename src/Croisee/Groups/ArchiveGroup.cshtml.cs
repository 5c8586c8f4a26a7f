using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Groups;

/// <summary>A group that has finished leaves the lists, and can be opened again; not while something is in its hands.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class ArchiveGroupModel(AppDb db, TimeProvider clock, Visitor visitor, IEnumerable<IGroupInHand> holders) : GroupScreen(db, clock, visitor)
{
    /// <summary>Which of both the button said: a form sent twice does it once.</summary>
    [FromForm(Name = "archive")] public string? Wanted { get; set; }

    public IReadOnlyList<string> InHand { get; private set; } = [];
    protected override bool ForOrganisers => true;
    protected override bool WhenArchived => true;

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        if (Group.IsArchived) return null;
        var reasons = new List<string>();
        foreach (var holder in holders) if (await holder.Of(Group.Id, HttpContext.RequestAborted) is { } reason) reasons.Add(reason);
        InHand = reasons;
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var (now, archive) = (Clock.UtcNow(), Wanted != "non");
        if (archive == Group.IsArchived) return ToSeats();
        if (archive && InHand.Count > 0) throw new RuleBroken("group.held", InHand[0]);
        if (archive) Group.Archive(now); else Group.Reopen();
        Db.Record(now, Me.Actor, archive ? Acts.Archived : Acts.Reopened, Group, null, Group.OrganisationId);
        await Db.SaveChangesAsync();
        Flash(archive ? "Le groupe est archivé." : "Le groupe est rouvert.");
        return archive ? Redirect("/bureau/groupes") : ToSeats();
    }
}
