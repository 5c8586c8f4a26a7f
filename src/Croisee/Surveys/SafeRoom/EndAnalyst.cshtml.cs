using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.SafeRoom;

[Audience(Audience.Office, Role.Administrator)]
public sealed class EndAnalystModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    public sealed class EndForm
    {
        [Required(ErrorMessage = "Dites pourquoi, en quelques mots."), StringLength(JournalEntry.ReasonMax, ErrorMessage = "Cette raison est trop longue.")] public string? Reason { get; set; }
    }

    [FromRoute(Name = "analyste")] public string Which { get; set; } = "";
    [BindProperty] public EndForm Form { get; set; } = new();
    public Analyst Analyst { get; private set; } = null!;
    protected override Role[] Roles => [Role.Administrator];

    protected override async Task<IActionResult?> Ready()
    {
        if (await Db.Analysts.Include(a => a.Person).SingleOrDefaultAsync(a => a.SurveyId == Survey.Id && a.Reference == Which && a.EndedAt == null) is not { } found) return NotFound();
        Analyst = found;
        return null;
    }

    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        Analyst.End(Now);
        return Saved(Acts.AnalystEnded, $"La salle est fermée pour {Analyst.Person.DisplayName}.", Form.Reason, "analystes");
    }
}
