using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Cards;
using Croisee.Surveys.Later;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Surveys.Answering;

/// <summary>What it is for, whether it is anonymous, who will see what, how long it takes, and the ways of answering: before the first question.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class WelcomeModel(AppDb db, PutSurveys surveys, StepAnswers answers, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    /// <summary>A shared tablet does not stay where somebody had said that they answer in a person's place.</summary>
    protected override string? IdleLeadsTo => ForAnother ? Afresh : null;
    public bool ShowsResults => !Put.Survey.IsSigned && !Put.IsTrial && !IsKiosk;

    /// <summary>On a shared tablet this page is where the next person begins: what the last one left in the browser goes.</summary>
    public void OnGet()
    {
        if (IsKiosk)
        {
            answers.Erase(HttpContext);
            AnswerTicket.Erase(HttpContext);
            ResumeCookie.ForgetTold(HttpContext);
            // Chosen on this very page, the easy version is for the person who begins now.
            if (!Request.Query.ContainsKey(Reading.Query)) Response.Cookies.Delete(Reading.Cookie, new CookieOptions { Secure = true, Path = "/" });
        }
        if (Put.IsTrial && HttpContext.Features.Get<IOutputCacheFeature>() is { } cache) cache.Context.AllowCacheStorage = false;
        HttpContext.KeepAtMostUntil([Put.Survey.NextTurn(Now)], Now);
    }
}
