using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.CallOffice;

/// <summary>First and last day, both inclusive (EXP-R2).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class CallDatesModel(AppDb db, Visitor visitor, TimeProvider clock) : CallScreen(db, visitor, clock)
{
    public sealed class DatesForm
    {
        [Required(ErrorMessage = "Donnez le premier jour."), RegularExpression(DayInput.Shape, ErrorMessage = DayInput.Help)] public string? OpensOn { get; set; }
        [Required(ErrorMessage = "Donnez le dernier jour."), RegularExpression(DayInput.Shape, ErrorMessage = DayInput.Help)] public string? ClosesOn { get; set; }
    }

    [BindProperty] public DatesForm Form { get; set; } = new();

    public void OnGet() => Form = new() { OpensOn = DayInput.Write(Call.OpensOn), ClosesOn = DayInput.Write(Call.ClosesOn) };

    public Task<IActionResult> OnPost()
    {
        var opens = DayInput.Read(Form.OpensOn) ?? throw new RuleBroken("EXP-R2", DayInput.Refusal(Form.OpensOn), nameof(Form.OpensOn));
        var closes = DayInput.Read(Form.ClosesOn) ?? throw new RuleBroken("EXP-R2", DayInput.Refusal(Form.ClosesOn), nameof(Form.ClosesOn));
        Call.Schedule(opens, closes);
        return Saved(Acts.CallWritten, null, "Les dates sont enregistrées.", "dates");
    }
}
