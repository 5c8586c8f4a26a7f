using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>A page of the office about one place of a survey. A place of others and none at all give the same answer (S01).</summary>
public abstract class PlaceScreen(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";
    public SurveyPlace Place { get; private set; } = null!;

    protected virtual Task<IActionResult?> AtPlace() => Task.FromResult<IActionResult?>(null);

    protected override async Task<IActionResult?> Ready()
    {
        if (OwnPlaces.SingleOrDefault(p => p.Code == Code) is not { } place) return NotFound();
        Place = place;
        return await AtPlace();
    }

    /// <summary>Somebody may have withdrawn it meanwhile.</summary>
    public override async Task<IActionResult?> OnConflict()
    {
        var instead = await base.OnConflict();
        if (Survey.Places.SingleOrDefault(p => p.Code == Code) is not { } place) { Flash("Ce lieu n’est plus dans l’enquête."); return Redirect(PathOf()); }
        Place = place;
        return instead;
    }
}
