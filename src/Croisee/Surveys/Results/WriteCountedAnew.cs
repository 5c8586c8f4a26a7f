using Croisee.Data;
using Croisee.Surveys.Cards;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>
/// After a publication: what it counted, and all that these days hold, written anew part by part (S22). No figure moves here, so readers see the same before, between and after; everybody else's
/// saves pass between two parts. The publication itself leaves a mark, which goes last: whatever stops this, the next hour does it again, whole.
/// </summary>
public sealed class WriteCountedAnew(AppDb db)
{
    /// <param name="days">Null for everything: at the end, and after one that was stopped.</param>
    public async Task Run(Guid id, IReadOnlyCollection<DateOnly>? days, CancellationToken stop)
    {
        var survey = await db.Surveys.Include(s => s.Places).SingleAsync(s => s.Id == id, stop);
        var (sheets, texts) = (db.AnswerSheets.Where(s => s.SurveyId == id), db.AnswerTexts.Where(t => t.SurveyId == id));
        if (survey.SettledAt is null) sheets = sheets.Where(s => s.Counted);
        if (days is not null)
        {
            var months = days.Select(day => new DateOnly(day.Year, day.Month, 1)).Distinct().ToList();
            (sheets, texts) = (sheets.Where(s => days.Contains(s.Day)), texts.Where(t => months.Contains(t.Month)));
        }
        await WriteAnew.Rows<AnswerSheet, Guid>(db, sheets, nameof(AnswerSheet.Id), stop, of: (nameof(AnswerSheet.SurveyId), [id]));
        await WriteAnew.Rows<AnswerText, Guid>(db, texts, nameof(AnswerText.Id), stop, of: (nameof(AnswerText.SurveyId), [id]));
        // A code is marked when it is taken, a ticket written when it answers.
        var cards = survey.Places.Where(p => p.WithCodes).Select(p => p.Id).ToList();
        if (cards.Count > 0)
        {
            await WriteAnew.Rows<OneTimeCode, string>(db, db.OneTimeCodes.Where(c => cards.Contains(c.PlaceId)), nameof(OneTimeCode.Hash), stop, of: (nameof(OneTimeCode.PlaceId), cards));
            await WriteAnew.Rows<SpentTicket, Guid>(db, db.SpentTickets.Where(t => cards.Contains(t.PlaceId)), nameof(SpentTicket.Id), stop, of: (nameof(SpentTicket.PlaceId), cards));
        }
        await db.ForgetOrder(stop);
        await db.Write(d => d.SurveyLedgers.Where(l => l.SurveyId == id).ExecuteUpdate(s => s.SetProperty(l => l.KeepsOrder, false)), stop);
        // As it was read, it bears the mark still: whoever publishes once more beside it would leave none.
        foreach (var known in db.ChangeTracker.Entries<SurveyLedger>().Where(l => l.Entity.SurveyId == id).ToList()) known.State = EntityState.Detached;
    }
}
