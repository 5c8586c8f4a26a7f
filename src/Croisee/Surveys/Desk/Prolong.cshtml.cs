using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class ProlongModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    public sealed class ProlongForm
    {
        [Required(ErrorMessage = "Donnez le nouveau dernier jour.")] public DateOnly? ClosesOn { get; set; }
        [Required(ErrorMessage = "Dites pourquoi."), StringLength(500, ErrorMessage = "Ce texte est trop long.")] public string? Reason { get; set; }
    }

    [BindProperty] public ProlongForm Form { get; set; } = new();

    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        Survey.Prolong(Form.ClosesOn!.Value, Now);
        return Saved(Acts.Prolonged, "L’enquête est prolongée.", Form.Reason);
    }
}
