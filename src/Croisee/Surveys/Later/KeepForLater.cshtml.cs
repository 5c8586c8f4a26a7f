using System.Globalization;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Cards;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Surveys.Later;

/// <summary>
/// « Garder pour plus tard »: what was answered so far is closed by a code, shown once, and leaves this device. No e-mail: an address beside a code would say who answers.
/// </summary>
[Audience(Audience.Public), EnableRateLimiting(AnswerLimit.Name)]
public sealed class KeepForLaterModel(AppDb db, PutSurveys surveys, StepAnswers steps, DraftBox box, ResumeCookie resume, TimeProvider clock, Settings settings) : AnswerScreen(db, surveys, clock)
{
    public sealed class KeepForm
    {
        public string? Mode { get; set; }
        /// <summary>Answers given one by one, as the browser holds them sealed: so that a page sent again keeps them again.</summary>
        public string? Begun { get; set; }
        /// <summary>The code they were kept under before, sealed.</summary>
        public string? Resume { get; set; }
    }

    /// <summary>Seconds after which a shared tablet goes back to its first page: the time to copy a code by hand.</summary>
    const int KioskSeconds = 240;

    [BindProperty] public KeepForm Form { get; set; } = new();
    /// <summary>To copy now: it cannot be read again.</summary>
    public string? Told { get; private set; }
    public bool IsSameCode { get; private set; }
    public DateOnly Until => Put.Survey.ClosesOn < Now.ParisDay().AddDays(AnswerDraft.Days) ? Put.Survey.ClosesOn : Now.ParisDay().AddDays(AnswerDraft.Days);
    /// <summary>The code stands after the « # », which a browser sends to nobody (S15).</summary>
    public string Link => $"{settings.Origin}/repondre/reprendre#{Told}";

    protected override Task<IActionResult?> Ready()
    {
        // A page that shows a secret is not compressed beside what a visitor typed (BREACH).
        if (HttpContext.Features.Get<IHttpsCompressionFeature>() is { } compression) compression.Mode = HttpsCompressionMode.DoNotCompress;
        return Task.FromResult<IActionResult?>(IsOpen && !Put.IsTrial ? null : Redirect(PathOf()));
    }

    public void OnGet() => Form.Begun = steps.Held(HttpContext);

    public async Task<IActionResult> OnPost()
    {
        var begun = steps.Open(Form.Begun, Put.Place.Code);
        var answers = begun?.Answers ?? Typed();
        if (answers.Count == 0) { ModelState.AddModelError("", "Vous n’avez encore rien répondu : il n’y a rien à garder."); return Page(); }
        var mode = Modes.Contains(Form.Mode) ? Form.Mode : null;
        var kept = new KeptLater(Put.Place.Code, begun is null ? "questions" : "pas-a-pas", PathOf().Split('?', 2) is [_, var asked] ? "?" + asked : "", mode, AnswerTicket.Held(HttpContext, Put), answers);
        if (DraftBox.IsTooLong(kept)) { ModelState.AddModelError("", "Ce que vous avez écrit est trop long pour être gardé. Revenez en arrière et raccourcissez un texte, ou envoyez maintenant."); return Page(); }
        var code = begun?.Resume ?? resume.Read(Form.Resume);
        IsSameCode = code is not null;
        Told = InGroups(await box.Keep(code, kept, HttpContext.RequestAborted));
        steps.Erase(HttpContext);
        if (Put.Place.WithCodes) AnswerTicket.Erase(HttpContext);
        if (IsKiosk) Response.Headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{KioskSeconds};url={PathOf()}");
        return Page();
    }

    /// <summary>What the page of all questions sent, unread: what is not finished may not be right yet.</summary>
    Dictionary<string, string[]> Typed() => Put.Content.Fields
        .Select(f => (f.Code, Said: Request.Form.TryGetValue(AskedField.Prefix + f.Code, out var values) ? values.OfType<string>().Where(v => v.Length > 0).ToArray() : []))
        .Where(f => f.Said.Length > 0).ToDictionary(f => f.Code, f => f.Said, StringComparer.Ordinal);

    static string InGroups(string code) => string.Join('-', code.Chunk(4).Select(g => new string(g)));
}
