using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.SafeRoom;

/// <summary>
/// A page of the safe room of one survey: for those declared for it today, their second factor passed, whatever role they hold or not. For everybody
/// else there is nothing here (S01).
/// </summary>
public abstract class SafeRoomScreen(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";

    public Survey Survey { get; private set; } = null!;
    public Analyst Analyst { get; private set; } = null!;
    protected AppDb Db => db;
    protected Visitor Visitor => visitor;
    protected DateTime Now => clock.UtcNow();

    /// <summary>After the door: an engagement to accept, a reason to give, something to load.</summary>
    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    public override async Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        if (await db.Surveys.Include(s => s.Organisation).Include(s => s.Places).Include(s => s.Revision).AsSplitQuery().SingleOrDefaultAsync(s => s.Reference == Reference) is not { } survey) return NotFound();
        Survey = survey;
        var mine = await db.Analysts.Include(a => a.Person).Where(a => a.SurveyId == survey.Id && a.PersonId == visitor.PersonId && a.EndedAt == null).ToListAsync();
        if (mine.Find(a => a.IsDeclaredAt(Now)) is not { } analyst) return NotFound();
        Analyst = analyst;
        if (!visitor.SecondFactorPassed) return Redirect(visitor.SecondFactorPath(Request.Path + Request.QueryString));
        return await Ready();
    }

    public string PathOf(string part = "") => $"/bureau/enquetes/{Survey.Reference}/salle" + (part.Length > 0 ? "/" + part : "");
}

/// <summary>A page inside: the engagement is accepted, and a reason was given on this device in the last two hours.</summary>
public abstract class InsideScreen(AppDb db, Visitor visitor, TimeProvider clock, Framework.Labels labels) : SafeRoomScreen(db, visitor, clock)
{
    /// <summary>The line of entry that this visit began with.</summary>
    public RoomLine Visit { get; private set; } = null!;
    public RawColumns Columns { get; private set; } = null!;

    protected override async Task<IActionResult?> Ready()
    {
        if (Analyst.PledgedAt is null) return Redirect(PathOf("engagement"));
        var (since, session) = (RoomLine.VisitsSince(Now), Visitor.SessionId);
        if (await Db.RoomLines.AsNoTracking().Where(l => l.AnalystId == Analyst.Id && l.SessionId == session && l.Act == RoomAct.Entered && l.At > since).OrderByDescending(l => l.At).FirstOrDefaultAsync() is not { } visit) return Redirect(PathOf("entrer"));
        (Visit, Columns) = (visit, new RawColumns(Survey, ContentJson.Read(Survey.Revision.Content), labels));
        return null;
    }

    /// <summary>The line is there before anything leaves.</summary>
    protected async Task Write(RoomAct act, string? what)
    {
        Db.RoomLines.Add(Visit.Then(Analyst, act, what, Now));
        await Db.SaveChangesAsync();
    }
}
