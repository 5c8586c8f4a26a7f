using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Surveys.Offline;

/// <summary>What a device sends, one sealed answer at a time: 204 says that it is here, and the device forgets it. Anything else, and the device keeps it.</summary>
[Audience(Audience.Public), EnableRateLimiting(AnswerLimit.Name)]
public sealed class SendSealedModel(AppDb db, PutSurveys surveys, TakeEnvelope take, TimeProvider clock) : DeviceScreen(db, surveys, clock)
{
    public sealed class SealedForm
    {
        public string? Content { get; set; }
    }

    [BindProperty] public SealedForm Form { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (await take.Run(Put, Device, Form.Content ?? "", HttpContext.RequestAborted)) return new NoContentResult();
        ModelState.AddModelError("", "Cette réponse n’a pas été fermée par cet appareil, ou elle est abîmée. Elle y reste : n’effacez rien, et appelez l’équipe de l’enquête.");
        return Page();
    }
}
