using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Answering;

/// <summary>Where « une question à la fois » begins. When somebody had begun on this device, it asks whether to go on or to start afresh, and shows no answer.</summary>
[Audience(Audience.Public)]
public sealed class FirstStepModel(AppDb db, PutSurveys surveys, StepAnswers answers, TimeProvider clock) : StepScreen(db, surveys, answers, clock)
{
    public string First => PathOfStep(Screens[0]);

    /// <summary>« oui »: what was begun here half an hour ago is gone, and it is said.</summary>
    [FromQuery(Name = "efface")] public string? Erased { get; set; }
    public bool WasErased => Erased == "oui" && Begun.Answers.Count == 0;
    /// <summary>« envoye »: there is nothing left to send here, and whoever has just sent must not think it lost.</summary>
    public bool MaySent => Erased == "envoye" && Begun.Answers.Count == 0 && !IsKiosk;

    /// <summary>The first question without an answer, or whose answer was kept before it was right.</summary>
    public string GoOn
    {
        get
        {
            foreach (var screen in Screens)
                if (!Begun.Answers.ContainsKey(screen.Code) || FaultOf(screen) is not null) return PathOfStep(screen);
            return PathOfStep(null);
        }
    }

    public IActionResult OnGet() => !WasErased && !MaySent && Begun.Answers.Count == 0 || IsKiosk ? Redirect(First) : Page();

    /// <summary>Afresh: what was there is erased first.</summary>
    public IActionResult OnPost()
    {
        Answers.Erase(HttpContext);
        return Redirect(First);
    }
}
