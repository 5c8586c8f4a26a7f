using Croisee.Data;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Exchange;

/// <summary>
/// The sheets of a file that lie in a survey, found again by the file itself, or by a later one that holds them too: nothing that is kept says which sheet came from a file. Only where they lie and whether they were counted is asked; what
/// they answer is read by nobody here.
/// </summary>
static class FiledAnswers
{
    const int Part = 500;

    /// <summary>By id: the place where each is.</summary>
    public static async Task<Dictionary<Guid, Guid>> There(AppDb db, Survey survey, IEnumerable<string> keys, CancellationToken cancel)
    {
        var there = new Dictionary<Guid, Guid>();
        foreach (var part in keys.Select(TakeAnswers.IdOf).Chunk(Part))
            foreach (var sheet in await db.AnswerSheets.Where(s => s.SurveyId == survey.Id && part.Contains(s.Id)).Select(s => new { s.Id, s.PlaceId }).ToListAsync(cancel)) there[sheet.Id] = sheet.PlaceId;
        return there;
    }

    /// <summary>« 10 à « Les Tilleuls », 2 à « Les Saules » ».</summary>
    public static string Told(Survey survey, Dictionary<Guid, Guid> there) =>
        string.Join(", ", there.Values.GroupBy(p => p).Select(g => (Name: survey.Places.FirstOrDefault(p => p.Id == g.Key)?.Name ?? "", Count: g.Count())).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Count} à « {p.Name} »"));

    /// <summary>Takes them out again, to be saved by who asks. Null, and nothing is taken, when some were counted or their texts opened: what is published stands (R1).</summary>
    /// <returns>How many.</returns>
    public static async Task<int?> TakeOut(AppDb db, Survey survey, QuestionnaireContent content, IReadOnlyList<string> keys, CancellationToken cancel)
    {
        if (survey.SettledAt is not null) return null;
        var fields = content.Fields.Where(f => f.Question.Kind.IsText()).Select(f => f.Code).ToList();
        var (sheets, texts) = (new List<AnswerSheet>(), new List<AnswerText>());
        foreach (var part in keys.Select(TakeAnswers.IdOf).Chunk(Part)) sheets.AddRange(await db.AnswerSheets.Where(s => s.SurveyId == survey.Id && part.Contains(s.Id)).ToListAsync(cancel));
        foreach (var part in keys.SelectMany(k => fields.Select(f => SheetKey.Id(k, f))).Chunk(Part)) texts.AddRange(await db.AnswerTexts.Where(t => t.SurveyId == survey.Id && part.Contains(t.Id)).ToListAsync(cancel));
        if (sheets.Exists(s => s.Counted) || texts.Exists(t => t.Opened)) return null;
        db.RemoveRange(sheets);
        db.RemoveRange(texts);
        // A publication that is reading them now must not count what goes: it finds a ledger that changed, leaves everything, and begins again within the hour.
        if (await db.SurveyLedgers.SingleOrDefaultAsync(l => l.SurveyId == survey.Id, cancel) is { } ledger) db.Entry(ledger).Property(l => l.Version).IsModified = true;
        else db.SurveyLedgers.Add(new SurveyLedger(survey.Id));
        return sheets.Count;
    }
}
