using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <summary>Answers of one line in both colleges, as counts (0 or more).</summary>
public sealed record BarRow(string Label, int Left, int Right);

/// <summary>Two colleges on one axis. Bars are shares of each college's own total, so that a small college weighs as much as a large one.</summary>
public sealed record Bars(
    string Caption, string LeftLabel, string RightLabel, IReadOnlyList<BarRow> Rows,
    CollegeHue LeftHue = CollegeHue.People, CollegeHue RightHue = CollegeHue.Pros)
{
    public int LeftTotal => Rows.Sum(r => r.Left);
    public int RightTotal => Rows.Sum(r => r.Right);

    /// <summary>«Oui : 4 sur 5 et 3 sur 5. Non : 1 sur 5 et 0 sur 5.»</summary>
    public string Sentence => string.Join(" ", Rows.Select(r => $"{r.Label}\u00A0: {r.Left} sur {LeftTotal} et {r.Right} sur {RightTotal}."));
}

/// <summary>
/// Butterfly bars by college: a table that is read as a table, with the bars drawn in its cells.
/// <c>&lt;bars model="Model.Votes" /&gt;</c>
/// </summary>
[HtmlTargetElement("bars")]
public sealed class BarsTagHelper : TagHelper
{
    public Bars? Model { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Model is not { Rows.Count: > 0 } bars) { output.SuppressOutput(); return; }
        output.Become("figure", "bars",
            Markup.El("table", null,
                Markup.El("caption", "visually-hidden", $"{bars.Caption}. {bars.LeftLabel}, {bars.RightLabel}. {bars.Sentence}"),
                Markup.El("thead", null, Markup.El("tr", null,
                    Head(bars.LeftLabel, bars.LeftHue.Css() + " start"), Markup.El("td", null), Head(bars.RightLabel, bars.RightHue.Css()))),
                Markup.El("tbody", null, [.. bars.Rows.Select(row => Row(bars, row))])));
    }

    private static object Head(string label, string css) => Markup.El("th", css, label).With("scope", "col");

    private static object Row(Bars bars, BarRow row) => Markup.El("tr", null,
        Markup.El("td", bars.LeftHue.Css() + " start", Drawing(row.Left, bars.LeftTotal, fromEnd: true), Number(row.Left)),
        Markup.El("th", null, row.Label).With("scope", "row"),
        Markup.El("td", bars.RightHue.Css(), Number(row.Right), Drawing(row.Right, bars.RightTotal, fromEnd: false)));

    private static object Number(int count) => Markup.El("span", null, count.ToString(CultureInfo.InvariantCulture));

    // Geometry by attributes: the content security policy allows no style attribute.
    private static object Drawing(int count, int total, bool fromEnd)
    {
        var share = total == 0 ? 0 : Math.Clamp(100.0 * count / total, 0, 100);
        var svg = Markup.El("svg", null).With("aria-hidden", "true");
        if (share > 0)
            svg.InnerHtml.AppendHtml(Markup.Shape("rect", ("x", Percent(fromEnd ? 100 - share : 0)), ("width", Percent(share)), ("height", "100%"), ("rx", "4")));
        return svg;
    }

    private static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
