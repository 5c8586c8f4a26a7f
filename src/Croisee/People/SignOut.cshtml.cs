using Croisee.Data;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

[Audience(Audience.Public)]
public sealed class SignOutModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    /// <summary>Where to go then, here: a shared tablet goes on with its survey.</summary>
    [FromForm(Name = "vers")] public string? Back { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (visitor.SessionId is { } id)
        {
            var now = clock.UtcNow();
            await db.Write(d => d.Sessions.Where(s => s.Id == id && s.EndedAt == null).ExecuteUpdate(u => u.SetProperty(s => s.EndedAt, now)));
        }
        await SessionCookie.SignOut(HttpContext);
        if (Url.IsLocalUrl(Back)) return Redirect(Back);
        Flash("Vous êtes déconnecté·e.");
        return Redirect("/");
    }
}
