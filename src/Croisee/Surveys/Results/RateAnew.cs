using Croisee.Data;
using Croisee.Surveys.Aside;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>
/// The rate of answers once the number of persons of a place was corrected, or a place came or left (CMP-R6): of the band that is shown, among those declared now. Nothing else that was published moves, and no answer is read (R1).
/// </summary>
static class RateAnew
{
    /// <summary>A publication that writes the same figures meanwhile reads the corrected number itself.</summary>
    const int Tries = 3;

    /// <summary>What a place is read with.</summary>
    public static IReadOnlyList<string> Above(SurveyPlace place) => place.Grouping is { } grouping ? [SurveyPlan.PopulationOf(grouping), SurveyPlan.Whole] : [SurveyPlan.Whole];

    public static Task Of(AppDb db, Survey survey, SurveyPlace place, CancellationToken stop) => Of(db, survey, [SurveyPlan.PopulationOf(place.Id), .. Above(place)], stop);

    public static async Task Of(AppDb db, Survey survey, IEnumerable<string> populations, CancellationToken stop)
    {
        var content = ContentJson.Read(await db.Revisions.Where(r => r.QuestionnaireId == survey.QuestionnaireId && r.Number == survey.RevisionNumber).Select(r => r.Content).SingleAsync(stop));
        var asides = await db.SetAsides.AsNoTracking().Where(a => a.SurveyId == survey.Id && a.EndedOn == null && a.Day == null).Select(a => a.PlaceId).ToListAsync(stop);
        var design = SurveyPlan.Of(survey, content, asides.ToHashSet());
        // A grouping may have left with its only place.
        foreach (var population in populations.Distinct(StringComparer.Ordinal).Where(p => design.FromTheLeaves.Contains(p)))
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
