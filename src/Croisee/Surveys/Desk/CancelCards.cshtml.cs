using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.OnPaper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>Cards of a place that were not served stop opening it: a batch was lost, or went to the wrong hands. All of them, and never how many (R1).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class CancelCardsModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : PaperScreen(db, visitor, put, clock)
{
    public sealed class CancelForm
    {
        [Required(ErrorMessage = "Dites pourquoi : le journal garde cette phrase."), StringLength(JournalEntry.ReasonMax, ErrorMessage = "Cette phrase est trop longue.")] public string? Reason { get; set; }
    }

    [BindProperty] public CancelForm Form { get; set; } = new();

    protected override bool OpensToPlaces => true;

    protected override Task<IActionResult?> Set() => Task.FromResult<IActionResult?>(Place.WithCodes && Survey.SettledAt is null ? null : Redirect(PathOf("codes/" + Place.Code)));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid) return Page();
        // A second page that was open meanwhile, to make cards or to cancel them, finds a survey that changed: new cards are not cancelled by an old page.
        Db.Entry(Survey).Property(s => s.Version).IsModified = true;
        Db.Record(Now, Visitor.Actor, Acts.CodesCancelled, Survey, $"{Place.Name} : {Form.Reason}", Survey.OrganisationId);
        var place = Place.Id;
        // Twice: a publication may be writing the table anew, and for that instant no code is there.
        await Db.WriteWhole(d => d.SaveInWrite() + Cancel(d, place) + Cancel(d, place), HttpContext.RequestAborted);
        Flash("Les cartes de ce lieu qui n’avaient pas servi sont annulées. Vous pouvez en faire de nouvelles.");
        return Redirect(PathOf("codes/" + Place.Code));
    }

    static int Cancel(AppDb d, Guid place) => d.OneTimeCodes.Where(c => c.PlaceId == place && !c.Used && !c.Cancelled).ExecuteUpdate(s => s.SetProperty(c => c.Cancelled, true));
}
