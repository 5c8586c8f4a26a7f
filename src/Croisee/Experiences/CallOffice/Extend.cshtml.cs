using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.CallOffice;

/// <summary>A later last day, with a reason that everyone reads (EXP-R2).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class ExtendModel(AppDb db, Visitor visitor, TimeProvider clock) : CallScreen(db, visitor, clock)
{
    public sealed class ExtendForm
    {
        [Required(ErrorMessage = "Donnez le nouveau dernier jour."), RegularExpression(DayInput.Shape, ErrorMessage = DayInput.Help)] public string? ClosesOn { get; set; }
        [Required(ErrorMessage = "Écrivez la raison : tout le monde la lira."), StringLength(CallExtension.ReasonMax, ErrorMessage = Answers.Limits.TooLong)] public string? Reason { get; set; }
    }

    [BindProperty] public ExtendForm Form { get; set; } = new();

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(Call.IsPublic ? null : Redirect(PathOf("dates")));

    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        var day = DayInput.Read(Form.ClosesOn) ?? throw new RuleBroken("EXP-R2", DayInput.Refusal(Form.ClosesOn), nameof(Form.ClosesOn));
        Call.Extend(day, Form.Reason!, Visitor.PersonId!.Value, Now);
        return Saved(Acts.CallExtended, Form.Reason, "L’appel est prolongé. La page publique le dit, avec la raison.");
    }
}
