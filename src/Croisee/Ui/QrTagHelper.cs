using System.Collections;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Croisee.Ui;

/// <summary>
/// A code or an address as a picture to photograph, drawn in the page: no other request, sharp on paper. <c>&lt;qr text="https://…" label="…" /&gt;</c>
/// </summary>
[HtmlTargetElement("qr")]
public sealed class QrTagHelper : TagHelper
{
    public string Text { get; set; } = "";
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var maker = new QRCodeGenerator();
        using var data = maker.CreateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        output.Become("svg", "qr", Markup.Shape("path", ("d", Path(rows))));
        output.Attributes.SetAttribute("viewBox", $"0 0 {rows.Count} {rows.Count}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
    }

    /// <summary>One rectangle for each run of dark modules in a line.</summary>
    private static string Path(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x]) continue;
                var start = x;
                while (x < rows[y].Count && rows[y][x]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1H{start}z");
            }
        return path.ToString();
    }
}
