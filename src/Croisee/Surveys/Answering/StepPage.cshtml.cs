using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Surveys.Answering;

/// <summary>One question a screen: big targets, pictures, always the same ways out. « Passer » needs no answer, required or not: nobody is held at a question.</summary>
[Audience(Audience.Public), EnableRateLimiting(AnswerLimit.Name)]
public sealed class StepPageModel(AppDb db, PutSurveys surveys, StepAnswers answers, TimeProvider clock) : StepScreen(db, surveys, answers, clock)
{
    [FromRoute(Name = "champ")] public string FieldCode { get; set; } = "";
    /// <summary>Which button: empty goes on with the answer, « passer » without one; « revenir », « garder » and « seul » go elsewhere and lose nothing that was typed.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }

    protected override bool IsAnswered => true;
    protected override bool IsLong => Put.Field(FieldCode)?.Question.Kind.IsText() is true;

    public AskedField Asked { get; private set; } = null!;
    /// <summary>Text said before the question: its part, and an information that stands before it.</summary>
    public IReadOnlyList<SaidText> Before { get; private set; } = [];
    public int Number { get; private set; }
    ReadAnswers? read;

    protected override Task<IActionResult?> Step()
    {
        Number = Screens.ToList().FindIndex(f => f.Code == FieldCode) + 1;
        if (Number == 0) return Task.FromResult<IActionResult?>(Put.Field(FieldCode) is null ? NotFound() : Redirect(PathOf("pas-a-pas")));
        var field = Screens[Number - 1];
        var warning = read is null && !Request.HasFormContentType && FaultOf(field) is null ? WarningOf(field) : null;
        Warned = warning is not null;
        if (Request.HasFormContentType) read = ReadAnswers.Of(field, Sent);
        Asked = new AskedField(field, Reader, Number, read is null ? Begun.Given[FieldCode] : [.. Sent(FieldCode)], read is null ? FaultOf(field) ?? warning : Doing is null ? read.Errors.Select(e => e.Sentence).FirstOrDefault() : null, Big: true, AskedField.OrderOf(Begun.Key), read is null ? null : WholePage.Places(Request, field.Question));
        Before = [.. Put.Content.SaidBefore(field, Begun.Given)];
        return Task.FromResult<IActionResult?>(null);
    }

    IReadOnlyList<string> Sent(string code) => Request.Form.TryGetValue(AskedField.Prefix + code, out var values) ? [.. values.OfType<string>()] : [];

    const string Passes = "passer", GoesBack = "revenir", Keeps = "garder", Alone = "seul",
        TooLong = "Vos réponses sont trop longues pour rester sur cet appareil. Raccourcissez ce texte, ou répondez à toutes les questions sur une page.";

    /// <summary>Null on a shared tablet's first question: the page before it forgets whoever was there.</summary>
    public string? Back => Number > 1 ? PathOfStep(Screens[Number - 2]) : IsKiosk ? null : PathOf();

    /// <summary>Nothing is stored here: the place counts sheets, not questions, or a helper who goes through them one by one would be a crowd at its door. The network's own bar counts them.</summary>
    public override IActionResult? Admit() => null;

    public void OnGet() { }

    public IActionResult OnPost()
    {
        if (Doing == Passes) return Go([]);
        if (Doing is GoesBack or Keeps or Alone) return Leave();
        foreach (var (field, sentence) in read!.Errors) ModelState.AddModelError(AskedField.Prefix + field, sentence);
        if (ModelState.IsValid && !TextWarning.WasShown(Request) && TextWarning.Of([Screens[Number - 1]], read.Given).FirstOrDefault() is { Sentence: { } warning })
        {
            Warned = true;
            return Refused(warning);
        }
        if (ModelState.IsValid && TextWarning.WasShown(Request)) Begun = Begun with { Warned = [.. (Begun.Warned ?? []).Union([FieldCode])] };
        return ModelState.IsValid ? Go([.. read.Given[FieldCode]]) : Page();
    }

    /// <summary>The next time, this text goes as it is.</summary>
    public bool Warned { get; private set; }

    /// <summary>An answer may change what comes after it: the next screen is found anew. A passed question is kept as passed, so that « continuer » does not come back to it.</summary>
    IActionResult Go(string[] chosen)
    {
        ForgetTold();
        Begun.Answers[FieldCode] = chosen;
        if (!Answers.Keep(HttpContext, Begun)) return Refused(TooLong);
        var screens = Put.Content.PutTo(Begun.Given).SelectMany(q => q.Fields()).ToList();
        var here = screens.FindIndex(f => f.Code == FieldCode);
        return Redirect(PathOfStep(here + 1 < screens.Count ? screens[here + 1] : null));
    }

    /// <summary>Elsewhere with what was typed, right or not: it is read again before it is sent.</summary>
    IActionResult Leave()
    {
        if (!IsOpen) return Page();
        var typed = Typed();
        ForgetTold();
        // Another text than the one its author was told about.
        if (!typed.SequenceEqual(Begun.Given[FieldCode])) Begun = Begun with { Warned = Begun.Warned?.Where(f => f != FieldCode).ToArray() };
        if (typed is { Length: 0 } && Sent(FieldCode).All(string.IsNullOrWhiteSpace)) { if (Begun.Answers.GetValueOrDefault(FieldCode) is { Length: > 0 }) Begun.Answers.Remove(FieldCode); }
        else Begun.Answers[FieldCode] = typed;
        if (Doing == Keeps && Begun.Answers.Values.All(v => v.Length == 0)) return Refused("Vous n’avez encore rien répondu : il n’y a rien à garder.");
        if (Doing == Alone) Begun = Begun with { HelpedBy = By };
        if (!Answers.Keep(HttpContext, Begun)) return Refused(TooLong);
        // Left alone, the person finds the same question without the helper's view: from here on, nobody helps unless they say so.
        return Redirect(Doing switch { Keeps => PathOf("garder"), Alone => PathOf("pas-a-pas/" + FieldCode, by: null), _ => Back ?? PathOf("pas-a-pas/" + FieldCode) });
    }

    /// <summary>As it will be shown again: what no box says is no choice, and « je ne veux pas répondre » is a question that was passed.</summary>
    string[] Typed()
    {
        IReadOnlyList<string> said = read!.Given.Has(FieldCode) ? read.Given[FieldCode] : [.. Sent(FieldCode).Select(v => v.Trim()).Where(v => v.Length > 0 && v != AnswerOption.Refusal.Code)];
        return Asked.Question.Kind.IsClosed() ? [.. said.Intersect(Asked.Question.Kept())] : [.. said.Take(1)];
    }

    /// <summary>A new answer begins: the code told here before is another person's.</summary>
    void ForgetTold()
    {
        if (Begun.Answers.Count == 0) Later.ResumeCookie.ForgetTold(HttpContext);
    }

    IActionResult Refused(string sentence)
    {
        Asked = Asked with { Error = sentence };
        ModelState.AddModelError(AskedField.Prefix + FieldCode, sentence);
        return Page();
    }
}
