using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>Opens and closes the address at which what is being written can be answered like a real survey, without anything being kept.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class TryQuestionnaireModel(AppDb db, Visitor visitor, TimeProvider clock, Settings settings) : QuestionnaireScreen(db, visitor, clock)
{
    /// <summary>« fermer » closes; nothing opens.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }

    public IReadOnlyList<ContentFault> Faults => ContentFaults.Of(Content);
    /// <summary>Null while nobody asked for it.</summary>
    public string? Address => Questionnaire.TrialCode is { } code ? $"{settings.Origin}/repondre/{TrialSurveys.CodeOf(code)}" : null;

    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        if (Doing == "fermer") Questionnaire.CloseTrial(); else Questionnaire.OpenTrial();
        return Saved(Acts.Tried, Doing == "fermer" ? "L’adresse d’essai est fermée." : "L’adresse d’essai est ouverte.", "essayer");
    }
}
