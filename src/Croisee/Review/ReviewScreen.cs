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
    /// <summary>The call of the address (<c>?appel=</c>), for a group that reads for several.</summary>
    [FromQuery(Name = "appel")] public string? CallSlug { get; set; }
    public ReadingGroup? Reads { get; private set; }
    public Call? Call { get; private set; }
    /// <summary>Every call that the group reads for, or has read for, the newest first.</summary>
    public IReadOnlyList<CallOfGroup> Calls { get; private set; } = [];
    public virtual bool Steers => Organises || Mine is { Leads: true };
    protected DateTime Now => Clock.UtcNow();
    protected virtual bool ForSteering => false;

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        ViewData["Office"] = true;
        if (ForSteering && !Steers) return NotFound();
        var (reads, calls) = (Db.ReadingGroups, Db.Calls);
        Calls = await reads.AsNoTracking().Where(r => r.GroupId == Group.Id).OrderByDescending(r => r.ChosenAt).ThenByDescending(r => r.Id).Join(calls, r => r.CallId, c => c.Id, (r, c) => new CallOfGroup(c.Id, c.Slug, c.Title)).ToListAsync();
        if (!string.IsNullOrEmpty(CallSlug) && Calls.All(c => c.Slug != CallSlug)) return NotFound();
        if (await Chosen() is not { } chosen) return await Ready();
        Reads = await reads.SingleAsync(r => r.CallId == chosen);
        Call = await calls.Include(c => c.Organisation).Include(c => c.Questions).SingleAsync(c => c.Id == chosen);
        return await Ready();
    }

    /// <summary>The call this page is about: that of the address, else the newest.</summary>
    protected virtual Task<Guid?> Chosen() => Task.FromResult((CallSlug is null or "" ? Calls.FirstOrDefault() : Calls.First(c => c.Slug == CallSlug))?.Id);

    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    public string Path(string page) => $"/groupes/{Group.Reference}/{page}";

    /// <summary>A page about the same call.</summary>
    public string PathOfCall(string page) => Path(page) + (Calls.Count > 1 && Call is not null ? "?appel=" + Call.Slug : "");
}

public sealed record CallOfGroup(Guid Id, string Slug, string Title);

/// <summary>A page of the group about one experience of its call, drafts excepted: nobody but its authors reads a draft.</summary>
public abstract class ReviewedScreen(AppDb db, TimeProvider clock, Visitor visitor) : ReviewScreen(db, clock, visitor)
{
    [FromRoute(Name = "experience")] public string ExperienceReference { get; set; } = "";
    public Experience Experience { get; private set; } = null!;
    public AccountView View { get; private set; } = null!;

    /// <summary>Not over an experience that a declared link keeps them away from, whatever seat they hold (EXP-R8). Who organises and does not sit has nothing to read there.</summary>
    public override bool Steers => base.Steers && !isKeptAway;
    bool isKeptAway;

    /// <summary>An experience says its own call.</summary>
    protected override async Task<Guid?> Chosen()
    {
        var call = await Db.Experiences.AsNoTracking().Where(e => e.Reference == ExperienceReference).Select(e => (Guid?)e.CallId).SingleOrDefaultAsync();
        return Calls.Any(c => c.Id == call) ? call : null;
    }

    protected override async Task<IActionResult?> Ready()
    {
        if (Call is null) return NotFound();
        var found = await Db.Experiences.Include(e => e.Call).Include(e => e.Steps).Include(e => e.Passages).AsSplitQuery()
            .SingleOrDefaultAsync(e => e.Reference == ExperienceReference && e.CallId == Call.Id && e.State != ExperienceState.Draft && e.State != ExperienceState.Withdrawn);
        if (found is null) return NotFound();
        Experience = found;
        isKeptAway = Mine is { } seat && (await Db.ReadingRecusals.AsNoTracking().Where(r => r.ExperienceId == found.Id).ToListAsync()).Any(l => l.KeepsAway(seat));
        if (ForSteering && !Steers) return NotFound();
        View = new AccountView(found.Steps.ToAccount(), HttpContext.RequestServices.GetRequiredService<Framework.Labels>(), [.. Call.Questions]);
        return await Loaded();
    }

    protected virtual Task<IActionResult?> Loaded() => Task.FromResult<IActionResult?>(null);
}
