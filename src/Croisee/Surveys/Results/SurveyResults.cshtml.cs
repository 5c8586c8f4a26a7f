using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>What a survey says as a whole, for everybody, the same day for persons and professionals (EVA-R3). A survey of one place has that place's results.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class SurveyResultsModel(AppDb db, Localizer words, TimeProvider clock) : ResultScreen(db, words, clock)
{
    public static readonly string[] Formats = ["csv", "xlsx", "ods"];

    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";

    public override async Task<IActionResult?> Prepare()
    {
        var survey = await Db.Surveys.AsNoTracking().Include(s => s.Organisation).Include(s => s.Places).Include(s => s.Revision).SingleOrDefaultAsync(s => s.Reference == Reference);
        if (survey is null) return NotFound();
        await Load(survey, survey.Places is [var only] ? SurveyPlan.PopulationOf(only.Id) : SurveyPlan.Whole);
        return null;
    }

    public void OnGet() { }
}
