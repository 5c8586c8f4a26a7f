using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Surveys.Answering;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>Ends a survey before its last day, at once and with a reason. It may be prolonged again until its last figures are published.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class CloseSurveyModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    public sealed class CloseForm
    {
        [Required(ErrorMessage = "Dites pourquoi, en quelques mots."), StringLength(JournalEntry.ReasonMax / 2, ErrorMessage = "Cette raison est trop longue.")] public string? Reason { get; set; }
    }

    [BindProperty] public CloseForm Form { get; set; } = new();

    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        Survey.Close(Now);
        return Saved(Acts.Closed, "L’enquête est arrêtée : plus personne ne peut répondre.", Form.Reason);
    }
}
