using Croisee.Data;
using Croisee.Journal;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

[Audience(Audience.Person)]
public sealed class EndAllSessionsModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        var person = await db.Persons.SingleAsync(p => p.Id == visitor.PersonId);
        foreach (var session in await db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ToListAsync()) session.End(now);
        db.Record(now, visitor.Actor, Acts.SessionsEnded, person);
        await db.SaveChangesAsync();
        await SessionCookie.SignOut(HttpContext);
        Flash("Vous êtes déconnecté·e partout.");
        return Redirect("/");
    }
}
