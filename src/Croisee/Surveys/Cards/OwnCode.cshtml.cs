using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Surveys.Cards;

/// <summary>
/// At a place that asks for codes: a code is taken once, by a form, never by an address (S15), and what comes after no longer knows it. With scripts the browser sends a blinded message
/// beside it and gets its signature; without, the ticket is drawn here.
/// </summary>
[Audience(Audience.Public), EnableRateLimiting(AnswerLimit.Name)]
public sealed class OwnCodeModel(AppDb db, PutSurveys surveys, TakeCard cards, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    public sealed class OwnForm
    {
        [Required(ErrorMessage = "Écrivez le code de votre carte.")] public string? Code { get; set; }
        /// <summary>Base 64 for addresses; empty without scripts.</summary>
        public string? Blinded { get; set; }
    }

    /// <summary>What the script gets back.</summary>
    /// <param name="Signature">Of the blinded message, base 64 for addresses.</param>
    public sealed record Signed(string Signature, string Next);

    [BindProperty] public OwnForm Form { get; set; } = new();
    /// <summary>Where the person was going: « questions » or « pas-a-pas ».</summary>
    [FromQuery(Name = "vers")] public string? Towards { get; set; }

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(IsOpen && Put.Place.WithCodes ? null : Redirect(PathOf()));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var blind = string.IsNullOrEmpty(Form.Blinded) ? null : Base64Url.IsValid(Form.Blinded, out var length) && length <= BlindSignature.Bytes ? Base64Url.DecodeFromChars(Form.Blinded) : [];
        var taken = await cards.Run(Put, Form.Code, blind, HttpContext.RequestAborted);
        if (Put.TicketKey is null) ForgetPut();
        if (taken.Fault is { } fault) { ModelState.AddModelError(taken.OfCode ? "Form.Code" : "", fault); return Page(); }
        var next = PathOf(Towards is "questions" ? "questions" : "pas-a-pas");
        if (taken.Signature is { } signature) return new JsonResult(new Signed(Base64Url.EncodeToString(signature), next));
        AnswerTicket.Keep(HttpContext, taken.Ticket!);
        return Redirect(next);
    }
}
