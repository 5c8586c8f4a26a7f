using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>Writes one question, new or not.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class WriteQuestionModel(AppDb db, Visitor visitor, TimeProvider clock) : QuestionnaireScreen(db, visitor, clock)
{
    public const string New = "nouvelle";

    [FromRoute(Name = "question")] public string QuestionCode { get; set; } = "";
    [BindProperty] public QuestionForm Form { get; set; } = new();
    public bool IsNew => QuestionCode == New;
    AskedQuestion? before;

    protected override Task<IActionResult?> Ready()
    {
        before = Content.Questions.FirstOrDefault(q => q.Code == QuestionCode);
        return Task.FromResult<IActionResult?>(before is null && !IsNew ? NotFound() : null);
    }

    public IEnumerable<Choice> Kinds => Enum.GetValues<QuestionKind>().Select(k => new Choice(k.ToString(), k.French()));
    public IEnumerable<Choice> ScaleChoices => Scales.Each.Select(s => new Choice(s.Code, $"{s.Label} : {string.Join(", ", s.Options.Where(o => !o.Silent).Select(o => o.Text.Text))}"));
    public IEnumerable<Choice> Pictures => Pictograms.Names.Order(StringComparer.Ordinal).Select(n => new Choice(n, Pictograms.InWords(n)));
    public IEnumerable<Choice> Sections => Content.Sections.Select((s, i) => new Choice(s.Code, s.Title?.Text ?? $"Partie {i + 1}"));
    public static IEnumerable<Choice> Traits =>
    [
        new(QuestionForm.Required, "Il faut répondre", "On peut toujours choisir « Je ne veux pas répondre », ou passer en version facile."),
        new(QuestionForm.Shuffled, "Mélanger les réponses", "Dans un ordre différent pour chaque personne, si leur ordre ne veut rien dire."),
        new(QuestionForm.Sensitive, "Elle parle de soins ou de douleur", "Le résultat n’est pas montré quand tout le monde répond pareil."),
        new(QuestionForm.Describes, "Elle décrit la personne", "Tranche d’âge, ancienneté… Une seule sert à découper les résultats."),
    ];

    /// <summary>« Seulement si »: an answer to a closed question that stands before this one.</summary>
    public IEnumerable<Choice> Conditions
    {
        get
        {
            if (Form.Condition == QuestionForm.KeepCondition && before?.ShownIf is { } own) yield return new(QuestionForm.KeepCondition, Answering.ConditionWords.Of(own, Content, default));
            foreach (var asked in Content.Questions.TakeWhile(q => q.Code != QuestionCode).Where(q => q.Kind.IsClosed() && q.Kind is not QuestionKind.Ranking).SelectMany(q => q.Fields()))
                foreach (var option in new Answering.AskedField(asked, default, null, []).Options)
                    yield return new($"{asked.Code}|{option.Code}", option.Text.Text, null, asked.Text.Text);
        }
    }

    /// <summary>The folded part stands open as soon as it holds something, or something in it was refused.</summary>
    public bool ShowsMore => Form is { Traits.Count: > 0 } || new[] { Form.Help, Form.HelpEasy, Form.Proxy, Form.ProxyLines, Form.Picture, Form.Condition, $"{Form.Least}", $"{Form.Most}" }.Any(said => !string.IsNullOrWhiteSpace(said))
        || new[] { nameof(Form.Help), nameof(Form.HelpEasy), nameof(Form.Proxy), nameof(Form.ProxyLines), nameof(Form.Picture), nameof(Form.Condition), nameof(Form.Traits), nameof(Form.Least), nameof(Form.Most) }.Any(name => ModelState["Form." + name]?.Errors.Count > 0);

    public void OnGet() => Form = before is null
        ? new() { Section = Content.Sections.LastOrDefault()?.Code }
        : QuestionForm.Of(before, Content.Sections.First(s => s.Questions.Contains(before)).Code);

    public async Task<IActionResult> OnPost()
    {
        if (Content.Sections.All(s => s.Code != Form.Section)) { ModelState.AddModelError("Form.Section", "Choisissez une partie de la liste."); return Page(); }
        var used = Questionnaire.Used;
        var question = Form.Write(IsNew ? Content.NextCode(used) : QuestionCode, before, used);
        var content = Content.Put(Form.Section!, question);
        foreach (var fault in ContentFaults.Of(content).Where(f => f.Question == question.Code)) ModelState.AddModelError(FieldOf(question, fault), fault.Sentence);
        if (before is not null) KeepSense(before, question, content);
        if (!ModelState.IsValid) return Page();
        var name = question.Text.Text.Length > 100 ? question.Text.Text[..100] + "…" : question.Text.Text;
        return await Written(content, IsNew ? $"« {name} » est ajoutée" : $"« {name} » est modifiée", "#" + question.Code);
    }

    /// <summary>What others ask of this question must still be asked after the change: an answer taken away, or another way of answering, would hide them from everybody, without a word.</summary>
    void KeepSense(AskedQuestion was, AskedQuestion now, QuestionnaireContent content)
    {
        var (known, fields) = (ContentFaults.Of(Content), was.Fields().Select(f => f.Code).ToHashSet(StringComparer.Ordinal));
        var lost = content.Conditions().Where(c => c.Question != now.Code && c.Condition.Lines.Any(l => l.Reads.Any(fields.Contains) && ConditionSense.LosesSense(l, was, now))).ToList();
        var field = was.Kind != now.Kind ? "Form.Kind" : was.Scale != now.Scale ? "Form.Scale" : was.Most != now.Most ? "Form.Most" : was.Least != now.Least ? "Form.Least" : "Form.Lines";
        foreach (var (_, words, _) in lost) ModelState.AddModelError(field, $"« {Short(words)} » dépend de la réponse à cette question, telle qu’elle est. Gardez la manière de répondre, l’échelle et les bornes, ou changez d’abord cette condition.");
        foreach (var fault in ContentFaults.Of(content).Where(f => f.Question != now.Code && !known.Any(f.IsStill) && f.Sentence.StartsWith("Sa condition", StringComparison.Ordinal) && lost.TrueForAll(l => l.Question != f.Question)))
            ModelState.AddModelError("Form.Lines", $"{(content.Find(fault.Question ?? "") is { } other ? $"« {other.Text.Text} »" : "Une partie")} dépend d’une réponse que vous retirez. Gardez sa ligne, ou changez d’abord cette condition.");
    }

    static string FieldOf(AskedQuestion question, ContentFault fault) =>
        fault.Sentence.Contains("condition", StringComparison.Ordinal) ? "Form.Condition" : fault.Sentence.Contains("échelle", StringComparison.Ordinal) ? "Form.Scale"
        : fault.Sentence.StartsWith("« Au moins »", StringComparison.Ordinal) ? "Form.Most"
        : question.Kind.HasOptions() || question.Kind is QuestionKind.Matrix ? "Form.Lines" : "Form.Text";
}
