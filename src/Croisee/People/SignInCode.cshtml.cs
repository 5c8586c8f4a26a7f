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

    const string Spent = "Ce code ne sert plus. Demandez un nouveau code.";

    [BindProperty] public CodeForm Form { get; set; } = new();
    public bool Demo => demo.On;
    /// <summary>Codes that leave for one network in a quarter of an hour: people in one room are told why theirs may not come.</summary>
    public int PerNetwork => SendSignInCodes.MostOf(settings);

    public override async Task<IActionResult?> Prepare() =>
        cookie.Read(Request) is var (asked, back) && await entrance.Already(HttpContext, asked, back, clock.UtcNow()) is { } next ? LocalRedirect(next) : null;

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        if (cookie.Read(Request) is not { } kept) return Wrong("La demande a plus de 15 minutes. Demandez un nouveau code.");
        var request = await db.SignInRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == kept.Request);
        if (request is null || !request.IsOpen(now)) return Wrong(Spent);
        var right = request.Matches(Form.Code, now);
        if (!await Count(request, right, now)) return Wrong(Proof.TooManyTries.Refusal()!);
        if (!right) return Wrong("Ce n’est pas le bon code. Vérifiez les 6 chiffres.");
        var person = await db.Persons.SingleAsync(p => p.Id == request.PersonId);
        return LocalRedirect(await entrance.Again(HttpContext, request.Id, person.Email, kept.Back, now) ?? await entrance.Open(HttpContext, person, Acts.SignedIn, kept.Back, now, once: request.Id));
    }

    /// <summary>
    /// One statement counts and decides, so that tries at the same instant cannot slip through. Tries count together for an address and the network that
    /// asked, whether there is an account or not: whoever guesses from elsewhere does not keep the owner out (S29).
    /// </summary>
    async Task<bool> Count(SignInRequest request, bool right, DateTime now)
    {
        var (since, wrong) = (now - SignInRequest.Life, right ? 0 : 1);
        DateTime? used = right ? now : null, tried = right ? null : now;
        return await db.Write(d =>
        {
            var all = d.SignInRequests;
            return all.Where(r => r.Id == request.Id && r.Tries < SignInRequest.TriesMax
                    && all.Where(o => o.Email == request.Email && o.Network == request.Network && o.TriedAt > since).Sum(o => o.Tries) < SignInRequest.TriesTogether)
                .ExecuteUpdate(s => s.SetProperty(r => r.Tries, r => r.Tries + wrong).SetProperty(r => r.TriedAt, r => tried ?? r.TriedAt).SetProperty(r => r.UsedAt, r => r.UsedAt ?? used));
        }) == 1;
    }

    /// <summary>The session of this code has ended meanwhile: the code opens no second one.</summary>
    public override Task<IActionResult?> OnConflict()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.FromResult<IActionResult?>(Wrong(Spent));
    }

    PageResult Wrong(string message)
    {
        ModelState.AddModelError("Form.Code", message);
        return Page();
    }
}
