using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Publication;

/// <summary>The authors take their experience back, at any time once it was sent, without having to say why (EXP-R10).</summary>
[Audience(Audience.Author)]
public sealed class WithdrawPageModel(AppDb db, AuthorCookie cookie, TimeProvider clock, Withdraw withdraw) : AuthorScreen(db, cookie, clock)
{
    public sealed class WithdrawForm
    {
        [StringLength(Passage.WhyMax, ErrorMessage = Experiences.Answers.Limits.TooLong)] public string? Reason { get; set; }
    }

    [BindProperty] public WithdrawForm Form { get; set; } = new();
    public bool IsPublic => Experience.ShownSince is not null;

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(
        ExperienceStates.MayFollow(Experience.State, ExperienceState.Withdrawn) ? null : Redirect($"/suivre/fiche/{Reference}"));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        await withdraw.Run(Experience, Actor, string.IsNullOrWhiteSpace(Form.Reason) ? null : Form.Reason.Trim());
        Flash("C’est retiré.");
        return Redirect($"/suivre/fiche/{Reference}");
    }
}
