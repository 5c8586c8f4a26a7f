using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>The results of one place, for those who have its code: who lives there and who works there see the same, on the same day (EVA-R3, CMP-R1).</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class PlaceResultsModel(AppDb db, Localizer words, TimeProvider clock) : ResultScreen(db, words, clock)
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";
    public SurveyPlace Place { get; private set; } = null!;

    public override async Task<IActionResult?> Prepare()
    {
        var code = SurveyPlace.Normalise(Code);
        if (await Db.SurveyPlaces.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code) is not { } place) return NotFound();
        Place = place;
        await Load(await Db.Surveys.AsNoTracking().Include(s => s.Revision).Include(s => s.Organisation).SingleAsync(s => s.Id == place.SurveyId), SurveyPlan.PopulationOf(place.Id));
        return Survey.IsSigned ? NotFound() : null;
    }

    public void OnGet() { }
}
