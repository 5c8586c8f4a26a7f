using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>After the code of the mail, or again before a sensitive act: the code of the app, or a recovery code.</summary>
[Audience(Audience.Public), EnableRateLimiting(Limits.Codes)]
public sealed class SecondFactorProofModel(AppDb db, Visitor visitor, SecondFactor factor, TimeProvider clock) : Screen
{
    public sealed class CodeForm
    {
        [Required(ErrorMessage = "Écrivez le code."), StringLength(40, ErrorMessage = "Ce code est trop long.")]
        public string Code { get; set; } = "";
    }

    [BindProperty] public CodeForm Form { get; set; } = new();
    [FromForm(Name = "retour"), FromQuery(Name = "retour")] public string? Retour { get; set; }

    public override Task<IActionResult?> Prepare()
    {
        Retour = Request.HasFormContentType ? Request.Form["retour"].ToString() : Request.Query["retour"].ToString();
        if (!Url.IsLocalUrl(Retour)) Retour = "/";
        return Task.FromResult<IActionResult?>((visitor.AwaitingPersonId ?? visitor.PersonId) is null ? Redirect("/connexion?retour=" + Uri.EscapeDataString(Retour))
            : visitor.IsKnown && !visitor.HasSecondFactor ? Redirect("/compte/second-facteur") : null);
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        var session = await db.Sessions.Include(s => s.Person).SingleAsync(s => s.Id == visitor.SessionId);
        var proof = await factor.Try(session.Person, Form.Code, session.Id);
        if (proof.Refusal() is { } refusal)
        {
            ModelState.AddModelError("Form.Code", refusal);
            return Page();
        }
        session.PassSecondFactor(now);
        if (proof is not Proof.Again) db.Record(now, Actor.Person(session.PersonId), proof is Proof.RecoveryCode ? Acts.RecoveryCodeUsed : Acts.SecondFactorPassed, session.Person);
        await db.SaveChangesAsync();
        await SessionCookie.SignIn(HttpContext, session);
        if (proof is Proof.RecoveryCode) Flash("Ce code de secours a servi. Pensez à faire de nouveaux codes avant d’avoir utilisé le dernier.");
        return LocalRedirect(Retour!);
    }

    /// <summary>A second click at the same instant took the recovery code, for this session too.</summary>
    public override async Task<IActionResult?> OnConflict()
    {
        db.ChangeTracker.Clear();
        var session = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == visitor.SessionId);
        if (!await factor.HasJustServed(session.PersonId, Form.Code, session.Id)) return await base.OnConflict();
        // The first answer may be lost with its cookie: a browser shows the second.
        await SessionCookie.SignIn(HttpContext, session);
        return LocalRedirect(Retour!);
    }
}
