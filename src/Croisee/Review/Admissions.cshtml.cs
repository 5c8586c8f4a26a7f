using Croisee.Data;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

[Audience(Audience.Member)]
public sealed class AdmissionsModel(AppDb db, TimeProvider clock, Visitor visitor) : ReviewScreen(db, clock, visitor)
{
    public sealed record Line(string Reference, string Title, DateTime SentOn);

    protected override bool ForSteering => true;
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    protected override async Task<IActionResult?> Ready()
    {
        if (Call is null) return NotFound();
        Lines = await Db.Experiences.AsNoTracking().Where(e => e.CallId == Call.Id && e.State == ExperienceState.Submitted).OrderBy(e => e.SubmittedAt).Select(e => new Line(e.Reference, e.Title, e.SubmittedAt!.Value)).ToListAsync();
        return null;
    }

    public void OnGet() { }
}
