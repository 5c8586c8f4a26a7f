using Croisee.Journal;
using Croisee.People;
using Croisee.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Tests;

public sealed partial class Given
{
    /// <summary>A place of a survey belongs to an organisation that depends on the survey's.</summary>
    public Task ThePlaceIsOf(GivenSurvey given, Organisation organisation, int atPlace = 0) => place.Db(async db =>
    {
        var survey = await db.Surveys.Include(s => s.Organisation).Include(s => s.Places).SingleAsync(s => s.Id == given.Survey.Id);
        var at = survey.Places.Single(p => p.Id == given.Survey.Places[atPlace].Id);
        survey.CorrectPlace(at, organisation, at.Name, at.Eligible);
        db.Record(Now, Actor.System, Croisee.Surveys.Acts.PlaceCorrected, survey);
        return await db.SaveChangesAsync();
    });
}
