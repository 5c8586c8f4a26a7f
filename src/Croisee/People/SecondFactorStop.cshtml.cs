using Croisee.Data;
using Croisee.Journal;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

[Audience(Audience.Person), EnableRateLimiting(Limits.Codes)]
public sealed class SecondFactorStopModel(AppDb db, Visitor visitor, SecondFactor factor, TimeProvider clock) : Screen
{
    [BindProperty] public SecondFactorProofModel.CodeForm Form { get; set; } = new();
    public bool IsNeeded => visitor.Grants.Any(g => g.Role.NeedsSecondFactor());

    public override Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(visitor.HasSecondFactor ? null : Redirect("/compte/second-facteur"));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var person = await db.Persons.SingleAsync(p => p.Id == visitor.PersonId);
        if ((await factor.Try(person, Form.Code)).Refusal() is { } refusal)
        {
            ModelState.AddModelError("Form.Code", refusal);
            return Page();
        }
        var now = clock.UtcNow();
        person.StopSecondFactor();
        // A session that still awaits its second factor must not open by this.
        foreach (var session in await db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ToListAsync())
            if (session.Id == visitor.SessionId) session.ForgetSecondFactor(); else session.End(now);
        db.Record(now, visitor.Actor, Acts.SecondFactorStopped, person);
        await db.SaveChangesAsync();
        Flash("Le second facteur est arrêté.");
        return Redirect("/compte/second-facteur");
    }
}
