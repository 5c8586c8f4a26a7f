using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.Deposit;

/// <summary>On a shared device: this browser forgets whom it writes for.</summary>
[Audience(Audience.Author)]
public sealed class LeaveModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    public void OnGet() { }

    public IActionResult OnPost()
    {
        AuthorCookie.Drop(Response);
        Flash("C’est fermé sur cet appareil. Votre code ouvre la suite.");
        return Redirect("/suivre");
    }
}
