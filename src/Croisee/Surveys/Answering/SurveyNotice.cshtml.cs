using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Surveys.Answering;

/// <summary>What is kept of whoever answers, why, how long, on what basis and with which rights (RGPD art. 13, EXP-R6): read before the first question, and after.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class SurveyNoticeModel(AppDb db, PutSurveys surveys, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    public IEnumerable<(string Title, IReadOnlyList<string> Said)> Parts(bool easy, Func<DateOnly, string> day) =>
        Put.Survey.IsSigned ? easy ? SignedNotice.Easy(Put.By, Put.Survey) : SignedNotice.Full(Put.By, Put.Survey, day) : AnonymousNotice.Of(Put.By, Put.Survey, Put.Content.HasTexts, easy);

    public void OnGet() => HttpContext.KeepAtMostUntil([Put.Survey.NextTurn(Now)], Now);
}
