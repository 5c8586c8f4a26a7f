using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Jobs;
using Croisee.Mail;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.People;

[Audience(Audience.Public), EnableRateLimiting(Limits.Codes)]
public sealed class SignInModel(AppDb db, TimeProvider clock, Network network, JobBell bell, SignInCookie cookie, KnownHereCookie known) : Screen
{
    public sealed class SignInForm
    {
        [Required(ErrorMessage = "Écrivez votre adresse de courriel.")]
        [StringLength(254, ErrorMessage = "Cette adresse est trop longue.")]
        public string Email { get; set; } = "";
    }

    [BindProperty] public SignInForm Form { get; set; } = new();
    [FromForm(Name = "retour"), FromQuery(Name = "retour")] public string? Retour { get; set; }

    public void OnGet() => Retour ??= Request.Query["retour"];

    public async Task<IActionResult> OnPost()
    {
        if (!OutgoingMail.IsAddress(Form.Email.Trim()))
        {
            ModelState.AddModelError("Form.Email", OutgoingMail.NotAnAddress);
            return Page();
        }
        var request = new SignInRequest(Form.Email, network.Of(HttpContext), clock.UtcNow(), known.Knows(Request, Form.Email));
        db.SignInRequests.Add(request);
        await db.SaveChangesAsync();
        bell.Ring(SendSignInCodes.Job);
        cookie.Keep(Response, request.Id, Url.IsLocalUrl(Retour) ? Retour : "");
        return Redirect("/connexion/code");
    }
}
