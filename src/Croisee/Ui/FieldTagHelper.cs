using System.ComponentModel.DataAnnotations;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <summary><c>&lt;field for="Form.Title" label="…" hint="…"&gt;</c>: one line of text, or several with <c>rows</c>. The limit comes from the noun through the form's annotation.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(Localizer words) : FormFieldTagHelper(words)
{
    public int Rows { get; set; }
    public string? Type { get; set; }
    public string? Autocomplete { get; set; }
    public string? Inputmode { get; set; }
    /// <summary>The page says once, above a set of short texts, what it would say under each.</summary>
    public bool Quiet { get; set; }

    protected override string? Caution =>
        Rows > 0 && !Quiet && ViewContext.ViewData[FreeTextKey] is string said && Hint?.Contains(said, StringComparison.Ordinal) is not true ? said : null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output, "div");
        var label = new TagBuilder("label");
        label.Attributes["for"] = Id;
        label.InnerHtml.Append(LabelText + Mark);
        output.Content.AppendHtml(label).AppendHtml(HintAndError());
        var input = Rows > 0 ? Area() : Line();
        output.Content.AppendHtml(MaxLength is { } max && Rows > 0 ? Counted(input, max) : input);
    }

    int? MaxLength => (For.Metadata as DefaultModelMetadata)?.Attributes.Attributes.Select(a => a switch
    {
        StringLengthAttribute length => length.MaximumLength,
        MaxLengthAttribute length => length.Length,
        _ => (int?)null,
    }).FirstOrDefault(l => l is not null);

    TagBuilder Area()
    {
        var area = new TagBuilder("textarea");
        Common(area);
        area.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // A leading line break is swallowed by browsers: one more keeps what was typed.
        area.InnerHtml.AppendHtml("\n").Append(Typed ?? "");
        return area;
    }

    TagBuilder Line()
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        Common(input);
        input.Attributes["type"] = Type ?? "text";
        if (Type is not ("password" or "file")) input.Attributes["value"] = Typed ?? "";
        return input;
    }

    void Common(TagBuilder input)
    {
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        if (DescribedBy.Length > 0) input.Attributes["aria-describedby"] = DescribedBy;
        if (Error is not null) input.Attributes["aria-invalid"] = "true";
        if (Autocomplete is not null) input.Attributes["autocomplete"] = Autocomplete;
        if (Inputmode is not null) input.Attributes["inputmode"] = Inputmode;
    }

    /// <summary>The custom element improves what already works: without script the limit is in the hint and checked by the server.</summary>
    TagBuilder Counted(TagBuilder input, int max)
    {
        var counter = new TagBuilder("char-count");
        counter.Attributes["max"] = max.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var line = new TagBuilder("p");
        line.AddCssClass("hint count");
        line.InnerHtml.Append(Words["{0} caractères au plus", max.ToString("N0", Localizer.French)]);
        counter.InnerHtml.AppendHtml(input).AppendHtml(line);
        return counter;
    }
}
