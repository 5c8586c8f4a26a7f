using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>Shows who invites and what is given; only the form that is sent accepts, so that a mail scanner that opens links consumes nothing (S15).</summary>
[Audience(Audience.Public), EnableRateLimiting(Limits.Codes)]
public sealed class AnswerInvitationModel(AppDb db, AcceptInvitation accept, Entrance entrance, InvitationCookie cookie, TimeProvider clock) : Screen
{
    public sealed class AnswerForm
    {
        [StringLength(Person.NameMax, ErrorMessage = "Ce nom est trop long.")]
        public string? DisplayName { get; set; }
    }

    [BindProperty] public AnswerForm Form { get; set; } = new();
    public Invitation Invitation { get; private set; } = null!;
    public string SenderName { get; private set; } = "";
    public bool IsOpen { get; private set; }
    /// <summary>It would still be open, but whoever sent it may not give that role any more.</summary>
    public bool SenderLeft { get; private set; }
    /// <summary>Nobody has an account at this address yet. Only the holder of the mail reads this page.</summary>
    public bool IsNew { get; private set; }

    public override async Task<IActionResult?> Prepare()
    {
        var hash = Invitation.HashOf((string?)RouteData.Values["token"] ?? "");
        if (await db.Invitations.Include(i => i.Organisation).SingleOrDefaultAsync(i => i.TokenHash == hash) is not { } found) return NotFound();
        if (await entrance.Already(HttpContext, cookie.Read(Request, found.Id), "", clock.UtcNow()) is { } next) return LocalRedirect(next);
        Invitation = found;
        SenderLeft = found.IsOpen(clock.UtcNow()) && !await db.MayStillGive(found);
        IsOpen = found.IsOpen(clock.UtcNow()) && !SenderLeft;
        IsNew = !await db.Persons.AnyAsync(p => p.Email == found.Email);
        SenderName = await db.Persons.Where(p => p.Id == found.SenderId).Select(p => p.DisplayName).SingleOrDefaultAsync() ?? "L’équipe qui installe Croisée";
        if (!IsOpen) Response.StatusCode = StatusCodes.Status410Gone;
        return null;
    }

    public void OnGet() { if (IsOpen) cookie.Keep(HttpContext, Invitation.Id); }

    public async Task<IActionResult> OnPost()
    {
        var mark = cookie.Read(Request, Invitation.Id);
        if (IsOpen) return LocalRedirect(await accept.Run(HttpContext, Invitation, Form.DisplayName ?? "", mark));
        return mark is { } once && await entrance.Again(HttpContext, once, Invitation.Email, "", clock.UtcNow()) is { } next ? LocalRedirect(next) : Page();
    }

    /// <summary>Another request accepted it meanwhile.</summary>
    public override Task<IActionResult?> OnConflict()
    {
        IsOpen = false;
        return Task.FromResult<IActionResult?>(null);
    }
}
