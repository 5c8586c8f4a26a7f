using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <summary><c>&lt;qr text="…" label="…"&gt;</c>: a QR code as inline SVG, one path, printable; its text always stands beside it.</summary>
[HtmlTargetElement("qr", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrTagHelper : TagHelper
{
    public required string Text { get; set; }
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var rows = Qr.Of(Text);
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            int? end = null;
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x]) continue;
                var start = x;
                while (x + 1 < rows[y].Count && rows[y][x + 1]) x++;
                // Lines one unit thick, each from where the last one ended: half the weight of as many rectangles.
                if (end is { } from) path.Append(CultureInfo.InvariantCulture, $"m{start - from} 0h{x - start + 1}");
                else path.Append(CultureInfo.InvariantCulture, $"M{start} {y}.5h{x - start + 1}");
                end = x + 1;
            }
        }
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "qr");
        output.Attributes.SetAttribute("viewBox", $"0 0 {rows.Count} {rows.Count}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent($"<rect width=\"{rows.Count}\" height=\"{rows.Count}\" fill=\"#fff\"/><path d=\"{path}\" stroke=\"#000\" shape-rendering=\"crispEdges\"/>");
    }
}
