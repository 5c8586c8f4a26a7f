using Croisee.Data;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

[Audience(Audience.Person), EnableRateLimiting(Limits.Codes)]
public sealed class AddressCodeModel(AppDb db, Visitor visitor, ChangeEmail change, TimeProvider clock, DemoMode demo) : Screen
{
    [BindProperty] public SignInCodeModel.CodeForm Form { get; set; } = new();
    public bool Demo => demo.On;

    public override Task<IActionResult?> Prepare() => Task.FromResult(visitor.AskProof(clock.UtcNow(), "/compte/adresse/code"));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (await change.Confirm(await db.Persons.SingleAsync(p => p.Id == visitor.PersonId), Form.Code) is { } refusal)
        {
            ModelState.AddModelError("Form.Code", refusal);
            return Page();
        }
        Flash("Votre adresse est changée. L’ancienne est prévenue.");
        return Redirect("/compte");
    }
}
