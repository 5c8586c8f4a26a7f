using Croisee.Data;
using Croisee.Surveys.SafeRoom;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys;

/// <summary>What is kept ends by itself (domain 10.1): free texts twelve months after they came, sheets five years after their survey ended, and what was done with them in the safe room with them;
/// devices, what they sent too late, what was noted of papers and signed sheets a year after it; answers kept for later after a month. Published figures stay; the exact numbers behind them go as soon as
/// they are settled, for nothing is published from them any more.</summary>
public sealed class ForgetAnswers(AppDb db, TimeProvider clock)
{
    public const string Job = "effacer les réponses anciennes";
    const int TextMonths = 12, DeviceMonths = 12, SheetYears = 5;

    public async Task Run(CancellationToken stop)
    {
        var today = clock.ParisToday();
        var (oldest, ended, put, lines) = (today.AddMonths(-TextMonths), today.AddYears(-SheetYears), today.AddMonths(-DeviceMonths), clock.UtcNow().AddYears(-SheetYears));
        await db.Write(d =>
        {
            var over = d.Surveys.Where(s => s.ClosesOn < ended).Select(s => s.Id).ToList();
            var away = d.Surveys.Where(s => s.ClosesOn < put).Select(s => s.Id).ToList();
            var surveys = d.Surveys;
            return d.AnswerTexts.Where(t => t.Month < oldest).ExecuteDelete() + d.AnswerSheets.Where(s => over.Contains(s.SurveyId)).ExecuteDelete()
                + d.RoomLines.Where(l => over.Contains(l.SurveyId) && l.At < lines).ExecuteDelete()
                + d.AnswerDrafts.Where(a => a.Until < today).ExecuteDelete()
                + d.SurveyLedgers.Where(l => !l.KeepsOrder && surveys.Any(s => s.Id == l.SurveyId && s.SettledAt != null)).ExecuteDelete() + d.PaperEntries.Where(p => p.Waiting == null && away.Contains(p.SurveyId)).ExecuteDelete()
                + d.SignedSheets.Where(s => away.Contains(s.SurveyId)).ExecuteDelete() + d.OfflineDevices.Where(o => away.Contains(o.SurveyId)).ExecuteDelete();
        }, stop);
    }
}
