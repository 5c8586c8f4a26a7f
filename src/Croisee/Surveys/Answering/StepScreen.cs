using Croisee.Data;
using Croisee.Surveys.Cards;
using Croisee.Surveys.Content;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Answering;

/// <summary>A page of the way question by question: what was answered before is in the browser, and decides what is put next.</summary>
public abstract class StepScreen(AppDb db, PutSurveys surveys, StepAnswers answers, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    protected StepAnswers Answers => answers;
    public Begun Begun { get; protected set; } = null!;
    public Reader Reader => new(Easy: true, SpeaksOfAnother, Language, SpeaksAsProfessional);
    /// <summary>The screens to come and past, as the answers so far decide.</summary>
    public IReadOnlyList<AnswerField> Screens { get; private set; } = [];

    /// <summary>A shared tablet left alone asks, then goes back to its first page, which erases what was begun.</summary>
    protected override string? IdleLeadsTo => PathOf("encore-la") + (RouteData.Values["champ"] is string asked ? "&vers=" + Uri.EscapeDataString(asked) : "");

    protected override Task<IActionResult?> Ready()
    {
        var sending = HttpMethods.IsPost(Request.Method);
        if (!IsOpen && !sending) return Task.FromResult<IActionResult?>(Redirect(PathOf()));
        // What was typed on the last day is not lost without a word.
        if (!IsOpen) ModelState.AddModelError("", Put.Survey.HasEnded(Now) ? "Cette enquête vient de se terminer : vos réponses n’ont pas été envoyées." : "Cette enquête n’est pas encore ouverte.");
        // Whoever sends has the page before them, however long they took; whoever comes back later may be somebody else.
        var begun = answers.Open(answers.Held(HttpContext), Put.Place.Code, forgotten: sending);
        if (begun is null && answers.Open(answers.Held(HttpContext), Put.Place.Code, forgotten: true) is { Answers.Count: > 0 })
        {
            answers.Erase(HttpContext);
            return Task.FromResult<IActionResult?>(Redirect(PathWith("pas-a-pas", "efface=oui")));
        }
        if (Put.Place.WithCodes && AnswerTicket.Held(HttpContext, Put) is null) return Task.FromResult<IActionResult?>(Redirect(PathOfCode("pas-a-pas")));
        Begun = begun ?? answers.New(Put.Place.Code);
        // « Laissez-moi seul » holds for the whole sheet: whoever helped finds no way back into it (domain 5.8).
        if (Begun.HelpedBy is not null && Helper is not null) return Task.FromResult<IActionResult?>(Redirect(PathOf(Request.Path.Value!.Split(Put.Place.Code + "/", 2)[^1], by: null)));
        Screens = [.. Put.Content.PutTo(Begun.Given).SelectMany(q => q.Fields())];
        return Step();
    }

    protected virtual Task<IActionResult?> Step() => Task.FromResult<IActionResult?>(null);

    /// <summary>What to say of a text that may name somebody, until its author was told once; null where there is nothing to say.</summary>
    protected string? WarningOf(AnswerField field) => Begun.Warned?.Contains(field.Code) == true ? null : TextWarning.Of([field], Begun.Given).Select(w => w.Sentence).FirstOrDefault();

    /// <summary>What is wrong with an answer that was kept as it was typed, by somebody who left the question before it was right; null where nothing is. An order is read again by its places.</summary>
    protected string? FaultOf(AnswerField field) => Begun.Given[field.Code] is { Count: > 0 } said
        ? ReadAnswers.Of(field, ReadAnswers.SentOf(field, said)).Errors.Select(e => e.Sentence).FirstOrDefault() : null;

    protected string PathOfStep(AnswerField? field) => PathOf("pas-a-pas/" + PartOf(field));

    protected static string PartOf(AnswerField? field) => field?.Code ?? "fin";
}
