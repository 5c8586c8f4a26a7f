using Croisee.Data;
using Croisee.Surveys.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>
/// Lets free texts out by batches (R4, R9). Whoever may read them would otherwise watch somebody answer and then read what that person wrote: a text opens
/// when ten persons or more answered at its place since the last ones opened there. At the end the few that are left in several places open together, if ten
/// persons or more answered there; else they stay closed, and are erased with the others (domain 10.1).
/// </summary>
static class OpenTexts
{
    const int LeastPlaces = 2;

    public static int Run(AppDb d, Survey survey, bool over)
    {
        var answered = d.AnswerSheets.Where(s => s.SurveyId == survey.Id).GroupBy(s => s.PlaceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count);
        var since = survey.Places.Select(p => (Place: p, New: answered.GetValueOrDefault(p.Id) - p.TextsOpenedAt)).ToList();
        var opened = Open(d, survey, [.. since.Where(p => p.New >= Thresholds.LeastBatch).Select(p => p.Place)], answered, mixed: false);
        var few = since.Where(p => p.New is > 0 and < Thresholds.LeastBatch).ToList();
        if (!over || few.Count < LeastPlaces || few.Sum(p => p.New) < Thresholds.LeastBatch) return opened;
        return opened + Open(d, survey, [.. few.Select(p => p.Place)], answered, mixed: true);
    }

    static int Open(AppDb d, Survey survey, List<SurveyPlace> places, Dictionary<Guid, int> answered, bool mixed)
    {
        if (places.Count == 0) return 0;
        var ids = places.Select(p => p.Id).ToList();
        places.ForEach(p => p.TextsOpened(answered[p.Id]));
        return d.AnswerTexts.Where(t => t.SurveyId == survey.Id && !t.Opened && ids.Contains(t.PlaceId)).ExecuteUpdate(s => s.SetProperty(t => t.Opened, true).SetProperty(t => t.Mixed, mixed));
    }
}
