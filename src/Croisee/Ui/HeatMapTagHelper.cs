using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <param name="NotAsked">Nobody can be asked for what stands here: with few, nothing is missing.</param>
public sealed record HeatCell(int Count, string? Href = null, bool NotAsked = false);

/// <summary>One line of the map: as many cells as there are columns.</summary>
public sealed record HeatRow(string Label, IReadOnlyList<HeatCell> Cells);

/// <summary>How many of something stand where two lists cross. Unit is said after each number («fiches»). Cells under Few are hatched: that is what is missing.</summary>
public sealed record HeatMap(string Caption, string Corner, string Unit, IReadOnlyList<string> Columns, IReadOnlyList<HeatRow> Rows, int Few = 2)
{
    public int Most => Rows.SelectMany(r => r.Cells).Select(c => c.Count).DefaultIfEmpty().Max();

    /// <summary>0 = too few (hatched), then four equal steps up to the largest cell.</summary>
    public int Level(int count) => count < Few ? 0 : Most <= Few ? 1 : 1 + Math.Min(3, 4 * (count - Few) / (Most - Few + 1));
}

/// <summary>
/// The coverage map: a table with shaded cells; on a phone each line becomes a small list. Needs office.css.
/// <c>&lt;heat-map model="Model.Coverage" /&gt;</c>
/// </summary>
[HtmlTargetElement("heat-map")]
public sealed class HeatMapTagHelper : TagHelper
{
    public HeatMap? Model { get; set; }
    /// <summary>The heading above already says the caption: it is kept for who listens.</summary>
    public bool Titled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Model is not { Rows.Count: > 0 } map) { output.SuppressOutput(); return; }
        output.Become("table", "heat",
            Markup.El("caption", Titled ? "visually-hidden" : null, map.Caption),
            Markup.El("thead", null, Line([Head("col", map.Corner), .. map.Columns.Select(c => Head("col", c))])).With("role", "rowgroup"),
            Markup.El("tbody", null, [.. map.Rows.Select(row => Row(map, row))]).With("role", "rowgroup"));
        output.Attributes.SetAttribute("role", "table");
    }

    private static object Row(HeatMap map, HeatRow row) =>
        Line([Head("row", row.Label), .. row.Cells.Zip(map.Columns, (cell, column) => Cell(map, row, column, cell))]);

    // Roles said again: on a phone the rows are laid out as blocks, and some browsers then forget the table.
    private static TagBuilder Line(object[] cells) => Markup.El("tr", null, cells).With("role", "row");

    private static object Head(string scope, string text) =>
        Markup.El("th", null, text).With("scope", scope).With("role", scope == "col" ? "columnheader" : "rowheader");

    private static object Cell(HeatMap map, HeatRow row, string column, HeatCell cell)
    {
        var count = cell.Count.ToString(CultureInfo.InvariantCulture);
        var inside = cell.Href is null
            ? Markup.El("span", null, count)
            : Markup.El("a", null, count, Markup.Heard($" {map.Unit}, {row.Label}, {column}")).With("href", cell.Href);
        // A list of nothing is for who reads the map: no engine has to walk through all of them.
        if (cell is { Href: not null, Count: 0 }) inside = inside.With("rel", "nofollow");
        return Markup.El("td", cell.NotAsked && cell.Count < map.Few ? "plain" : "h" + map.Level(cell.Count).ToString(CultureInfo.InvariantCulture), inside.With("data-label", column)).With("role", "cell");
    }
}
