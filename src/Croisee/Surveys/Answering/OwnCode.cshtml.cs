using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Answering;

/// <summary>At a place that asks for codes: a code is taken once, by a form, never by an address (S15), and what comes after no longer knows it.</summary>
[Audience(Audience.Public), EnableRateLimiting(AnswerLimit.Name)]
public sealed class OwnCodeModel(AppDb db, PutSurveys surveys, AnswerTicket tickets, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    public sealed class OwnForm
    {
        [Required(ErrorMessage = "Écrivez le code de votre carte.")] public string? Code { get; set; }
    }

    [BindProperty] public OwnForm Form { get; set; } = new();
    /// <summary>Where the person was going: « questions » or « pas-a-pas ».</summary>
    [FromQuery(Name = "vers")] public string? Towards { get; set; }

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(IsOpen && Put.Place.WithCodes ? null : Redirect(PathOf()));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var place = Put.Place.Id;
        var taken = OneTimeCode.Read(place, Form.Code) is { } hash
            ? await Db.Write(d => d.OneTimeCodes.Where(c => c.PlaceId == place && c.Hash == hash && !c.Used).ExecuteUpdate(s => s.SetProperty(c => c.Used, true)), HttpContext.RequestAborted) : 0;
        if (taken == 0) { ModelState.AddModelError("Form.Code", "Ce code ne convient pas : il a déjà servi, ou une lettre est fausse. Regardez votre carte."); return Page(); }
        tickets.Give(HttpContext, Put.Place);
        return Redirect(PathOf(Towards is "questions" ? "questions" : "pas-a-pas"));
    }
}
