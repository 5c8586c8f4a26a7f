using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Surveys.Answering;

/// <summary>The same page for everybody: it knows nothing of what was sent.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class ThanksModel(AppDb db, PutSurveys surveys, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    /// <summary>Time to read the page to its end, slowly; « Terminé » is for whoever is done before.</summary>
    const int KioskSeconds = 90;

    /// <summary>A shared tablet goes back to its first page by itself.</summary>
    public IActionResult OnGet()
    {
        if (Put.IsTrial) return Redirect(PathOf());
        if (IsKiosk) Response.Headers["Refresh"] = $"{KioskSeconds};url={Afresh}";
        return Page();
    }
}
