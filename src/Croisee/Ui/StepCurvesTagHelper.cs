using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <summary>From X on the share is Y (0 to 1), until the next step; Low and High bound it where a band is drawn.</summary>
public sealed record CurveStep(int X, double Y, double? Low = null, double? High = null);

/// <param name="End">Where the line ends: nothing is known after.</param>
/// <param name="Marks">Places with a small bar on the line.</param>
public sealed record StepCurve(string Label, IReadOnlyList<CurveStep> Steps, int End, IReadOnlyList<int> Marks);

/// <summary>Shares that fall by steps. Up to six lines, told apart by their pattern and their letter besides their colour.</summary>
public sealed record StepCurves(string Caption, string Across, string Up, int Width, int Every, IReadOnlyList<StepCurve> Curves);

/// <summary>
/// Step lines drawn on the server: <c>&lt;step-curves model="Model.Curves" /&gt;</c>. The words and the table beside it say the same. Needs office.css.
/// </summary>
[HtmlTargetElement("step-curves")]
public sealed class StepCurvesTagHelper : TagHelper
{
    public const int Most = 6;
    const int Left = 66, Top = 12, Across = 500, Down = 250, Right = 30, Under = 56;

    public StepCurves? Model { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Model is not { Curves.Count: > 0 } model) { output.SuppressOutput(); return; }
        var svg = Markup.El("svg", null).With("viewBox", $"0 0 {Left + Across + Right} {Top + Down + Under}").With("role", "img").With("aria-label", model.Caption);
        Frame(svg, model);
        var curves = model.Curves.Take(Most).ToList();
        if (curves.Count == 1) Put(svg, "path", "band", ("d", Band(model, curves[0])));
        for (var i = 0; i < curves.Count; i++) Line(svg, model, curves[i], i, curves.Count > 1);
        output.Become("figure", "curves", svg, curves.Count > 1 ? Markup.List("ul", "curve-keys", curves.Select((c, i) => Key(c, i))) : null);
    }

    static void Frame(TagBuilder svg, StepCurves model)
    {
        for (var share = 0; share <= 100; share += 25)
        {
            var y = Y(share / 100.0);
            Put(svg, "line", "grid", ("x1", Left.ToString(CultureInfo.InvariantCulture)), ("x2", N(Left + Across)), ("y1", y), ("y2", y));
            Say(svg, share.ToString(CultureInfo.InvariantCulture) + "\u00a0%", N(Left - 6), y, "end", "central");
        }
        for (var x = 0; x <= model.Width; x += model.Every) Say(svg, x.ToString(CultureInfo.InvariantCulture), X(model, x), N(Top + Down + 18), "middle", null);
        Say(svg, model.Across, N(Left + Across / 2.0), N(Top + Down + 44), "middle", null);
        Put(svg, "line", "axis", ("x1", N(Left)), ("x2", N(Left + Across)), ("y1", Y(0)), ("y2", Y(0)));
    }

    static void Line(TagBuilder svg, StepCurves model, StepCurve curve, int i, bool lettered)
    {
        var kind = "k" + (i + 1).ToString(CultureInfo.InvariantCulture);
        Put(svg, "path", kind, ("d", Path(model, curve)));
        foreach (var mark in curve.Marks) Put(svg, "path", kind + " mark", ("d", $"M{X(model, mark)} {Y(At(curve, mark))}m0-5v10"));
        if (lettered) Say(svg, Letter(i), N(double.Parse(X(model, curve.End), CultureInfo.InvariantCulture) + 7), Y(At(curve, curve.End)), "start", "central");
    }

    static string Path(StepCurves model, StepCurve curve)
    {
        var path = new StringBuilder($"M{X(model, 0)} {Y(1)}");
        foreach (var step in curve.Steps) path.Append($"H{X(model, step.X)}V{Y(step.Y)}");
        return path.Append($"H{X(model, curve.End)}").ToString();
    }

    /// <summary>Between the bounds, step by step: along the upper ones, then back along the lower ones.</summary>
    static string Band(StepCurves model, StepCurve curve)
    {
        var known = curve.Steps.Where(s => s is { Low: not null, High: not null }).ToList();
        if (known.Count == 0) return "";
        var path = new StringBuilder();
        for (var i = 0; i < known.Count; i++)
        {
            var until = X(model, i + 1 < known.Count ? known[i + 1].X : curve.End);
            path.Append($"M{X(model, known[i].X)} {Y(known[i].High!.Value)}H{until}V{Y(known[i].Low!.Value)}H{X(model, known[i].X)}Z");
        }
        return path.ToString();
    }

    static double At(StepCurve curve, int x) => curve.Steps.LastOrDefault(s => s.X <= x)?.Y ?? 1;

    static object Key(StepCurve curve, int i) => Markup.El("li", null,
        Markup.El("svg", null, Markup.Shape("path", ("d", "M0 8H44"), ("class", "k" + (i + 1).ToString(CultureInfo.InvariantCulture)))).With("viewBox", "0 0 44 16").With("aria-hidden", "true"),
        Markup.El("b", null, Letter(i)), " " + curve.Label);

    static string Letter(int i) => ((char)('A' + i)).ToString();
    static string X(StepCurves model, int x) => N(Left + Across * (double)x / Math.Max(1, model.Width));
    static string Y(double share) => N(Top + Down * (1 - share));
    static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    static void Put(TagBuilder svg, string shape, string css, params (string, string)[] attributes) => svg.InnerHtml.AppendHtml(Markup.Shape(shape, [("class", css), .. attributes]));

    static void Say(TagBuilder svg, string words, string x, string y, string anchor, string? baseline)
    {
        var text = Markup.El("text", null, words).With("x", x).With("y", y).With("text-anchor", anchor);
        svg.InnerHtml.AppendHtml(baseline is null ? text : text.With("dominant-baseline", baseline));
    }
}
