using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class SurveyListModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public IReadOnlyList<Survey> Rows { get; private set; } = [];
    public DateTime Now => clock.UtcNow();

    public override Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        return base.Prepare();
    }

    public async Task OnGet()
    {
        var paths = visitor.Scope(Role.Organiser, Role.Administrator);
        Rows = await db.Surveys.AsNoTracking().Include(s => s.Organisation).Include(s => s.Places).Where(s => paths.Any(p => s.Organisation.Path.StartsWith(p))).OrderByDescending(s => s.ClosesOn).ToListAsync();
    }
}
