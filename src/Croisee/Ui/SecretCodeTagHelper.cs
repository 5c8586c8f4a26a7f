using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <summary>
/// A private code in groups one can read aloud. <c>&lt;secret-code code="LUNE-4821-…" /&gt;</c>; groups are separated by hyphens or spaces.
/// </summary>
[HtmlTargetElement("secret-code")]
public sealed class SecretCodeTagHelper : TagHelper
{
    public string Code { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var groups = Code.Split(['-', ' '], StringSplitOptions.RemoveEmptyEntries);
        // A real space between groups: copying the line gives a code that can be typed again.
        output.Become("p", "secret", [.. groups.SelectMany((group, i) => new object?[] { i == 0 ? null : " ", Markup.El("b", null, group) })]);
        output.Attributes.SetAttribute("translate", "no");
    }
}
