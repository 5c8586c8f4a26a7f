using Croisee.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <summary><c>&lt;choices for="Form.Kind" options="…" label="…"&gt;</c>: radios, checkboxes (<c>many</c>) or, for long lists of one, a select (<c>list</c>).</summary>
[HtmlTargetElement("choices", Attributes = "for,options")]
public sealed class ChoicesTagHelper(Localizer words) : FormFieldTagHelper(words)
{
    public IEnumerable<Choice> Options { get; set; } = [];
    public bool Many { get; set; }
    public bool List { get; set; }
    /// <summary>Short answers side by side where the screen allows it.</summary>
    public bool Inline { get; set; }

    /// <summary>From this many answers on, a list is set in columns with lighter boxes: a wall of choices tires.</summary>
    const int Long = 9;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = TypedMany();
        if (Options is IChoices list) Options = list.With(chosen);
        var lines = new ChoiceLines(Words, Name, Id, chosen, Many);
        if (List) Select(output, lines); else Set(output, lines);
    }

    void Select(TagHelperOutput output, ChoiceLines lines)
    {
        Wrap(output, "div");
        var label = new TagBuilder("label");
        label.Attributes["for"] = Id;
        label.InnerHtml.Append(LabelText + Mark);
        var select = new TagBuilder("select");
        select.Attributes["id"] = Id;
        select.Attributes["name"] = Name;
        if (DescribedBy.Length > 0) select.Attributes["aria-describedby"] = DescribedBy;
        if (Error is not null) select.Attributes["aria-invalid"] = "true";
        select.InnerHtml.AppendHtml(lines.NoOption());
        foreach (var part in Options.GroupBy(o => o.Group))
        {
            var group = part.Key is null ? select : new TagBuilder("optgroup");
            group.InnerHtml.AppendHtml(lines.Options([.. part]));
            if (part.Key is null) continue;
            group.Attributes["label"] = Words[part.Key];
            select.InnerHtml.AppendHtml(group);
        }
        output.Content.AppendHtml(label).AppendHtml(HintAndError()).AppendHtml(select);
    }

    void Set(TagHelperOutput output, ChoiceLines lines)
    {
        Wrap(output, "fieldset");
        // The error summary links to the group: the first control carries the field's id.
        if (DescribedBy.Length > 0) output.Attributes.SetAttribute("aria-describedby", DescribedBy);
        var legend = new TagBuilder("legend");
        legend.InnerHtml.Append(LabelText + Mark);
        output.Content.AppendHtml(legend).AppendHtml(HintAndError());
        var options = Options.ToList();
        var before = 0;
        foreach (var part in options.GroupBy(o => o.Group))
        {
            Choice[] choices = [.. part];
            var box = new TagBuilder("div");
            box.AddCssClass(Inline ? "choices choices-inline" : options.Count >= Long ? "choices choices-long" : "choices");
            box.InnerHtml.AppendHtml(lines.Boxes(choices, before));
            before += choices.Length;
            output.Content.AppendHtml(part.Key is null ? box : Folded(part.Key, choices, lines.ChosenOf(choices), box));
        }
    }

    /// <summary>A part of a long list, folded unless something in it is chosen or the first answer is still owed.</summary>
    TagBuilder Folded(string heading, Choice[] options, int chosen, TagBuilder box)
    {
        var summary = new TagBuilder("summary");
        summary.InnerHtml.Append(Words[heading]);
        var count = new TagBuilder("span");
        count.AddCssClass("hint");
        count.InnerHtml.Append(chosen > 0 ? Words["{0} sur {1}", chosen, options.Length] : Words["{0} réponses possibles", options.Length]);
        summary.InnerHtml.AppendHtml(" ").AppendHtml(count);
        var fold = new TagBuilder("details");
        fold.AddCssClass("choices-fold");
        if (chosen > 0 || Error is not null) fold.Attributes["open"] = "open";
        fold.InnerHtml.AppendHtml(summary).AppendHtml(box);
        return fold;
    }
}
