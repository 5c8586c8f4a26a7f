using Croisee.Data;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Signed;

/// <summary>A base older than the erasure came back: what a person asked to erase goes again (RGPD art. 17, S41).</summary>
static class EraseSignedAgain
{
    public static async Task<bool> Run(IServiceProvider services, Guid id, DateTime at)
    {
        var db = services.GetRequiredService<AppDb>();
        if (await db.SignedSheets.SingleOrDefaultAsync(s => s.Id == id) is not { } sheet) return false;
        var survey = await db.Surveys.SingleAsync(s => s.Id == sheet.SurveyId);
        db.SignedSheets.Remove(sheet);
        db.RecordErased<SignedSheet>(at, Actor.System, Acts.SignedErased, id, EraseAgain.Why, survey.OrganisationId);
        db.Record(at, Actor.System, Acts.SignedErased, survey, EraseAgain.Why, survey.OrganisationId);
        await db.SaveChangesAsync();
        return true;
    }
}
