using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

public enum ThreadMark { Word, Decision, Effect, None }

/// <summary>One step of the thread: a word said (circle), a decision (diamond), an effect (disc), or nothing yet (empty disc).</summary>
public sealed record ThreadStep(ThreadMark Mark, string Title, string? Detail = null);

/// <summary>The words that the drawing says without letters, for those who hear the page.</summary>
public sealed record ThreadWords(string Word = "Parole", string Decision = "Décision", string Effect = "Effet", string None = "Effet attendu")
{
    public string For(ThreadMark mark) => mark switch
    {
        ThreadMark.Word => Word,
        ThreadMark.Decision => Decision,
        ThreadMark.Effect => Effect,
        _ => None,
    };
}

/// <summary>
/// Le fil: from a word said to a decision and its effect, as an ordered list.
/// <c>&lt;thread steps="Model.Steps" label="…" across="true" /&gt;</c>
/// </summary>
[HtmlTargetElement("thread")]
public sealed class ThreadTagHelper : TagHelper
{
    public IReadOnlyList<ThreadStep> Steps { get; set; } = [];
    public string? Label { get; set; }

    /// <summary>In one line on a large screen; always top to bottom on a phone.</summary>
    public bool Across { get; set; }

    /// <summary>When steps are not said-decided-done (how a call goes, say), the marks stay and their words go.</summary>
    public bool Silent { get; set; }
    public ThreadWords Words { get; set; } = new();

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Steps.Count == 0) { output.SuppressOutput(); return; }
        output.Become("ol", Across ? "thread across" : "thread", [.. Steps.Select(Item)]);
        output.Attributes.SetAttribute("role", "list");
        if (Label is not null) output.Attributes.SetAttribute("aria-label", Label);
    }

    private object Item(ThreadStep step) => Markup.El("li", Css(step.Mark),
        Markup.El("b", null, Silent ? null : Markup.Heard(Words.For(step.Mark) + "\u00A0: "), step.Title),
        string.IsNullOrEmpty(step.Detail) ? null : Markup.El("span", null, step.Detail));

    private static string Css(ThreadMark mark) => mark switch
    {
        ThreadMark.Word => "word",
        ThreadMark.Decision => "decision",
        ThreadMark.Effect => "effect",
        _ => "none",
    };
}
