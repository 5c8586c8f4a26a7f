using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

[Audience(Audience.Public), EnableRateLimiting(Limits.Codes)]
public sealed class SignInCodeModel(AppDb db, TimeProvider clock, SignInCookie cookie, Entrance entrance, DemoMode demo, IConfiguration settings) : Screen
{
    public sealed class CodeForm
    {
        [Required(ErrorMessage = "Écrivez le code reçu par courriel."), StringLength(40, ErrorMessage = "Le code a 6 chiffres.")]
        public string Code { get; set; } = "";
    }

    [BindProperty] public CodeForm Form { get; set; } = new();
    public bool Demo => demo.On;
    /// <summary>Codes that leave for one network in a quarter of an hour: people in one room are told why theirs may not come.</summary>
    public int PerNetwork => SendSignInCodes.MostOf(settings);

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        if (cookie.Read(Request) is not { } kept) return Wrong("La demande a plus de 15 minutes. Demandez un nouveau code.");
        var request = await db.SignInRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == kept.Request);
        if (request is null || !request.IsOpen(now)) return Wrong("Ce code ne sert plus. Demandez un nouveau code.");
        var right = request.Matches(Form.Code, now);
        // One statement decides: two requests with the same code cannot both win, and a wrong try always counts.
        var won = await db.Write(d => d.SignInRequests.Where(r => r.Id == request.Id && r.UsedAt == null && r.Tries < SignInRequest.TriesMax)
            .ExecuteUpdate(s => s.SetProperty(r => r.Tries, r => r.Tries + 1).SetProperty(r => r.UsedAt, r => right ? now : null)));
        if (!right || won == 0) return Wrong("Ce n’est pas le bon code. Vérifiez les 6 chiffres.");
        return await Enter(request.PersonId!.Value, kept.Back, now);
    }

    async Task<IActionResult> Enter(Guid personId, string back, DateTime now)
    {
        var person = await db.Persons.SingleAsync(p => p.Id == personId);
        var next = await entrance.Open(HttpContext, person, Acts.SignedIn, back, now);
        SignInCookie.Drop(Response);
        return LocalRedirect(next);
    }

    PageResult Wrong(string message)
    {
        ModelState.AddModelError("Form.Code", message);
        return Page();
    }
}
