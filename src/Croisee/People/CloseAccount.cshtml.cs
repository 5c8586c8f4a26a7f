using Croisee.Data;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

[Audience(Audience.Person)]
public sealed class CloseAccountModel(AppDb db, Visitor visitor, CloseAccount close, TimeProvider clock) : Screen
{
    public override Task<IActionResult?> Prepare() => Task.FromResult(visitor.AskProof(clock.UtcNow(), "/compte/fermer"));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        await close.Run(await db.Persons.SingleAsync(p => p.Id == visitor.PersonId));
        await SessionCookie.SignOut(HttpContext);
        Flash("Votre compte est fermé. Merci d’être venu·e.");
        return Redirect("/");
    }
}
