using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Publication;

/// <summary>A published sheet that must not stay (a name, a complaint, a right) is taken down by the organisation, with a reason that its authors read (S42), by who has just proved who acts (S31).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator, Role.Moderator)]
public sealed class TakeDownModel(AppDb db, Visitor visitor, TimeProvider clock, Withdraw withdraw) : Screen
{
    public sealed class TakeDownForm
    {
        [Required(ErrorMessage = "Écrivez pourquoi vous retirez cette fiche."), StringLength(Passage.WhyMax, MinimumLength = 5, ErrorMessage = "Écrivez une raison de 5 à 2000 caractères.")] public string? Reason { get; set; }
    }

    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    [BindProperty] public TakeDownForm Form { get; set; } = new();
    public Experience Experience { get; private set; } = null!;
    /// <summary>Where this person came from, and goes back to.</summary>
    public string Back => $"/bureau/experiences/{Reference}";

    public override async Task<IActionResult?> Prepare()
    {
        var found = await db.Experiences.Include(e => e.Call).ThenInclude(c => c.Organisation).SingleOrDefaultAsync(e => e.Reference == Reference && e.ShownSince != null);
        if (found is null || !visitor.Can(found.Call.Organisation.Path, [.. Access.Organisers, Role.Moderator])) return NotFound();
        Experience = found;
        return visitor.AskProof(clock.UtcNow(), Request);
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        await withdraw.TakeDown(Experience, visitor.Actor, Form.Reason!.Trim());
        Flash("La fiche est retirée du répertoire.");
        return Redirect(Back);
    }
}
