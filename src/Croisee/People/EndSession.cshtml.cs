using Croisee.Data;
using Croisee.Journal;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

[Audience(Audience.Person)]
public sealed class EndSessionModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    public Session Session { get; private set; } = null!;

    public override async Task<IActionResult?> Prepare()
    {
        if (await db.Sessions.Include(s => s.Person).SingleOrDefaultAsync(s => s.Id == Id && s.PersonId == visitor.PersonId && s.EndedAt == null) is not { } found) return NotFound();
        Session = found;
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        Session.End(now);
        db.Record(now, visitor.Actor, Acts.SessionsEnded, Session.Person);
        await db.SaveChangesAsync();
        Flash("La session est fermée.");
        return Redirect("/compte/sessions");
    }
}
