using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Answering;

/// <summary>On a shared tablet that nobody touched for a while: a minute to say « je suis là », then it goes back to its first page, which erases. Without a script.</summary>
[Audience(Audience.Public)]
public sealed class StillThereModel(AppDb db, PutSurveys surveys, StepAnswers answers, TimeProvider clock) : StepScreen(db, surveys, answers, clock)
{
    /// <summary>The question that was left; nothing at the end.</summary>
    [FromQuery(Name = "vers")] public string? Left { get; set; }
    public string GoOn => PathOf("pas-a-pas" + (Screens.Any(s => s.Code == Left) ? "/" + Left : ""));

    protected override Task<IActionResult?> Step()
    {
        if (!IsKiosk) return Task.FromResult<IActionResult?>(Redirect(PathOf("pas-a-pas")));
        Response.Headers["Refresh"] = $"{AskedSeconds};url={Afresh}";
        return Task.FromResult<IActionResult?>(null);
    }

    public void OnGet() { }
}
