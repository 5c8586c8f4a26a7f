using System.Text.Encodings.Web;
using Croisee.Words;
using Microsoft.AspNetCore.Html;
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
        var errors = ViewContext.ModelState.Where(s => s.Value!.Errors.Count > 0).SelectMany(s => s.Value!.Errors.Select(e => (s.Key, words.Told(e.ErrorMessage)))).Distinct().ToList();
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
        list.InnerHtml.AppendHtml(new Lines(errors, FormFieldTagHelper.LabelsOf(ViewContext.HttpContext)));
        output.Content.AppendHtml(title).AppendHtml(list);
    }

    /// <summary>
    /// Written when the page is sent: the fields are drawn after the summary, and only then are their order and their labels known.
    /// What concerns the whole form comes first, then each field in the order of the page; the same words about several fields say which.
    /// </summary>
    sealed class Lines(List<(string Key, string ErrorMessage)> errors, Dictionary<string, string> labels) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var order = labels.Keys.ToList();
            var repeated = errors.CountBy(e => e.ErrorMessage).Where(c => c.Value > 1).Select(c => c.Key).ToHashSet();
            foreach (var (key, message) in errors.OrderBy(e => order.IndexOf(e.Key)))
            {
                var line = new TagBuilder("li");
                if (key.Length == 0) line.InnerHtml.Append(message);
                else
                {
                    var link = new TagBuilder("a");
                    link.Attributes["href"] = "#" + FormFieldTagHelper.IdOf(key);
                    link.InnerHtml.Append(repeated.Contains(message) && labels.TryGetValue(key, out var label) ? $"{label} – {message}" : message);
                    line.InnerHtml.AppendHtml(link);
                }
                line.WriteTo(writer, encoder);
            }
        }
    }
}
