using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

/// <summary>A page of the office about one call. Another organisation's call and no call at all give the same answer (S01).</summary>
public abstract class CallScreen(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    [FromRoute(Name = "slug")] public string Slug { get; set; } = "";
    /// <summary>The version of the call that this form was filled in on.</summary>
    [FromForm(Name = "version")] public int Seen { get; set; }

    public Call Call { get; private set; } = null!;
    protected AppDb Db => db;
    protected Visitor Visitor => visitor;
    public DateTime Now => clock.UtcNow();
    /// <summary>Who may come here besides the administrators of the organisation.</summary>
    protected virtual Role[] Roles => [Role.Organiser];

    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    public override async Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        var call = await Find();
        if (call is null || !visitor.Can(call.Organisation.Path, [.. Roles, Role.Administrator])) return NotFound();
        Call = call;
        if (HttpMethods.IsPost(Request.Method)) db.Entry(call).Property(c => c.Version).OriginalValue = Seen;
        else Seen = call.Version;
        return await Ready();
    }

    Task<Call?> Find() => db.Calls.Include(c => c.Organisation).Include(c => c.Extensions).Include(c => c.Questions).AsSplitQuery().SingleOrDefaultAsync(c => c.Slug == Slug);

    /// <summary>One save, with who did it; the public pages show it at once.</summary>
    protected async Task<IActionResult> Saved(string act, string? reason, string line, string part = "")
    {
        db.Record(Now, visitor.Actor, act, Call, reason, Call.OrganisationId);
        await db.SaveChangesAsync();
        await Calls.CallCaching.Changed(HttpContext.RequestServices.GetRequiredService<Microsoft.AspNetCore.OutputCaching.IOutputCacheStore>());
        Flash(line);
        return Redirect(PathOf(part));
    }

    public string PathOf(string part) => $"/bureau/appels/{Call.Slug}" + (part.Length > 0 ? "/" + part : "");

    /// <summary>Somebody else saved meanwhile: what was typed stays, and the next sending is based on what they saved.</summary>
    public override async Task<IActionResult?> OnConflict()
    {
        db.ChangeTracker.Clear();
        Call = (await Find())!;
        Seen = Call.Version;
        return await base.OnConflict();
    }
}
