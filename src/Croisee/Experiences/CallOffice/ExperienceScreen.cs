using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

/// <summary>A page of the office about one sent experience. A draft is its authors' alone: here it does not exist.</summary>
public abstract class ExperienceScreen(AppDb db, Visitor visitor) : Screen
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";

    public Experience Experience { get; private set; } = null!;
    protected AppDb Db => db;
    protected Visitor Visitor => visitor;
    protected abstract Role[] Roles { get; }
    /// <summary>Whether the page changes the experience itself.</summary>
    protected virtual bool Changes => false;

    protected virtual IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences;
    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    public override async Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        var found = await Include((Changes ? db.Experiences.AsTracking() : db.Experiences.AsNoTracking()).Sent().Include(e => e.Call).ThenInclude(c => c.Organisation).AsSplitQuery()).SingleOrDefaultAsync(e => e.Reference == Reference);
        if (found is null || !visitor.Can(found.Call.Organisation.Path, Roles)) return NotFound();
        Experience = found;
        return await Ready();
    }
}
