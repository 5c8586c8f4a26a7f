using System.Globalization;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Cards;
using Croisee.Surveys.Content;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Surveys.Later;

/// <summary>
/// « Garder pour plus tard »: what was answered so far is closed by a code and leaves this device. No e-mail: an address beside a code would say who answers.
/// </summary>
[Audience(Audience.Public), EnableRateLimiting(AnswerLimit.Drafts)]
public sealed class KeepForLaterModel(AppDb db, PutSurveys surveys, StepAnswers steps, DraftBox box, ResumeCookie resume, TimeProvider clock, Settings settings) : AnswerScreen(db, surveys, clock)
{
    public sealed class KeepForm
    {
        public string? Mode { get; set; }
        public string? Name { get; set; }
        /// <summary>Answers given one by one, as the browser holds them sealed.</summary>
        public string? Begun { get; set; }
        /// <summary>The code they were kept under before, sealed.</summary>
        public string? Resume { get; set; }
    }

    /// <summary>Minutes after which a shared tablet hides the code and asks whether it is written down: the time to copy it by hand. As often as one wants (WCAG 2.2.1).</summary>
    public const int KioskMinutes = 4;

    [BindProperty] public KeepForm Form { get; set; } = new();
    /// <summary>Which button: empty keeps, « demander » asks first, « note » says that the code is written down.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }
    /// <summary>« demande »: a shared tablet asks whether the code is written down, and does not show it.</summary>
    [FromQuery(Name = "note")] public string? Note { get; set; }
    public bool AsksWhetherNoted { get; private set; }
    /// <summary>To copy now: nobody can tell it again.</summary>
    public string? Told { get; private set; }
    public bool IsSameCode { get; private set; }
    public DateOnly Until => Put.Survey.ClosesOn < Now.ParisDay().AddDays(AnswerDraft.Days) ? Put.Survey.ClosesOn : Now.ParisDay().AddDays(AnswerDraft.Days);
    /// <summary>The code stands after the « # », which a browser sends to nobody (S15).</summary>
    public string Link => $"{Address}#{Told}";
    public string Address => settings.Origin + "/repondre/reprendre";

    public IEnumerable<(string Name, string Value)> Typed => WholePage.Typed(Request);

    protected override Task<IActionResult?> Ready()
    {
        // A page that shows a secret is not compressed beside what a visitor typed (BREACH).
        if (HttpContext.Features.Get<IHttpsCompressionFeature>() is { } compression) compression.Mode = HttpsCompressionMode.DoNotCompress;
        return Task.FromResult<IActionResult?>(IsOpen && !Put.IsTrial ? null : Redirect(PathOf()));
    }

    public IActionResult OnGet()
    {
        // Answers left here longer ago may be somebody else's: no code is made for them.
        var begun = steps.Read(HttpContext, Put.Place.Code);
        if (begun is not null) Form.Begun = steps.Held(HttpContext);
        // Whoever has begun to answer since is not who was told a code here.
        if (begun?.Answers.Count > 0) { ResumeCookie.ForgetTold(HttpContext); return Page(); }
        AsksWhetherNoted = IsKiosk && Note == "demande";
        if (resume.Told(HttpContext, Put.Place.Code) is not { } told) return AsksWhetherNoted ? Redirect(Afresh) : Page();
        if (AsksWhetherNoted) return AgainAfter(AskedSeconds, Afresh);
        (Told, IsSameCode) = (string.Join('-', told.Code.Chunk(4).Select(g => new string(g))), told.Same);
        if (!IsKiosk) return Page();
        // Seen again is kept again: whoever copies slowly is not cut short by the life of a cookie.
        resume.Tell(HttpContext, Put.Place.Code, told.Code, told.Same);
        return AgainAfter(KioskMinutes * 60, PathWith("garder", "note=demande"));
    }

    PageResult AgainAfter(int seconds, string path)
    {
        Response.Headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{seconds};url={path}");
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (Doing == "note") { ResumeCookie.ForgetTold(HttpContext); return Redirect(Afresh); }
        // Whoever sends has the page before them, however long they took.
        var begun = steps.Open(Form.Begun, Put.Place.Code, forgotten: true);
        var answers = begun?.Answers ?? Read();
        if (answers.Count == 0) return Refused("Vous n’avez encore rien répondu : il n’y a rien à garder.");
        if (answers.Any(a => Put.Field(a.Key)?.Question is { } q && a.Value.Any(v => v.ReplaceLineEndings("\n").Length > q.TextMax))) return Refused("Un de vos textes est trop long pour être gardé. Revenez aux questions et raccourcissez-le.");
        if (begun is null && Form.Name?.Length > Signed.SignedSheet.NameMax) return Refused($"Votre nom est trop long pour être gardé : {Signed.SignedSheet.NameMax} caractères au plus.");
        if (Doing == "demander") return Page();
        // At home, with somebody or alone: how they go on is said when they do.
        var asked = PathOf("", by: IsObserved ? By : null).Split('?', 2) is [_, var query] ? "?" + query : "";
        var code = begun?.Resume ?? resume.Read(Form.Resume);
        var (mode, name) = begun is null ? (Form.Mode, Form.Name) : (begun.Mode, begun.Name);
        var kept = new KeptLater(Put.Place.Code, begun is null ? "questions" : "pas-a-pas", asked, Modes.Contains(mode) ? mode : null, Put.Survey.IsSigned ? name : null, AnswerTicket.Held(HttpContext, Put), answers);
        var told = await box.Keep(code, kept, HttpContext.RequestAborted);
        steps.Erase(HttpContext);
        if (Put.Place.WithCodes) AnswerTicket.Erase(HttpContext);
        resume.Tell(HttpContext, Put.Place.Code, told, told == code);
        return Redirect(PathOf("garder"));
    }

    IActionResult Refused(string sentence)
    {
        ModelState.AddModelError("", sentence);
        return Page();
    }

    /// <summary>What the page of all questions sent. What is not finished may not be right yet; what cannot be an answer is left out.</summary>
    Dictionary<string, string[]> Read() => Put.Content.Fields.Select(f => (f.Code, Said: Said(f))).Where(f => f.Said.Length > 0).ToDictionary(f => f.Code, f => f.Said, StringComparer.Ordinal);

    string[] Said(AnswerField field)
    {
        var (question, name) = (field.Question, AskedField.Prefix + field.Code);
        if (question.Kind is QuestionKind.Ranking)
            return [.. question.Choices().Select(c => (Code: c, Place: Sent(name + "." + c).FirstOrDefault())).Where(c => int.TryParse(c.Place, out _)).OrderBy(c => int.Parse(c.Place!, CultureInfo.InvariantCulture)).Select(c => c.Code), .. Sent(name).Intersect(question.Silences().Select(o => o.Code))];
        var said = Sent(name).Where(v => v.Length > 0);
        return question.Kind.IsClosed() ? [.. said.Intersect(question.Kept())] : [.. said.Take(1)];
    }

    IEnumerable<string> Sent(string name) => Request.Form.TryGetValue(name, out var values) ? values.OfType<string>() : [];
}
