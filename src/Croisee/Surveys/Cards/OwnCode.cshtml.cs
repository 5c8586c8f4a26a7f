using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Cards;

/// <summary>
/// At a place that asks for codes: a code is taken once, by a form, never by an address (S15), and what comes after no longer knows it. With scripts the browser sends a blinded message
/// beside it and gets its signature; without, the ticket is drawn here.
/// </summary>
[Audience(Audience.Public), EnableRateLimiting(AnswerLimit.Name)]
public sealed class OwnCodeModel(AppDb db, PutSurveys surveys, IDataProtectionProvider protection, TimeProvider clock) : AnswerScreen(db, surveys, clock)
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
        var key = await TicketKeys.Of(Db, Put.Place, protection, HttpContext.RequestAborted);
        var blind = string.IsNullOrEmpty(Form.Blinded) ? null : Base64Url.IsValid(Form.Blinded, out var length) && length == BlindSignature.Bytes ? Base64Url.DecodeFromChars(Form.Blinded) : [];
        // Signed before the code is taken: what cannot be signed must not cost a card.
        var signature = blind is null ? null : BlindSignature.Sign(key.Open(protection), blind);
        if (blind is not null && signature is null) ModelState.AddModelError("", "Cette page est abîmée. Rechargez-la, puis écrivez votre code.");
        else if (!await Take(blind)) ModelState.AddModelError("Form.Code", "Ce code ne convient pas : il a déjà servi, ou une lettre est fausse. Regardez votre carte.");
        if (!ModelState.IsValid) return Page();
        if (Put.TicketKey is null) ForgetPut();
        var next = PathOf(Towards is "questions" ? "questions" : "pas-a-pas");
        if (signature is not null) return new JsonResult(new Signed(Base64Url.EncodeToString(signature), next));
        AnswerTicket.Give(HttpContext, key, protection);
        return Redirect(next);
    }

    /// <summary>True once for a code; and again for the same blinded message, whose signature was lost on the way.</summary>
    async Task<bool> Take(byte[]? blind)
    {
        if (OneTimeCode.Read(Put.Place.Id, Form.Code) is not { } hash) return false;
        var (place, blinded) = (Put.Place.Id, blind is null ? null : Convert.ToHexString(SHA256.HashData(blind)));
        return await Db.Write(d => d.OneTimeCodes.Where(c => c.PlaceId == place && c.Hash == hash && (!c.Used || blinded != null && c.Blinded == blinded))
            .ExecuteUpdate(s => s.SetProperty(c => c.Used, true).SetProperty(c => c.Blinded, blinded)), HttpContext.RequestAborted) > 0;
    }
}
