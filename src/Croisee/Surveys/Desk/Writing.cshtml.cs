using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>The questionnaire as it is being written: every question with what one can do to it. Each act is a form of its own that needs no script, and can be taken back.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class WritingModel(AppDb db, Visitor visitor, TimeProvider clock) : QuestionnaireScreen(db, visitor, clock)
{
    /// <summary>What is done to <see cref="Question"/>: monter, descendre, doubler, retirer; or to the whole: annuler, retablir.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }
    [FromForm(Name = "question")] public string? Question { get; set; }
    /// <summary>The part that something is done to: monter-partie, descendre-partie, retirer-partie.</summary>
    [FromForm(Name = "section")] public string? Part { get; set; }

    public IReadOnlyList<ContentFault> Faults => ContentFaults.Of(Content);
    public string? LastDone => Questionnaire.Drafts.Single(d => d.Number == Questionnaire.Current).Done;
    public string? NextDone => Questionnaire.Drafts.SingleOrDefault(d => d.Number == Questionnaire.Current + 1)?.Done;

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        switch (Doing)
        {
            case "annuler": Questionnaire.Undo(); return await Saved(Acts.TakenBack, "C’est annulé.");
            case "retablir": Questionnaire.Redo(); return await Saved(Acts.TakenBack, "C’est rétabli.");
            case "monter-partie" or "descendre-partie" or "retirer-partie": return await DonePart();
        }
        if (Content.Find(Question ?? "") is not { } question) { ModelState.AddModelError("", "Cette question n’est plus dans le questionnaire."); return Page(); }
        var name = $"« {Short(question.Text.Text)} »";
        switch (Doing)
        {
            case "monter": return await Written(Content.Move(question.Code, up: true), $"{name} est montée");
            case "descendre": return await Written(Content.Move(question.Code, up: false), $"{name} est descendue");
            case "doubler": return await Written(Content.Duplicate(question.Code, Questionnaire.Used), $"{name} est copiée");
            case "retirer": return await Written(Content.Without(question.Code), $"{name} est retirée");
            default: ModelState.AddModelError("", "Choisissez une action de la page."); return Page();
        }
    }

    async Task<IActionResult> DonePart()
    {
        if (Content.Part(Part) is not { } section) { ModelState.AddModelError("", "Cette partie n’est plus dans le questionnaire."); return Page(); }
        var name = section.Title is { } title ? $"La partie « {Short(title.Text)} »" : "La partie sans titre";
        if (Doing != "retirer-partie") return await Written(Content.MovePart(section.Code, up: Doing == "monter-partie"), $"{name} est {(Doing == "monter-partie" ? "montée" : "descendue")}");
        if (section.Questions.Count > 0) { ModelState.AddModelError("", $"{name} a encore des questions. Déplacez-les ou retirez-les d’abord."); return Page(); }
        if (Content.Sections.Count == 1) { ModelState.AddModelError("", "Un questionnaire a au moins une partie."); return Page(); }
        return await Written(Content.WithoutPart(section.Code), $"{name} est retirée");
    }
}
