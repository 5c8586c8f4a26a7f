using System.Net;
using System.Text.RegularExpressions;

namespace Croisee.Bench.Load;

/// <summary>One control of a form as the page shows it. Options of a select are given as one field each.</summary>
/// <param name="Kind">hidden, text, textarea, radio, checkbox, option, submit… as HTML calls it.</param>
/// <param name="Chosen">Checked or selected when the page came.</param>
public sealed record FormField(string Name, string Kind, string Value, bool Chosen);

/// <summary>
/// A form read from a page, once per visitor while the scene is set: convenience before speed. What is measured uses
/// <see cref="FormTemplate"/>.
/// </summary>
public sealed class PageForm
{
    private static readonly Regex Forms = Pattern("<form\\b([^>]*)>(.*?)</form>");
    private static readonly Regex Controls = Pattern("<(input|button|textarea|select|option)\\b([^>]*)>([^<]*)|</select>");

    private PageForm(string action, List<FormField> fields)
    {
        Action = action;
        Fields = fields;
    }

    /// <summary>The address to post to; empty for the page's own.</summary>
    public string Action { get; }

    public IReadOnlyList<FormField> Fields { get; }

    /// <summary>The forms of the page that are sent by POST, in their order.</summary>
    public static IEnumerable<PageForm> All(string page) =>
        from Match form in Forms.Matches(page)
        where Attribute(form.Groups[1].Value, "method")?.Equals("post", StringComparison.OrdinalIgnoreCase) == true
        select new PageForm(Attribute(form.Groups[1].Value, "action") ?? "", Read(form.Groups[2].Value));

    private static List<FormField> Read(string html)
    {
        var fields = new List<FormField>();
        string? select = null;
        foreach (Match control in Controls.Matches(html))
        {
            var (element, attributes, text) = (control.Groups[1].Value.ToLowerInvariant(), control.Groups[2].Value, control.Groups[3].Value);
            var name = Attribute(attributes, "name");
            if (element.Length == 0) select = null;
            else if (element == "select") select = name;
            else if (element == "option")
            {
                if (select != null) fields.Add(new(select, "option", Attribute(attributes, "value") ?? WebUtility.HtmlDecode(text), Has(attributes, "selected")));
            }
            else if (name != null)
            {
                var kind = element == "textarea" ? element : Attribute(attributes, "type") ?? (element == "button" ? "submit" : "text");
                var value = element == "textarea" ? WebUtility.HtmlDecode(text) : Attribute(attributes, "value") ?? (kind is "radio" or "checkbox" ? "on" : "");
                fields.Add(new(name, kind, value, Has(attributes, "checked")));
            }
        }
        return fields;
    }

    private static string? Attribute(string attributes, string name)
    {
        var match = Pattern($"(?:^|\\s){name}\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))").Match(attributes);
        return match.Success ? WebUtility.HtmlDecode(match.Groups[1].Value + match.Groups[2].Value + match.Groups[3].Value) : null;
    }

    private static bool Has(string attributes, string name) => Pattern($"(?:^|\\s){name}(?:\\s|=|/|$)").IsMatch(attributes);

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.IgnoreCase);
}
