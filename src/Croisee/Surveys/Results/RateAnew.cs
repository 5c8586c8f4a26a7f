using Croisee.Data;
using Croisee.Surveys.Aside;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>
/// The rate of answers once the number of persons of a place was corrected (CMP-R6): of the band that is shown, among those declared now. Nothing else that was published moves, and no answer is read (R1).
/// </summary>
static class RateAnew
{
    /// <summary>A publication that writes the same figures meanwhile reads the corrected number itself.</summary>
    const int Tries = 3;

    public static async Task Of(AppDb db, Survey survey, SurveyPlace place, CancellationToken stop)
    {
        var content = ContentJson.Read(await db.Revisions.Where(r => r.QuestionnaireId == survey.QuestionnaireId && r.Number == survey.RevisionNumber).Select(r => r.Content).SingleAsync(stop));
        var asides = await db.SetAsides.AsNoTracking().Where(a => a.SurveyId == survey.Id && a.EndedOn == null && a.Day == null).Select(a => a.PlaceId).ToListAsync(stop);
        var design = SurveyPlan.Of(survey, content, asides.ToHashSet());
        var own = SurveyPlan.PopulationOf(place.Id);
        foreach (var population in design.Above(own).Prepend(own))
            for (var tries = 0; tries < Tries && !await Write(db, survey.Id, population, design.Eligible(population), stop); tries++) { }
    }

    /// <returns>False when somebody else wrote these figures at the same time.</returns>
    static async Task<bool> Write(AppDb db, Guid survey, string population, int? eligible, CancellationToken stop)
    {
        if (await db.PublishedFigures.AsNoTracking().SingleOrDefaultAsync(f => f.SurveyId == survey && f.Population == population, stop) is not { } figures) return true;
        var before = figures.Tables;
        figures.Rate(eligible);
        var after = figures.Tables;
        return after == before || await db.Write(d => d.PublishedFigures.Where(f => f.SurveyId == survey && f.Population == population && f.Tables == before).ExecuteUpdate(s => s.SetProperty(f => f.Tables, after)), stop) > 0;
    }
}
