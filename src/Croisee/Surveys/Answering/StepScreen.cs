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
    public Reader Reader => new(Easy: true, ForAnother, Language);
    /// <summary>The screens to come and past, as the answers so far decide.</summary>
    public IReadOnlyList<AnswerField> Screens { get; private set; } = [];

    /// <summary>A shared tablet left alone asks, then goes back to its first page, which erases what was begun.</summary>
    protected override string? IdleLeadsTo => PathOf("encore-la") + (RouteData.Values["champ"] is string asked ? "&vers=" + Uri.EscapeDataString(asked) : "");

    protected override Task<IActionResult?> Ready()
    {
        if (!IsOpen) return Task.FromResult<IActionResult?>(Redirect(PathOf()));
        var begun = answers.Read(HttpContext, Put.Place.Code);
        if (Put.Place.WithCodes && AnswerTicket.Held(HttpContext, Put) is null) return Task.FromResult<IActionResult?>(Redirect(PathOfCode("pas-a-pas")));
        Begun = begun ?? answers.New(Put.Place.Code);
        Screens = [.. Put.Content.PutTo(Begun.Given).SelectMany(q => q.Fields())];
        return Step();
    }

    protected virtual Task<IActionResult?> Step() => Task.FromResult<IActionResult?>(null);

    protected string PathOfStep(AnswerField? field) => PathOf("pas-a-pas/" + PartOf(field));

    protected static string PartOf(AnswerField? field) => field?.Code ?? "fin";
}
