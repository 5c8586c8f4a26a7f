using Croisee.Data;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.OnPaper;

/// <summary>Papers whose second keying never came: once no more are taken, what was keyed first is counted, and nothing of it stays beside who keyed it.</summary>
public sealed class LonePapers(AppDb db, TakeAnswers take)
{
    public async Task Count(Survey survey, QuestionnaireContent content, CancellationToken stop)
    {
        foreach (var entry in await db.PaperEntries.Where(e => e.SurveyId == survey.Id && e.Waiting != null).ToListAsync(stop))
        {
            var (given, mode) = entry.LetGo();
            await take.Run(new PutSurvey(survey, survey.Places.Single(p => p.Id == entry.PlaceId), "", content), SheetKey.New(), given, new HowAnswered("CAN_PAPIER", mode), stop);
        }
    }
}
