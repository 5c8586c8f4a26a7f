using Croisee.Data;
using Croisee.Surveys.Cards;
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
/// The same form sent again finds its rows there and is confirmed like the first time (F20). The sheet's id comes from the form, never from the ticket: whoever learns
/// a ticket later does not learn which sheet it brought.
/// </summary>
public sealed class TakeAnswers(AppDb db, TimeProvider clock)
{
    const string Sheet = "feuille";

    /// <param name="ticket">Where the place gives cards: what this answer spends.</param>
    /// <returns>False when the ticket had answered before, with another sheet: nothing is kept.</returns>
    public async Task<bool> Run(PutSurvey put, string key, GivenAnswers given, HowAnswered how, CancellationToken cancel, Guid? ticket = null)
    {
        if (put.IsTrial) throw new InvalidOperationException("A trial is never stored.");
        // No sheet, and no card spent; what its caller changed beside it is saved all the same.
        if (given.IsBlank) ticket = null;
        else if (put.Survey.IsSigned) Sign(put, key, given, how);
        else Add(put, key, given, how);
        if (ticket is { } spent) db.SpentTickets.Add(new SpentTicket(put.Place, spent));
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateException e) when (e.IsRace() && !cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (await IsThere(put, key)) return true;
            if (ticket is not { } tried || !await db.SpentTickets.AnyAsync(t => t.PlaceId == put.Place.Id && t.Id == tried, cancel)) throw;
            return false;
        }
        return true;
    }

    /// <summary>
    /// A sheet on which nothing was answered is none: the rate counts valid answers (CMP-R6), and what a sheet with no answer would open for others is texts that fewer persons may have written (R4).
    /// Left out here, where its texts are still beside it: later a sheet without a closed answer may be one whose author only wrote. So no figure ever has to be put right.
    /// </summary>
    internal void Add(PutSurvey put, string key, GivenAnswers given, HowAnswered how)
    {
        if (given.IsBlank) return;
        var closed = given.Values.Where(v => put.Content.Find(v.Key) is { } q && !q.Kind.IsText());
        var day = clock.ParisToday();
        db.AnswerSheets.Add(new AnswerSheet(SheetKey.Id(key, Sheet), put.Survey, put.Place, day, how.Channel, how.Mode, AnswerSheet.Write(closed)));
        foreach (var (field, values) in given.Values)
            if (put.Content.Find(field) is { } question && question.Kind.IsText()) db.AnswerTexts.Add(new AnswerText(SheetKey.Id(key, field), put.Survey, put.Place, day, field, values[0]));
    }

    /// <summary>Another kind, another table: nothing of it goes where anonymous answers are (R10).</summary>
    void Sign(PutSurvey put, string key, GivenAnswers given, HowAnswered how) =>
        db.SignedSheets.Add(new SignedSheet(SheetKey.Id(key, Sheet), put.Survey, put.Place, clock.ParisToday(), how.Mode, how.Name, AnswerSheet.Write(given.Values)));

    /// <summary>Under which its sheet lies.</summary>
    internal static Guid IdOf(string key) => SheetKey.Id(key, Sheet);

    /// <summary>What a form with this key brought is here already.</summary>
    public Task<bool> IsThere(PutSurvey put, string key)
    {
        var id = SheetKey.Id(key, Sheet);
        return put.Survey.IsSigned ? db.SignedSheets.AnyAsync(s => s.Id == id) : IsThere(put.Survey.Id, id);
    }

    public Task<bool> IsThere(Guid survey, Guid sheet) => db.AnswerSheets.AnyAsync(s => s.SurveyId == survey && s.Id == sheet);
}
