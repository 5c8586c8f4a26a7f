using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>A page of a group that reads for a call. Steering (admissibility, assignment, opening a deliberation) is for the organiser and for those who chair or facilitate.</summary>
public abstract class ReviewScreen(AppDb db, TimeProvider clock, Visitor visitor) : GroupScreen(db, clock, visitor)
{
    public ReadingGroup? Reads { get; private set; }
    public Call? Call { get; private set; }
    public bool Steers => Organises || Mine?.Role is SeatRole.Chair or SeatRole.Facilitator;
    protected DateTime Now => Clock.UtcNow();
    protected virtual bool ForSteering => false;

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        ViewData["Office"] = true;
        if (ForSteering && !Steers) return NotFound();
        Reads = await Db.ReadingGroups.SingleOrDefaultAsync(r => r.GroupId == Group.Id);
        if (Reads is null) return await Ready();
        Call = await Db.Calls.Include(c => c.Organisation).Include(c => c.Questions).SingleAsync(c => c.Id == Reads.CallId);
        return await Ready();
    }

    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    public string Path(string page) => $"/groupes/{Group.Reference}/{page}";
}

/// <summary>A page of the group about one experience of its call, drafts excepted: nobody but its authors reads a draft.</summary>
public abstract class ReviewedScreen(AppDb db, TimeProvider clock, Visitor visitor) : ReviewScreen(db, clock, visitor)
{
    [FromRoute(Name = "experience")] public string ExperienceReference { get; set; } = "";
    public Experience Experience { get; private set; } = null!;
    public AccountView View { get; private set; } = null!;

    protected override async Task<IActionResult?> Ready()
    {
        if (Call is null) return NotFound();
        var found = await Db.Experiences.Include(e => e.Call).Include(e => e.Steps).Include(e => e.Passages).AsSplitQuery()
            .SingleOrDefaultAsync(e => e.Reference == ExperienceReference && e.CallId == Call.Id && e.State != ExperienceState.Draft && e.State != ExperienceState.Withdrawn);
        if (found is null) return NotFound();
        Experience = found;
        View = new AccountView(found.Steps.ToAccount(), HttpContext.RequestServices.GetRequiredService<Framework.Labels>(), [.. Call.Questions]);
        return await Loaded();
    }

    protected virtual Task<IActionResult?> Loaded() => Task.FromResult<IActionResult?>(null);
}
