using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Croisee.Ui.Paper;

/// <summary>A picture of lines and surfaces as the operators of a page: SVG as our pictograms are drawn, with shapes, paths and turns; no gradient, no text.</summary>
public sealed class PaperDrawing
{
    readonly StringBuilder drawn = new();

    PaperDrawing(double side) => Side = side;

    /// <summary>Width and height in its own measure, from the upper left corner.</summary>
    public double Side { get; }
    internal string Drawn => drawn.ToString();

    /// <summary>Null when it holds what is not known here: no picture is better than half of one.</summary>
    public static PaperDrawing? Read(Stream svg)
    {
        try
        {
            var root = XDocument.Load(svg).Root!;
            var drawing = new PaperDrawing(Numbers(root.Attribute("viewBox")?.Value ?? "0 0 72 72")[2]);
            drawing.Draw(root, new("#000", "none", 1, "", "", ""));
            return drawing;
        }
        catch (Exception e) when (e is XmlException or FormatException or ArgumentOutOfRangeException) { return null; }
    }

    sealed record Look(string Fill, string Stroke, double Width, string Cap, string Join, string Rule)
    {
        public Look Of(XElement one) => new(Said(one, "fill") ?? Fill, Said(one, "stroke") ?? Stroke, Said(one, "stroke-width") is { } w ? Numbers(w)[0] : Width,
            Said(one, "stroke-linecap") ?? Cap, Said(one, "stroke-linejoin") ?? Join, Said(one, "fill-rule") ?? Rule);

        public string Paint => (Fill != "none", Stroke != "none", Rule == "evenodd") switch
        {
            (true, true, false) => "B\n", (true, true, true) => "B*\n", (true, false, false) => "f\n", (true, false, true) => "f*\n", (false, true, _) => "S\n", _ => "n\n",
        };
    }

    void Draw(XElement parent, Look inherited)
    {
        foreach (var one in parent.Elements())
        {
            var look = inherited.Of(one);
            var turned = Said(one, "transform");
            if (turned is not null) drawn.Append("q ").AppendJoin(" cm\n", turned.Split(')', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Matrix)).Append(" cm\n");
            if (one.Name.LocalName is "g") Draw(one, look);
            else if (Shape(one) is { } shape) Paint(shape, look);
            if (turned is not null) drawn.Append("Q\n");
        }
    }

    void Paint(string shape, Look look)
    {
        if (look.Fill != "none") drawn.Append(Color(look.Fill)).Append(" rg\n");
        if (look.Stroke != "none") drawn.Append(CultureInfo.InvariantCulture, $"{Color(look.Stroke)} RG {Pdf.Number(look.Width)} w {(look.Cap == "round" ? 1 : 0)} J {(look.Join == "round" ? 1 : 0)} j\n");
        drawn.Append(shape).Append(look.Paint);
    }

    static string? Shape(XElement one)
    {
        double N(string name, double otherwise = 0) => Said(one, name) is { } said ? Numbers(said)[0] : otherwise;
        switch (one.Name.LocalName)
        {
            case "path": return SvgPath.Draw(Said(one, "d") ?? "");
            case "rect": return SvgPath.Draw(Rounded(N("x"), N("y"), N("width"), N("height"), N("rx")));
            case "line": return SvgPath.Draw(F($"M{N("x1")} {N("y1")}L{N("x2")} {N("y2")}"));
            case "polyline" or "polygon": return SvgPath.Draw("M" + Said(one, "points") + (one.Name.LocalName is "polygon" ? "z" : ""));
            case "circle" or "ellipse":
                var (rx, ry) = (N("rx", N("r")), N("ry", N("r")));
                return SvgPath.Draw(F($"M{N("cx") - rx} {N("cy")}a{rx} {ry} 0 0 1 {2 * rx} 0a{rx} {ry} 0 0 1 {-2 * rx} 0z"));
            default: throw new FormatException($"<{one.Name.LocalName}> in a picture");
        }
    }

    static string Rounded(double x, double y, double width, double height, double r) => r == 0 ? F($"M{x} {y}h{width}v{height}h{-width}z")
        : F($"M{x + r} {y}h{width - 2 * r}a{r} {r} 0 0 1 {r} {r}v{height - 2 * r}a{r} {r} 0 0 1 {-r} {r}h{2 * r - width}a{r} {r} 0 0 1 {-r} {-r}v{2 * r - height}a{r} {r} 0 0 1 {r} {-r}z");

    static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    static string? Said(XElement one, string name) => one.Attribute(name)?.Value;

    static string Color(string said)
    {
        if (said is not ['#', ..] || said.Length is not (4 or 7)) throw new FormatException($"« {said} » as a colour");
        var hex = said.Length == 4 ? string.Concat(said.Skip(1).Select(c => new string(c, 2))) : said[1..];
        return string.Join(' ', Convert.FromHexString(hex).Select(b => Pdf.Number(Math.Round(b / 255.0, 3))));
    }

    /// <summary>One turn: <c>matrix(a b c d e f</c>, <c>translate(x y</c>, or <c>rotate(degrees x y</c> around a point.</summary>
    static string Matrix(string said)
    {
        var n = Numbers(said[(said.IndexOf('(', StringComparison.Ordinal) + 1)..]);
        if (said.StartsWith("matrix", StringComparison.Ordinal) && n.Count == 6) return string.Join(' ', n.Select(Exact));
        if (said.StartsWith("translate", StringComparison.Ordinal)) return $"1 0 0 1 {Exact(n[0])} {Exact(n.Count > 1 ? n[1] : 0)}";
        if (!said.StartsWith("rotate", StringComparison.Ordinal)) throw new FormatException($"« {said} »");
        var (sin, cos) = Math.SinCos(n[0] * Math.PI / 180);
        var (x, y) = n.Count == 3 ? (n[1], n[2]) : (0, 0);
        return string.Join(' ', new[] { cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y }.Select(Exact));
    }

    static string Exact(double n) => n.ToString("0.######", CultureInfo.InvariantCulture);
    static List<double> Numbers(string said) => [.. said.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, NumberStyles.Float, CultureInfo.InvariantCulture))];
}
