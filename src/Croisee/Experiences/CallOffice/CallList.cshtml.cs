using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class CallListModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public sealed record Row(string Slug, string Title, string Organisation, CallPhase Phase, DateOnly ClosesOn, int Drafts, int Received, int Published);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public override Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        return base.Prepare();
    }

    public async Task OnGet()
    {
        var now = clock.UtcNow();
        var calls = await db.Calls.AsNoTracking().Under(visitor.Scope(Role.Organiser, Role.Administrator)).Include(c => c.Organisation).ToListAsync();
        var ids = calls.Select(c => c.Id).ToList();
        var counts = await db.Experiences.Where(e => ids.Contains(e.CallId)).GroupBy(e => new { e.CallId, e.State, Shown = e.ShownSince != null }).Select(g => new { g.Key.CallId, g.Key.State, g.Key.Shown, Count = g.Count() }).ToListAsync();
        Rows = [.. calls.OrderBy(c => c.Phase(now) is CallPhase.Ended).ThenByDescending(c => c.CreatedAt).Select(c => new Row(c.Slug, c.Title, c.Organisation.Name, c.Phase(now), c.ClosesOn,
            Count(c.Id, (s, _) => s is ExperienceState.Draft), Count(c.Id, (s, _) => s is not ExperienceState.Draft), Count(c.Id, (_, shown) => shown)))];

        // Published is what everyone reads: a sheet that its authors correct stays shown.
        int Count(Guid call, Func<ExperienceState, bool, bool> which) => counts.Where(x => x.CallId == call && which(x.State, x.Shown)).Sum(x => x.Count);
    }
}
