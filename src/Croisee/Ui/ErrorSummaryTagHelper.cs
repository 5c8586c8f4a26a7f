using Croisee.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <summary>First thing in a refused form: how many things to correct, each a link to its field. Takes the focus.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Localizer words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState.Where(s => s.Value!.Errors.Count > 0).SelectMany(s => s.Value!.Errors.Select(e => (s.Key, e.ErrorMessage.Typeset()))).Distinct().ToList();
        if (errors.Count == 0) { output.SuppressOutput(); return; }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        var title = new TagBuilder("h2");
        title.InnerHtml.Append(words.Count(errors.Count, "", "Une chose est à corriger", "{0} choses sont à corriger"));
        var list = new TagBuilder("ul");
        foreach (var (key, message) in errors)
        {
            var line = new TagBuilder("li");
            if (key.Length == 0) line.InnerHtml.Append(message);
            else
            {
                var link = new TagBuilder("a");
                link.Attributes["href"] = "#" + FormFieldTagHelper.IdOf(key);
                link.InnerHtml.AppendHtml(errors.Count(e => e.Item2 == message) > 1 ? new FieldLabels.Late(ViewContext.HttpContext, key, message) : new StringHtmlContent(message));
                line.InnerHtml.AppendHtml(link);
            }
            list.InnerHtml.AppendHtml(line);
        }
        output.Content.AppendHtml(title).AppendHtml(list);
    }
}
