using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>When a question or a part is put: lines that look at answers given before. What these lines cannot say is shown in words, and stays unless somebody replaces it.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class WriteConditionModel(AppDb db, Visitor visitor, TimeProvider clock) : QuestionnaireScreen(db, visitor, clock)
{
    public const string OfQuestion = "question", OfPart = "partie";

    /// <summary>« question » or « partie ».</summary>
    [FromRoute(Name = "sorte")] public string Kind { get; set; } = "";
    [FromRoute(Name = "cible")] public string Target { get; set; } = "";
    [BindProperty] public ConditionForm Form { get; set; } = new();

    AskedQuestion? question;
    Section? section;
    public bool IsPart => section is not null;
    public string Name => (question?.Text ?? section?.Title)?.Text ?? $"Partie {Content.Sections.ToList().IndexOf(section!) + 1}";
    public IReadOnlyList<AnswerField> Before { get; private set; } = [];
    Condition? Holding => question is null ? section!.ShownIf : question.ShownIf;
    /// <summary>What holds today, in words; null when it is put to everybody.</summary>
    public string? InWords => Holding is { } condition ? ConditionWords.Of(condition, Content, default) : null;
    /// <summary>It was made elsewhere, of more levels than these lines can say.</summary>
    public bool IsElsewhere => ConditionLines.Of(Holding) is null;

    protected override Task<IActionResult?> Ready()
    {
        question = Kind == OfQuestion ? Content.Questions.FirstOrDefault(q => q.Code == Target) : null;
        section = Kind == OfPart ? Content.Part(Target) : null;
        if (question is null && section is null) return Task.FromResult<IActionResult?>(NotFound());
        Before = question is null ? Content.Before(section!) : Content.Before(question);
        if (HttpMethods.IsPost(Request.Method)) Form.WithRoom();
        return Task.FromResult<IActionResult?>(null);
    }

    public IEnumerable<Choice> Questions => Before.Select(f => new Choice(f.Code, f.Text.Text));
    public IEnumerable<Choice> Answers => ConditionForm.Answers(Before);

    public void OnGet() => Form = ConditionForm.Of(ConditionLines.Of(Holding), Before);

    public async Task<IActionResult> OnPost()
    {
        if (IsElsewhere && Form.Elsewhere != ConditionForm.Replace) return Redirect(PathOf("#" + Anchor));
        foreach (var (field, sentence) in Form.Faults(Content, Before, question?.Code ?? "")) ModelState.AddModelError(field.Length == 0 ? "" : "Form." + field, sentence);
        if (!ModelState.IsValid) return Page();
        var condition = Form.Write();
        var content = question is null ? Content.With(section! with { ShownIf = condition })
            : Content.Put(Content.Sections.First(s => s.Questions.Contains(question)).Code, question with { ShownIf = condition });
        return await Written(content, condition is null ? $"« {Short(Name)} » est pour tout le monde" : $"« {Short(Name)} » a une condition", "#" + Anchor);
    }

    string Anchor => question?.Code ?? "partie-" + section!.Code;
}
