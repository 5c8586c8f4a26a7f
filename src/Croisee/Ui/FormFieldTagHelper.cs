using Croisee.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <summary>Label above, hint under, error between, input last: the base of every form field. The id is the field's name with dots and brackets as underscores.</summary>
public abstract class FormFieldTagHelper(Localizer words) : TagHelper
{
    /// <summary>ViewData key: what somebody else saved meanwhile, by field name; shown beside the field.</summary>
    public const string TheirsKey = "theirs";

    /// <summary>ViewData key: a sentence said under each free text of this page.</summary>
    public const string FreeTextKey = "under-free-text";

    [HtmlAttributeName("for")] public required ModelExpression For { get; set; }
    public string? Label { get; set; }
    public string? Hint { get; set; }
    /// <summary>Says « (facultatif) » after the label: what is asked for is the rule, so only the exception is marked.</summary>
    public bool Optional { get; set; }
    [ViewContext, HtmlAttributeNotBound] public required ViewContext ViewContext { get; set; }

    protected Localizer Words => words;
    /// <summary>With what stands before it when the form's fields are in a partial (<c>for="Form"</c>).</summary>
    protected string Name { get; private set; } = "";
    protected string Id { get; private set; } = "";
    protected string? Error { get; private set; }
    ModelStateEntry? state;

    /// <summary>A field asks for its name and what was typed a dozen times, a list once for each answer: found once.</summary>
    public override void Init(TagHelperContext context)
    {
        Name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        Id = IdOf(Name);
        ViewContext.ModelState.TryGetValue(Name, out state);
        Error = state is { Errors: [var first, ..] } ? words.Told(first.ErrorMessage) : null;
    }

    protected string DescribedBy => string.Join(' ', new[] { Hint is null && Caution is null ? null : Id + "-aide", Error is null ? null : Id + "-erreur" }.Where(x => x is not null));

    /// <summary>How each field of this page is called, known once the page is drawn.</summary>
    internal static Dictionary<string, string> LabelsOf(HttpContext context) => (Dictionary<string, string>)(context.Items[typeof(FormFieldTagHelper)] ??= new Dictionary<string, string>());

    public static string IdOf(string name) => name.Replace('.', '_').Replace('[', '_').Replace(']', '_');

    /// <summary>What was typed, even when it could not be understood.</summary>
    protected string? Typed => state?.AttemptedValue is { } typed ? typed : For.Model switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, Localizer.French),
        var other => other.ToString(),
    };

    protected HashSet<string> TypedMany() => state?.RawValue is { } raw
        ? [.. raw is string[] many ? many : [raw.ToString() ?? ""]]
        : For.Model switch
        {
            null => [],
            string one => [one],
            bool yes => [yes ? "true" : "false"],
            IEnumerable<string> texts => [.. texts],
            IEnumerable<object> things => [.. things.Select(o => o.ToString() ?? "")],
            var one => [one.ToString() ?? ""],
        };

    protected string LabelText => words[Label ?? Name];
    protected string Mark => Optional ? " " + words["(facultatif)"] : "";

    /// <summary>What the page says under each of its free texts, unless the hint says it already.</summary>
    protected virtual string? Caution => null;

    protected IHtmlContent HintAndError()
    {
        var content = new HtmlContentBuilder();
        if (Hint is not null || Caution is not null)
            content.AppendHtml(Block("p", "hint", Id + "-aide", string.Join(words.Mode is ReadingMode.EasyRead ? "\n" : " ", new[] { Hint, Caution }.Where(t => !string.IsNullOrEmpty(t)).Select(t => words[t!]))));
        if (Error is not null)
        {
            var error = Block("p", "error", Id + "-erreur", "");
            var said = new TagBuilder("span");
            said.AddCssClass("visually-hidden");
            said.InnerHtml.Append(words["Erreur :"] + " ");
            error.InnerHtml.AppendHtml(said).Append(Error);
            content.AppendHtml(error);
        }
        if (ViewContext.ViewData[TheirsKey] is IReadOnlyDictionary<string, string> theirs && theirs.TryGetValue(Name, out var other))
        {
            var block = Block("div", "theirs", Id + "-autre", "");
            block.InnerHtml.AppendHtml(Block("p", "theirs-title", Id + "-autre-titre", words["L’autre personne a enregistré :"])).AppendHtml(Block("p", "theirs-text", Id + "-autre-texte", other.Length == 0 ? words["(rien)"] : other));
            content.AppendHtml(block);
        }
        return content;
    }

    protected void Wrap(TagHelperOutput output, string tag)
    {
        LabelsOf(ViewContext.HttpContext)[Name] = LabelText;
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var classes = Error is null ? "field" : "field field-error";
        if (output.Attributes.TryGetAttribute("class", out var given)) classes += " " + given.Value;
        output.Attributes.SetAttribute("class", classes);
    }

    static TagBuilder Block(string tag, string css, string id, string text)
    {
        var block = new TagBuilder(tag);
        block.AddCssClass(css);
        block.Attributes["id"] = id;
        block.InnerHtml.Append(text);
        return block;
    }
}
