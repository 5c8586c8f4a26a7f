using Croisee.Data;
using Croisee.Surveys.Aside;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>Whether anything came to a place, or may still come: then it stays in its survey. Only that is said, never what nor how much (R1).</summary>
static class UsedPlaces
{
    public static async Task<bool> Has(AppDb db, SurveyPlace place, CancellationToken stop)
    {
        var (survey, id, population) = (place.SurveyId, place.Id, Results.SurveyPlan.PopulationOf(place.Id));
        return await db.AnswerSheets.AnyAsync(s => s.SurveyId == survey && s.PlaceId == id, stop) || await db.SignedSheets.AnyAsync(s => s.SurveyId == survey && s.PlaceId == id, stop)
            || await db.PaperEntries.AnyAsync(e => e.SurveyId == survey && e.PlaceId == id, stop) || await db.OfflineDevices.AnyAsync(d => d.SurveyId == survey && d.PlaceId == id, stop)
            || await db.SetAsides.AnyAsync(a => a.SurveyId == survey && a.PlaceId == id, stop) || await db.PublishedFigures.AnyAsync(f => f.SurveyId == survey && f.Population == population, stop)
            // Who gave a card is answering, or will with the ticket that it gave.
            || await db.SpentTickets.AnyAsync(t => t.PlaceId == id, stop) || await db.OneTimeCodes.AnyAsync(c => c.PlaceId == id && c.Used, stop);
    }
}
