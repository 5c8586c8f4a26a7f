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
        var taken = await take.Run(Put, Device, Form.Content ?? "", HttpContext.RequestAborted);
        if (taken is Taken.Here) return new NoContentResult();
        ModelState.AddModelError("", taken is Taken.NoRoom ? $"{OfflineDevice.MostWaiting} réponses de cet appareil attendent déjà que l’équipe les regarde. Celle-ci reste sur l’appareil : n’effacez rien, et appelez l’équipe de l’enquête."
            : "Cette réponse n’a pas été fermée par cet appareil, ou elle est abîmée. Elle y reste : n’effacez rien, et appelez l’équipe de l’enquête.");
        return Page();
    }
}
