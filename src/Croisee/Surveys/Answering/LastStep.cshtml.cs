using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Cards;
using Croisee.Surveys.Content;
using Croisee.Surveys.Later;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Surveys.Answering;

/// <summary>The end of the way question by question: who helped, then send or erase.</summary>
[Audience(Audience.Public), EnableRateLimiting(AnswerLimit.Name)]
public sealed class LastStepModel(AppDb db, PutSurveys surveys, StepAnswers answers, TakeAnswers take, SentDrafts sent, TimeProvider clock) : StepScreen(db, surveys, answers, clock)
{
    public sealed class LastForm
    {
        public string? Mode { get; set; }
        /// <summary>Of the sheet: the browser's own copy goes with the first sending, and the same page may be sent again.</summary>
        public string? Key { get; set; }
        /// <summary>In a survey of the signed kind.</summary>
        public string? Name { get; set; }
    }

    /// <summary>Which button: empty sends; « revenir » and « garder » go elsewhere with what was said here.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }
    [BindProperty] public LastForm Form { get; set; } = new();
    /// <summary>Nothing was answered.</summary>
    public bool SendsNothing { get; private set; }
    /// <summary>The ticket that this device had has answered already: what was typed goes with another card.</summary>
    public bool AsksForCard { get; private set; }
    string Back => PathOfStep(Screens[^1]);
    public int Passed => Screens.Count(s => !Begun.Given.Has(s.Code));

    /// <summary>Whoever sends the same page again, from another tab, or after a lost reply, is told that their answers are there (F20).</summary>
    protected override async Task<IActionResult?> Ready()
    {
        if (Request.HasFormContentType && Request.Form["Form.Key"] is [{ } key] && SheetKey.IsKey(key) && (!IsOpen || Answers.Open(Answers.Held(HttpContext), Put.Place.Code, forgotten: true)?.Key != key) && await take.IsThere(Put, key)) return Redirect(PathOf("merci"));
        return await base.Ready();
    }

    /// <summary>Nothing to send: it went already, or was never begun here.</summary>
    protected override Task<IActionResult?> Step() => Task.FromResult<IActionResult?>(Begun.Answers.Count == 0 ? Redirect(PathWith("pas-a-pas", "efface=envoye")) : null);

    public void OnGet() => (Form.Mode, Form.Name) = (SpeaksOfAnother ? Modes.Single() : Modes.Contains(Begun.Mode) ? Begun.Mode : Helper, Begun.Name);

    public async Task<IActionResult> OnPost()
    {
        if (Doing is "revenir" or "garder")
        {
            Answers.Keep(HttpContext, Begun with { Mode = Form.Mode, Name = Form.Name });
            return Redirect(Doing == "garder" ? PathOf("garder") : Back);
        }
        // What was typed before the question was left unfinished is read again: what is wrong with it, and whom it may name.
        if (Screens.FirstOrDefault(f => FaultOf(f) is not null || WarningOf(f) is not null) is { Code: not null } wrong) return Redirect(PathOfStep(wrong));
        if (!string.IsNullOrEmpty(Form.Mode) && !Modes.Contains(Form.Mode)) { ModelState.AddModelError("Form.Mode", "Choisissez une réponse de la liste."); return Page(); }
        if (Put.Survey.IsSigned && string.IsNullOrWhiteSpace(Form.Name)) { ModelState.AddModelError("Form.Name", "Écrivez le nom sous lequel l’équipe lira vos réponses."); return Page(); }
        // Only what is still put is kept.
        var given = Begun.Given;
        var put = Put.Content.PutTo(given).SelectMany(q => q.Fields()).Select(f => f.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var code in given.Values.Keys.Where(c => !put.Contains(c)).ToList()) given.Remove(code);
        if (given.IsBlank) { SendsNothing = true; ModelState.AddModelError("", HouseWords.NothingToSendEasily); return Page(); }
        var how = new HowAnswered(Begun.HelpedBy is { } by ? ChannelOf(by) : Channel, string.IsNullOrEmpty(Form.Mode) ? null : Form.Mode, Form.Name);
        var ticket = Put.Place.WithCodes ? AnswerTicket.Spends(HttpContext, Put) : null;
        if (!Put.IsTrial && !await take.Run(Put, Begun.Key, given, how, HttpContext.RequestAborted, ticket))
        {
            // Somebody else's, left on a shared device: this person gives their own card, and comes back here.
            AnswerTicket.Erase(HttpContext);
            AsksForCard = true;
            ModelState.AddModelError("", AnswerTicket.Spent);
            return Page();
        }
        sent.Add(Begun.Resume);
        ResumeCookie.ForgetTold(HttpContext);
        Answers.Erase(HttpContext);
        if (Put.IsTrial) return Tried(given, how);
        if (Put.Place.WithCodes) AnswerTicket.Erase(HttpContext);
        return Redirect(PathOf("merci"));
    }
}
