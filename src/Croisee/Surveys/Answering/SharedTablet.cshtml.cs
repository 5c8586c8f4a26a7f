using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Answering;

/// <summary>A short address to open a shared tablet by: printed beside its QR, it needs nobody to sign in on the tablet. Where somebody did, it says so and signs them out first.</summary>
[Audience(Audience.Public)]
public sealed class SharedTabletModel(AppDb db, PutSurveys surveys, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    public string First => PathOf("", by: Kiosk);

    public IActionResult OnGet() => IsSignedIn ? Page() : Redirect(First);
}
