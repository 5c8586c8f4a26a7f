using Croisee.Data;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Publication;

/// <summary>The authors open their published texts again. The public page stays as it is until they agree to the new one.</summary>
[Audience(Audience.Author)]
public sealed class AmendModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    /// <summary>The step that somebody wants to correct; the list of all of them when none was said.</summary>
    [FromQuery(Name = "etape")] public string? Step { get; set; }

    string Texts => DepositSteps.Find(Step ?? "") is { } step ? DepositSteps.PathOf(Reference, step.Code) : $"/deposer/fiche/{Reference}";

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(
        Experience.State is ExperienceState.Published ? null : Redirect(Experience.State is ExperienceState.ApprovalAsked ? Texts : $"/suivre/fiche/{Reference}"));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        Experience.TakeBackAgreement();
        Db.Passages.Add(Experience.Pass(ExperienceState.ApprovalAsked, Passage.Authors, Me.Id, "Une correction est en cours.", Now));
        Record(Acts.AmendmentBegun);
        await Db.SaveChangesAsync();
        Flash("Vous pouvez corriger. La page publiée ne change pas tant que vous n’êtes pas d’accord sur la nouvelle.");
        return Redirect(Texts);
    }
}
