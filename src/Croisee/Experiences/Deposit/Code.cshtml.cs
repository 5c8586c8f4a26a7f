using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Jobs;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>Shows a private code once, as text and QR, and sends it if wanted (EXP-R12): a few times an hour, since the address may be anybody's.</summary>
[Audience(Audience.Author), EnableRateLimiting(People.Limits.Codes)]
public sealed class CodeModel(AppDb db, AuthorCookie cookie, TimeProvider clock, MailSettings mail, JobBell bell) : AuthorScreen(db, cookie, clock)
{
    /// <summary>Letters with a code that one experience sends in an hour.</summary>
    public const int PerHour = 5;

    public sealed class CodeForm
    {
        [StringLength(Answers.Limits.Email, ErrorMessage = Answers.Limits.TooLong)] public string? Email { get; set; }
    }

    [BindProperty] public CodeForm Form { get; set; } = new();
    public string? Code { get; private set; }
    public bool IsForSomebodyElse { get; private set; }
    public bool IsToHandOver => Experience.IsTypedByAnother && !IsForSomebodyElse;
    public string Link => $"{mail.Origin}/suivre/{Code}";

    protected override Task<IActionResult?> Ready()
    {
        if (ShownCode() is { } shown) (Code, IsForSomebodyElse) = (shown.Code, shown.Author.Id != Me.Id);
        return Task.FromResult<IActionResult?>(null);
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Code is null) return Redirect($"/deposer/fiche/{Reference}/code");
        if (!OutgoingMail.IsAddress(Form.Email?.Trim()))
        {
            ModelState.AddModelError("Form.Email", OutgoingMail.NotAnAddress);
            return Page();
        }
        var since = Now.AddHours(-1);
        if (await Db.JournalEntries.CountAsync(e => e.SubjectId == Experience.Id && e.Act == Acts.CodeSent && e.At > since) >= PerHour)
        {
            ModelState.AddModelError("Form.Email", $"Le code est déjà parti {PerHour} fois en une heure. Attendez un peu, ou notez-le : il est écrit plus haut.");
            return Page();
        }
        Record(Acts.CodeSent);
        Db.Send(Form.Email!.Trim(), CodeLetter.Asked(Code, mail.Origin), Now);
        await Db.SaveChangesAsync();
        bell.Ring(Mail.Room.SendJob);
        Flash("Le code est parti par courriel.");
        return Redirect($"/deposer/fiche/{Reference}/code");
    }
}
