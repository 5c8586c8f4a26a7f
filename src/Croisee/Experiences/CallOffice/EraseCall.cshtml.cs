using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

/// <summary>Erases a call that nobody but its writers has seen. One that was public stays: people read it, and what it promised binds.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class EraseCallModel(AppDb db, Visitor visitor, TimeProvider clock) : CallScreen(db, visitor, clock)
{
    protected override async Task<IActionResult?> Ready() =>
        Call.IsPublic || await Db.Experiences.AnyAsync(e => e.CallId == Call.Id) ? NotFound() : null;

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        Db.Calls.Remove(Call);
        Db.Announce(new CallErased(Call.Id));
        Db.Record(Now, Visitor.Actor, Acts.CallErased, Call, null, Call.OrganisationId);
        await Db.SaveChangesAsync();
        Flash("L’appel est supprimé.");
        return Redirect("/bureau/appels");
    }
}
