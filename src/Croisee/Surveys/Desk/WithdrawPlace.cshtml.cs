using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Results;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>A place that was added by mistake leaves, as long as nothing came to it.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class WithdrawPlaceModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : PlaceScreen(db, visitor, put, clock)
{
    public sealed class WithdrawForm
    {
        [Required(ErrorMessage = "Dites pourquoi, en quelques mots."), StringLength(JournalEntry.ReasonMax / 2, ErrorMessage = "Cette raison est trop longue.")] public string? Reason { get; set; }
    }

    [BindProperty] public WithdrawForm Form { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (await UsedPlaces.Has(Db, Place, HttpContext.RequestAborted)) throw new RuleBroken("SUR-PLACE", "On a répondu dans ce lieu, ou un appareil y est préparé, ou une carte y a servi : il reste dans l’enquête.");
        var above = RateAnew.Above(Place);
        Survey.WithdrawPlace(Place);
        Db.SurveyPlaces.Remove(Place);
        Touch();
        var done = await Saved(Acts.PlaceWithdrawn, $"« {Place.Name} » n’est plus dans l’enquête.", $"{Place.Name} : {Form.Reason}");
        // Fewer persons could answer.
        await RateAnew.Of(Db, Survey, above, CancellationToken.None);
        return done;
    }
}
