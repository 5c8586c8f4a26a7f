using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>A page of the office about one survey. Another organisation's and none at all give the same answer (S01).</summary>
public abstract class SurveyScreen(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : Screen
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    [FromForm(Name = "version")] public int Seen { get; set; }

    public Survey Survey { get; private set; } = null!;
    protected AppDb Db => db;
    protected Visitor Visitor => visitor;
    public DateTime Now => clock.UtcNow();

    /// <summary>Who reads this page of the survey.</summary>
    protected virtual Role[] Roles => [Role.Organiser, Role.Administrator];

    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    public override async Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        var found = await Find();
        if (found is null || !visitor.Can(found.Organisation.Path, Roles)) return NotFound();
        Survey = found;
        if (HttpMethods.IsPost(Request.Method)) db.Entry(found).Property(s => s.Version).OriginalValue = Seen;
        else Seen = found.Version;
        return await Ready();
    }

    Task<Survey?> Find() => db.Surveys.Include(s => s.Organisation).Include(s => s.Places).SingleOrDefaultAsync(s => s.Reference == Reference);

    protected async Task<IActionResult> Saved(string act, string line, string? reason = null, string part = "")
    {
        db.Record(Now, visitor.Actor, act, Survey, reason, Survey.OrganisationId);
        await db.SaveChangesAsync();
        put.Forget();
        await HttpContext.RequestServices.GetRequiredService<IOutputCacheStore>().EvictByTagAsync(PublicCache.Tag, CancellationToken.None);
        Flash(line);
        return Redirect(PathOf(part));
    }

    public string PathOf(string part = "") => $"/bureau/enquetes/{Survey.Reference}" + (part.Length > 0 ? "/" + part : "");

    public override async Task<IActionResult?> OnConflict()
    {
        db.ChangeTracker.Clear();
        Survey = (await Find())!;
        Seen = Survey.Version;
        return await base.OnConflict();
    }
}
