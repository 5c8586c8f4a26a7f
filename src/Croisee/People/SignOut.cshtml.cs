using Croisee.Data;
using Croisee.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

[Audience(Audience.Public)]
public sealed class SignOutModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (visitor.SessionId is { } id)
        {
            var now = clock.UtcNow();
            await db.Write(d => d.Sessions.Where(s => s.Id == id && s.EndedAt == null).ExecuteUpdate(u => u.SetProperty(s => s.EndedAt, now)));
        }
        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        Flash("Vous êtes déconnecté·e.");
        return Redirect("/");
    }
}
