using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Answering;

/// <summary>« Arrêter et effacer »: asked once, then nothing is left in the browser.</summary>
[Audience(Audience.Public)]
public sealed class StopAnsweringModel(AppDb db, PutSurveys surveys, StepAnswers answers, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    public bool Done { get; private set; }

    public void OnGet(string? fait) => Done = fait == "oui";

    public IActionResult OnPost()
    {
        answers.Erase(HttpContext);
        return Redirect(IsKiosk ? PathOf() : PathOf("effacer") + (PathOf().Contains('?', StringComparison.Ordinal) ? "&" : "?") + "fait=oui");
    }
}
