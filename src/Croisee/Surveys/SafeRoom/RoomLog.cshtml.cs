using System.Globalization;
using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.SafeRoom;

/// <summary>What was done in the safe room: who, when, what, why. Read by those who administer the survey's organisation and by the analysts declared today; changed by nobody.</summary>
[Audience(Audience.Person)]
public sealed class RoomLogModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    const int PerPage = 100;

    public sealed record Line(DateTime At, string Who, RoomAct Act, string? What, string Why);

    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    [BindProperty(SupportsGet = true, Name = "feuille")] public string? Feuille { get; set; }
    public Survey Survey { get; private set; } = null!;
    public bool IsAnalyst { get; private set; }
    public int Number { get; private set; }
    public int Total { get; private set; }
    public int Pages => Math.Max(1, (Total + PerPage - 1) / PerPage);
    public List<Line> Lines { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        if (await db.Surveys.AsNoTracking().Include(s => s.Organisation).SingleOrDefaultAsync(s => s.Reference == Reference) is not { } survey) return NotFound();
        Survey = survey;
        var (now, me) = (clock.UtcNow(), visitor.PersonId);
        var mine = await db.Analysts.AsNoTracking().Where(a => a.SurveyId == survey.Id && a.PersonId == me && a.EndedAt == null).ToListAsync();
        IsAnalyst = mine.Exists(a => a.IsDeclaredAt(now));
        var administers = visitor.Grants.Any(g => g.Role is Role.Administrator && survey.Organisation.Path.StartsWith(g.Path, StringComparison.Ordinal));
        if (!IsAnalyst && !administers) return NotFound();
        return visitor.SecondFactorPassed ? null : Redirect(visitor.SecondFactorPath(Request.Path + Request.QueryString));
    }

    public async Task OnGet()
    {
        var lines = db.RoomLines.AsNoTracking().Where(l => l.SurveyId == Survey.Id);
        Total = await lines.CountAsync();
        Number = int.TryParse(Feuille, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, Pages) : 1;
        var persons = db.Persons;
        Lines = await lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Skip((Number - 1) * PerPage).Take(PerPage)
            .Join(persons, l => l.PersonId, p => p.Id, (l, p) => new { Line = l, p.DisplayName }).OrderByDescending(x => x.Line.At).ThenByDescending(x => x.Line.Id)
            .Select(x => new Line(x.Line.At, x.DisplayName, x.Line.Act, x.Line.What, x.Line.Why)).ToListAsync();
    }

    public static string Said(RoomAct act) => act switch
    {
        RoomAct.Entered => "est entré·e",
        RoomAct.Crossed => "a croisé",
        RoomAct.TookAnswers => "a pris le fichier des réponses",
        _ => "a pris le fichier des codes",
    };
}
