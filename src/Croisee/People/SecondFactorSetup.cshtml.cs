using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>
/// The key travels sealed in the form until a code proves that the app holds it: looking at the page stores nothing.
/// Only who has just proved that the account is theirs sets one up: with its own key, a stolen session would pass every later proof (S31).
/// </summary>
[Audience(Audience.Person)]
public sealed class SecondFactorSetupModel(AppDb db, Visitor visitor, SecondFactor factor, TimeProvider clock, IDataProtectionProvider protection, MailSettings mail) : Screen
{
    const string Path = "/compte/second-facteur";
    static readonly TimeSpan SealLife = TimeSpan.FromHours(1);
    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("second factor set-up").ToTimeLimitedDataProtector();

    public sealed class SetupForm
    {
        [Required(ErrorMessage = "Écrivez le code que montre l’application."), StringLength(40, ErrorMessage = "Le code a 6 chiffres.")]
        public string Code { get; set; } = "";
        [StringLength(2000)] public string? Sealed { get; set; }
    }

    [BindProperty] public SetupForm Form { get; set; } = new();
    [FromForm(Name = "retour"), FromQuery(Name = "retour")] public string? Retour { get; set; }
    public DateTime? Since { get; private set; }
    public int CodesLeft { get; private set; }
    public bool IsNeeded => visitor.Grants.Any(g => g.Role.NeedsSecondFactor());
    public bool EnteredByDemo => visitor.EnteredByDemo;
    public IEnumerable<string> KeyGroups => SecondFactor.Spaced(key).Split(' ');
    public string AppAddress => SecondFactor.AppAddress(key, mail.Origin);
    Person person = null!;
    string key = "";

    public override async Task<IActionResult?> Prepare()
    {
        person = await db.Persons.SingleAsync(p => p.Id == visitor.PersonId);
        (Since, CodesLeft) = (person.TotpSince, person.RecoveryCodesLeft);
        Retour = Request.HasFormContentType ? Request.Form["retour"].ToString() : Request.Query["retour"].ToString();
        if (!Url.IsLocalUrl(Retour)) Retour = null;
        // An application takes its time to install: a form sent late is kept, with the key that it shows, until who sends it has proved who they are.
        if (Since is null && (HttpMethods.IsPost(Request.Method) ? visitor.AskProof(clock.UtcNow(), Request) : visitor.AskProof(clock.UtcNow(), Retour is null ? Path : visitor.SecondFactorPath(Retour))) is { } proof) return proof;
        key = Opened(Form.Sealed) ?? factor.NewKey();
        Form.Sealed = protector.Protect($"{person.Id:N} {key}", SealLife);
        ModelState.Remove("Form.Sealed");
        return null;
    }

    string? Opened(string? seal)
    {
        if (string.IsNullOrEmpty(seal)) return null;
        try { return protector.Unprotect(seal).Split(' ') is [var id, var sealedKey] && id == person.Id.ToString("N") ? sealedKey : null; }
        catch (CryptographicException) { return null; }
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Since is not null) return Redirect(Path);
        var now = clock.UtcNow();
        if (await factor.Confirm(person, key, Form.Code) is not { } codes)
            throw new RuleBroken("PER-TOTP", "Ce n’est pas le code de cette clé. Attendez le code suivant et vérifiez l’heure de votre téléphone.", "Code");
        // Sessions opened without the second factor end, except this one, which has just proved it.
        var sessions = await db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ToListAsync();
        foreach (var session in sessions)
            if (session.Id == visitor.SessionId) session.PassSecondFactor(now); else session.End(now);
        db.Record(now, visitor.Actor, Acts.SecondFactorSet, person);
        db.Send(person.Email, Told(), now);
        await db.SaveChangesAsync();
        await SessionCookie.SignIn(HttpContext, sessions.Single(s => s.Id == visitor.SessionId));
        TempData[RecoveryCodesModel.Key] = string.Join(' ', codes);
        return Redirect("/compte/second-facteur/codes" + (Retour is null ? "" : "?retour=" + Uri.EscapeDataString(Retour)));
    }

    /// <summary>Whoever did not do it learns it from the only thing that a stolen session does not hold: the mail.</summary>
    static Letter Told() => new Letter("Un second facteur protège maintenant votre compte")
        .Say("Bonjour,").Say("Un second facteur vient d’être ajouté à votre compte Croisée. À chaque connexion, un code de votre application est demandé après celui du courriel.")
        .Say("Ce n’est pas vous ? Écrivez tout de suite à la personne qui administre votre instance : elle peut le remettre à zéro et fermer les sessions.");
}
