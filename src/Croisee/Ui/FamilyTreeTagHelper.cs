using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <summary>A named thing and what grew out of it.</summary>
public sealed record TreeNode(string Label, string Href, IReadOnlyList<TreeNode> Children)
{
    public int Count => 1 + Children.Sum(c => c.Count);
}

/// <summary>A family tree from left to right: <c>&lt;family-tree model="Model.Tree" /&gt;</c>. The nested list beside it says the same to whoever does not see it. Needs office.css.</summary>
[HtmlTargetElement("family-tree")]
public sealed class FamilyTreeTagHelper : TagHelper
{
    const int Step = 36, Row = 34, Width = 640, Longest = 60, Most = 60;

    public TreeNode? Model { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Model is not { Children.Count: > 0 } root) { output.SuppressOutput(); return; }
        var svg = Markup.El("svg", null).With("aria-hidden", "true");
        var row = 0;
        Draw(svg, root, 0, ref row);
        svg.With("viewBox", $"0 0 {N(Width)} {N(row * Row)}");
        output.Become("figure", "family", svg);
    }

    static int Draw(TagBuilder svg, TreeNode node, int depth, ref int row)
    {
        var (x, mine) = (12 + depth * Step, row);
        svg.InnerHtml.AppendHtml(Markup.Shape("circle", ("cx", N(x)), ("cy", N(Y(mine))), ("r", "7"), ("class", depth == 0 ? "root" : "kin")));
        svg.InnerHtml.AppendHtml(Markup.El("text", null, Short(node.Label)).With("x", N(x + 14)).With("y", N(Y(mine))).With("dominant-baseline", "central"));
        row++;
        foreach (var child in node.Children)
        {
            if (row >= Most) break;
            var at = Draw(svg, child, depth + 1, ref row);
            svg.InnerHtml.AppendHtml(Markup.Shape("path", ("d", $"M{N(x)} {N(Y(mine) + 7)}V{N(Y(at))}H{N(x + Step - 7)}")));
        }
        return mine;
    }

    static int Y(int row) => row * Row + Row / 2;
    static string Short(string label) => label.Length <= Longest ? label : label[..(Longest - 1)].TrimEnd() + "…";
    static string N(int value) => value.ToString(CultureInfo.InvariantCulture);
}
