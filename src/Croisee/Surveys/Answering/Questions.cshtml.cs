using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Cards;
using Croisee.Surveys.Content;
using Croisee.Surveys.Later;
using Croisee.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Surveys.Answering;

/// <summary>The whole questionnaire on one page, sent at once. A GET writes nothing (S24); the key in the form makes one row of it, however often it is sent.</summary>
[Audience(Audience.Public), EnableRateLimiting(AnswerLimit.Name)]
public sealed class QuestionsModel(AppDb db, PutSurveys surveys, TakeAnswers take, TakeCard cards, DraftBox box, SentDrafts sent, ResumeCookie resume, TimeProvider clock, Localizer words) : AnswerScreen(db, surveys, clock)
{
    public sealed class AnswerForm
    {
        public string Key { get; set; } = "";
        /// <summary>V-MODE-REPONSE; empty when it is not said.</summary>
        public string? Mode { get; set; }
        /// <summary>In a survey of the signed kind.</summary>
        public string? Name { get; set; }
        /// <summary>The code under which these answers were kept before, sealed.</summary>
        public string? Resume { get; set; }
        /// <summary>Of a card, where this device has no ticket any more: so that what was typed need not be left.</summary>
        public string? Card { get; set; }
    }

    /// <summary>Which button: « revoir » shows again what was typed, and sends nothing.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }
    public bool AsksForCard { get; private set; }
    /// <summary>Nothing was answered.</summary>
    public bool SendsNothing { get; private set; }

    [BindProperty] public AnswerForm Form { get; set; } = new();
    public Reader Reader => new(words.Mode is ReadingMode.EasyRead, SpeaksOfAnother, Language, SpeaksAsProfessional);
    ReadAnswers? read;
    /// <summary>Kept for later, and taken up again.</summary>
    Dictionary<string, string[]>? before;
    bool again;
    IReadOnlyList<(string Field, string Sentence)> warned = [];
    /// <summary>The next time, texts go as they are.</summary>
    public bool Warned => warned.Count > 0 || TextWarning.WasShown(Request);

    protected override bool IsAnswered => true;
    protected override bool IsLong => true;

    protected override Task<IActionResult?> Ready()
    {
        if (!IsOpen && HttpMethods.IsGet(Request.Method)) return Task.FromResult<IActionResult?>(Redirect(PathOf()));
        if (Put.Place.WithCodes && HttpMethods.IsGet(Request.Method) && AnswerTicket.Held(HttpContext, Put) is null) return Task.FromResult<IActionResult?>(Redirect(PathOfCode("questions")));
        if (Request.HasFormContentType) read = ReadAnswers.Of(Put.Content, code => Sent(Request.Form, code));
        return Task.FromResult<IActionResult?>(null);
    }

    static IReadOnlyList<string> Sent(IFormCollection form, string code) => form.TryGetValue(AskedField.Prefix + code, out var values) ? [.. values.OfType<string>()] : [];

    public async Task OnGet()
    {
        Form = new() { Key = SheetKey.New(), Mode = SpeaksOfAnother ? Modes.Single() : Helper };
        if (resume.Take(HttpContext) is not { } code || await box.Open(code, HttpContext.RequestAborted) is not { } kept || kept.Place != Put.Place.Code) return;
        (Form.Resume, Form.Mode, Form.Name, before) = (resume.Seal(code), kept.Mode ?? Form.Mode, kept.Name, kept.Answers);
    }

    public async Task<IActionResult?> OnPost()
    {
        if (Doing == "revoir") { again = true; return Page(); }
        // Sent again after the end, for the reply to the first time was lost: it is there.
        if (!IsOpen && SheetKey.IsKey(Form.Key) && await take.IsThere(Put, Form.Key)) return Redirect(PathOf("merci"));
        if (!IsOpen) ModelState.AddModelError("", Put.Survey.HasEnded(Now) ? "Cette enquête vient de se terminer : vos réponses n’ont pas été envoyées." : "Cette enquête n’est pas encore ouverte.");
        if (!string.IsNullOrEmpty(Form.Mode) && !Modes.Contains(Form.Mode)) ModelState.AddModelError("Form.Mode", "Choisissez une réponse de la liste.");
        foreach (var (field, sentence) in read!.Errors) ModelState.AddModelError(AskedField.Prefix + field, sentence);
        SendsNothing = read.Given.IsBlank && read.Errors.Count == 0;
        if (SendsNothing) ModelState.AddModelError("", Reader.Easy ? HouseWords.NothingToSendEasily : HouseWords.NothingToSend);
        if (!SheetKey.IsKey(Form.Key)) Form.Key = SheetKey.New();
        var ticket = Put.Place.WithCodes ? AnswerTicket.Spends(HttpContext, Put) : null;
        if (Put.Place.WithCodes && ticket is null)
        {
            // Sent again from the same page: the ticket went with the first time.
            if (await take.IsThere(Put, Form.Key)) return Redirect(PathOf("merci"));
            AsksForCard = true;
            var given = string.IsNullOrWhiteSpace(Form.Card) || !ModelState.IsValid ? null : await cards.Run(Put, Form.Card, blind: null, HttpContext.RequestAborted);
            if (given?.Ticket is { } drawn) { AnswerTicket.Keep(HttpContext, drawn); ticket = AnswerTicket.Spends(drawn, Put); AsksForCard = false; }
            else ModelState.AddModelError("Form.Card", given?.Fault ?? AnswerTicket.Missing);
        }
        if (Put.Survey.IsSigned && string.IsNullOrWhiteSpace(Form.Name)) ModelState.AddModelError("Form.Name", "Écrivez le nom sous lequel l’équipe lira vos réponses.");
        if (!ModelState.IsValid) return Page();
        if (!TextWarning.WasShown(Request))
        {
            warned = [.. TextWarning.Of(Put.Content.Fields, read.Given)];
            foreach (var (field, sentence) in warned) ModelState.AddModelError(AskedField.Prefix + field, sentence);
            if (warned.Count > 0) return Page();
        }
        var how = new HowAnswered(Channel, string.IsNullOrEmpty(Form.Mode) ? null : Form.Mode, Form.Name);
        if (Put.IsTrial) return Tried(read.Given, how);
        if (!await take.Run(Put, Form.Key, read.Given, how, HttpContext.RequestAborted, ticket)) return Spent();
        sent.Add(resume.Read(Form.Resume));
        ResumeCookie.ForgetTold(HttpContext);
        if (Put.Place.WithCodes) AnswerTicket.Erase(HttpContext);
        return Redirect(PathOf("merci"));
    }

    /// <summary>Somebody else's ticket may have stayed on a shared device: it goes, and this person gives their own card.</summary>
    IActionResult Spent()
    {
        AnswerTicket.Erase(HttpContext);
        AsksForCard = true;
        ModelState.AddModelError("Form.Card", AnswerTicket.Spent);
        return Page();
    }

    /// <summary>Drawn once for all who come; what was refused is drawn with what was typed.</summary>
    public async Task<IHtmlContent> Fields(IHtmlHelper html)
    {
        if (ModelState.ErrorCount > 0 || before is not null || again) return await html.PartialAsync("/Surveys/Answering/_Questions.cshtml", Asked(read));
        var order = Put.Content.Questions.Any(q => q.Shuffled) ? AskedField.OrderOf(Form.Key) : 0;
        if (Put.Drawn.TryGetValue((Reader, order), out var drawn)) return new HtmlString(drawn);
        var fresh = await html.PartialAsync("/Surveys/Answering/_Questions.cshtml", Asked(null));
        await using var text = new StringWriter();
        fresh.WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default);
        return new HtmlString(Put.Drawn[(Reader, order)] = text.ToString());
    }

    AskedPage Asked(ReadAnswers? sent) => new(Put.Content, Reader, field => new AskedField(field, Reader, null, Typed(sent, field),
        sent?.Errors.Concat(warned).Where(e => e.Field == field.Code).Select(e => e.Sentence).FirstOrDefault(), Order: AskedField.OrderOf(Form.Key), Places: sent is null ? null : WholePage.Places(Request, field.Question)));

    /// <summary>What was typed, even where it was refused or a condition would have left it out.</summary>
    IReadOnlyList<string> Typed(ReadAnswers? sent, AnswerField field) =>
        sent is null ? before?.GetValueOrDefault(field.Code) ?? [] : sent.Given.Has(field.Code) ? sent.Given[field.Code] : Sent(Request.Form, field.Code);
}

/// <summary>All fields of a questionnaire, part by part.</summary>
public sealed record AskedPage(QuestionnaireContent Content, Reader Reader, Func<AnswerField, AskedField> Ask);
