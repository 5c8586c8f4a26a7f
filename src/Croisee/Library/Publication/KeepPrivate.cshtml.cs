using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Publication;

/// <summary>The other answer to the page proposed: not to publish it, and still be kept and read by the team (domain 1.6, « archivée »). No reason is asked for.</summary>
[Audience(Audience.Author)]
public sealed class KeepPrivateModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    public sealed class KeepForm
    {
        [StringLength(Passage.WhyMax, ErrorMessage = Experiences.Answers.Limits.TooLong)] public string? Reason { get; set; }
    }

    [BindProperty] public KeepForm Form { get; set; } = new();

    /// <summary>A page that is shown already is withdrawn, not kept private.</summary>
    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(
        Experience is { State: ExperienceState.ApprovalAsked, ShownSince: null } ? null : Redirect($"/suivre/fiche/{Reference}"));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var why = string.IsNullOrWhiteSpace(Form.Reason) ? null : Form.Reason.Trim();
        Experience.TakeBackAgreement();
        Db.Passages.Add(Experience.Pass(ExperienceState.Archived, Passage.Authors, Me.Id, why, Now));
        Record(Acts.KeptPrivate);
        await Db.SaveChangesAsync();
        Flash("C’est noté : elle n’est pas publiée.");
        return Redirect($"/suivre/fiche/{Reference}");
    }
}
