using Croisee.Data;
using Croisee.Experiences;
using Croisee.People;
using Croisee.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Publication;

/// <summary>The authors drop the correction that they had begun: the page stays as everyone reads it, and their texts are that page again.</summary>
[Audience(Audience.Author)]
public sealed class DropModel(AppDb db, AuthorCookie cookie, TimeProvider clock, DropCorrection drop) : AuthorScreen(db, cookie, clock)
{
    public Sheet? Shown { get; private set; }
    /// <summary>A page is shown and another proposed, because the group revised what it had fixed.</summary>
    public bool IsRevised => Shown is null && Experience is { State: ExperienceState.ApprovalAsked, ShownSince: not null };

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps);

    protected override async Task<IActionResult?> Ready()
    {
        Shown = await drop.Shown(Experience);
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        // Sent twice, it is done once.
        if (Experience.State is ExperienceState.Published) return Redirect($"/suivre/fiche/{Reference}");
        await drop.Run(Experience, Shown ?? throw new RuleBroken("EXP-1.6", "Il n’y a pas de correction à abandonner."), Me);
        Flash("La correction est abandonnée. La page publiée n’a pas changé.");
        return Redirect($"/suivre/fiche/{Reference}");
    }
}
