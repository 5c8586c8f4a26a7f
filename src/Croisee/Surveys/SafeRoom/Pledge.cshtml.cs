using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.SafeRoom;

/// <summary>What an analyst promises before the first entry; afterwards it can be read again.</summary>
[Audience(Audience.Person)]
public sealed class PledgeModel(AppDb db, Visitor visitor, TimeProvider clock) : SafeRoomScreen(db, visitor, clock)
{
    public const string Yes = "oui";

    public sealed class PledgeForm
    {
        public string? Accepted { get; set; }
    }

    [BindProperty] public PledgeForm Form { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Form.Accepted != Yes) { ModelState.AddModelError("Form.Accepted", "Cochez la case pour vous engager ; sans cela, la salle reste fermée."); return Page(); }
        Analyst.Pledge(Now);
        Db.Record(Now, Visitor.Actor, Acts.AnalystPledged, Analyst, null, Survey.OrganisationId);
        await Db.SaveChangesAsync();
        return Redirect(PathOf("entrer"));
    }
}
