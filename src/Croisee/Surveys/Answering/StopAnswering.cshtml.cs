using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Later;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Answering;

/// <summary>« Arrêter et effacer »: asked once, then nothing is left in the browser.</summary>
[Audience(Audience.Public)]
public sealed class StopAnsweringModel(AppDb db, PutSurveys surveys, StepAnswers answers, DraftBox box, ResumeCookie resume, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    public bool Done { get; private set; }
    /// <summary>« arreter »: asked from the page of all questions, which goes on if they say no.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }
    /// <summary>The code under which the page of all questions was kept before, sealed: that goes too.</summary>
    [FromForm(Name = "Form.Resume")] public string? Kept { get; set; }
    public IEnumerable<(string Name, string Value)> Typed => Doing == "arreter" ? WholePage.Typed(Request) : [];

    public void OnGet(string? fait) => Done = fait == "oui";

    public async Task<IActionResult> OnPost()
    {
        if (Doing == "arreter") return Page();
        if (resume.Read(Kept) is { } before) await box.Erase(before, HttpContext.RequestAborted);
        if (answers.Open(answers.Held(HttpContext), Put.Place.Code, forgotten: true)?.Resume is { } code) await box.Erase(code, HttpContext.RequestAborted);
        answers.Erase(HttpContext);
        return Redirect(IsKiosk ? Afresh : PathWith("effacer", "fait=oui"));
    }
}
