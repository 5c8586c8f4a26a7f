using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Later;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Answering;

/// <summary>« Arrêter et effacer »: asked once, then nothing is left in the browser.</summary>
[Audience(Audience.Public)]
public sealed class StopAnsweringModel(AppDb db, PutSurveys surveys, StepAnswers answers, DraftBox box, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    public bool Done { get; private set; }

    public void OnGet(string? fait) => Done = fait == "oui";

    public async Task<IActionResult> OnPost()
    {
        if (answers.Open(answers.Held(HttpContext), Put.Place.Code, forgotten: true)?.Resume is { } code) await box.Erase(code, HttpContext.RequestAborted);
        answers.Erase(HttpContext);
        return Redirect(IsKiosk ? PathOf() : PathOf("effacer") + (PathOf().Contains('?', StringComparison.Ordinal) ? "&" : "?") + "fait=oui");
    }
}
