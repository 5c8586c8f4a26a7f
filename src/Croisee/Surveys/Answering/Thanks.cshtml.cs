using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Surveys.Answering;

/// <summary>The same page for everybody: it knows nothing of what was sent.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class ThanksModel(AppDb db, PutSurveys surveys, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    public void OnGet() { }
}
