using Croisee.Data;
using Croisee.Surveys.Content;
using Croisee.Surveys.Signed;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Answering;

/// <summary>How a person answered, beside what they answered.</summary>
/// <param name="Channel">V-CANAL.</param>
/// <param name="Mode">V-MODE-REPONSE, or null when it was not said.</param>
/// <param name="Name">Of who signs, in a survey of the signed kind.</param>
public sealed record HowAnswered(string Channel, string? Mode, string? Name = null);

/// <summary>
/// Stores what one person sent: closed answers as one row, each free text as another that nothing joins to it (R9, R10).
/// The same form sent again finds its rows there and is confirmed like the first time (F20).
/// </summary>
public sealed class TakeAnswers(AppDb db, TimeProvider clock)
{
    public async Task Run(PutSurvey put, string key, GivenAnswers given, HowAnswered how, CancellationToken cancel)
    {
        if (put.IsTrial) throw new InvalidOperationException("A trial is never stored.");
        if (put.Survey.IsSigned) { await Sign(put, key, given, how, cancel); return; }
        var closed = given.Values.Where(v => put.Content.Find(v.Key) is { } q && !q.Kind.IsText());
        var day = clock.ParisToday();
        db.AnswerSheets.Add(new AnswerSheet(SheetKey.Id(key, "feuille"), put.Survey, put.Place, day, how.Channel, how.Mode, AnswerSheet.Write(closed)));
        foreach (var (field, values) in given.Values)
            if (put.Content.Find(field) is { } question && question.Kind.IsText()) db.AnswerTexts.Add(new AnswerText(SheetKey.Id(key, field), put.Survey, put.Place, day, field, values[0]));
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await IsThere(put, key)) throw;
        }
    }

    /// <summary>Another kind, another table: nothing of it goes where anonymous answers are (R10).</summary>
    async Task Sign(PutSurvey put, string key, GivenAnswers given, HowAnswered how, CancellationToken cancel)
    {
        var id = SheetKey.Id(key, "feuille");
        if (await db.SignedSheets.AnyAsync(s => s.Id == id, cancel)) return;
        db.SignedSheets.Add(new SignedSheet(id, put.Survey, put.Place, clock.ParisToday(), how.Mode, how.Name, AnswerSheet.Write(given.Values)));
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await db.SignedSheets.AnyAsync(s => s.Id == id, cancel)) throw;
        }
    }

    Task<bool> IsThere(PutSurvey put, string key) => IsThere(put.Survey.Id, SheetKey.Id(key, "feuille"));

    public Task<bool> IsThere(Guid survey, Guid sheet) => db.AnswerSheets.AnyAsync(s => s.SurveyId == survey && s.Id == sheet);
}
