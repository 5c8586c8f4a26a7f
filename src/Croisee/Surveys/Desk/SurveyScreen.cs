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

    /// <summary>Whether those who organise one place only come here too, for their place (CMP-R1). Nowhere unless a page says so.</summary>
    protected virtual bool OpensToPlaces => false;

    /// <summary>Runs the survey, and not one place of it only.</summary>
    public bool RunsSurvey { get; private set; }
    HashSet<Guid> own = [];

    /// <summary>The places that this person sees: all, or those of their organisation.</summary>
    public IEnumerable<SurveyPlace> OwnPlaces => Survey.Places.Where(p => RunsSurvey || own.Contains(p.Id));

    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    public override async Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        if (await Find() is not { } found) return NotFound();
        RunsSurvey = visitor.Can(found.Organisation.Path, Roles);
        if (!RunsSurvey && OpensToPlaces) own = await OwnOf(found);
        if (!RunsSurvey && own.Count == 0) return NotFound();
        Survey = found;
        if (HttpMethods.IsPost(Request.Method)) db.Entry(found).Property(s => s.Version).OriginalValue = Seen;
        else Seen = found.Version;
        return await Ready();
    }

    async Task<HashSet<Guid>> OwnOf(Survey survey)
    {
        var linked = survey.Places.Select(p => p.OrganisationId).OfType<Guid>().Distinct().ToList();
        var mine = (await db.Organisations.AsNoTracking().Where(o => linked.Contains(o.Id)).Select(o => new { o.Id, o.Path }).ToListAsync()).Where(o => visitor.Can(o.Path, Role.Organiser)).Select(o => o.Id).ToHashSet();
        return [.. survey.Places.Where(p => p.OrganisationId is { } organisation && mine.Contains(organisation)).Select(p => p.Id)];
    }

    Task<Survey?> Find() => db.Surveys.Include(s => s.Organisation).Include(s => s.Places).SingleOrDefaultAsync(s => s.Reference == Reference);

    /// <summary>What is saved is of the places: who had the page before them all the same finds a survey that changed.</summary>
    protected void Touch() => db.Entry(Survey).Property(s => s.Version).IsModified = true;

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
