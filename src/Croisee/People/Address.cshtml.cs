using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Mail;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>Asks for another address; only who has just proved that the account is theirs may (S31).</summary>
[Audience(Audience.Person), EnableRateLimiting(Limits.Codes)]
public sealed class AddressModel(AppDb db, Visitor visitor, ChangeEmail change, TimeProvider clock) : Screen
{
    public sealed class AddressForm
    {
        [Required(ErrorMessage = "Écrivez la nouvelle adresse."), StringLength(254, ErrorMessage = "Cette adresse est trop longue.")] public string Email { get; set; } = "";
    }

    [BindProperty] public AddressForm Form { get; set; } = new();
    public string Current => visitor.Email;

    public override Task<IActionResult?> Prepare() => Task.FromResult(visitor.AskProof(clock.UtcNow(), "/compte/adresse"));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (!OutgoingMail.IsAddress(Form.Email.Trim()))
        {
            ModelState.AddModelError("Form.Email", OutgoingMail.NotAnAddress);
            return Page();
        }
        await change.Ask(await db.Persons.AsNoTracking().SingleAsync(p => p.Id == visitor.PersonId), Form.Email);
        return Redirect("/compte/adresse/code");
    }
}
