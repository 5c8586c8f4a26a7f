using System.Globalization;
using System.Text;

namespace Croisee.Ui.Paper;

/// <summary>Writes the lines and curves of an SVG path (moves, lines, cubic curves, arcs) as the operators of a page.</summary>
sealed class SvgPath(string data)
{
    readonly StringBuilder drawn = new();
    int at;
    (double X, double Y) now, start, bend;

    public static string Draw(string data) => new SvgPath(data).Run();

    string Run()
    {
        var (command, before) = (' ', ' ');
        while (More())
        {
            if (char.IsAsciiLetter(data[at])) command = data[at++];
            Step(command, before);
            before = command;
            // What follows a move without a new letter is a line.
            command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
        }
        return drawn.ToString();
    }

    void Step(char command, char before)
    {
        var from = char.IsLower(command) ? now : (X: 0, Y: 0);
        (double, double) Point() => (from.X + Number(), from.Y + Number());
        switch (char.ToUpperInvariant(command))
        {
            case 'M': now = start = bend = Point(); Write("m", now); break;
            case 'L': Line(Point()); break;
            case 'H': Line((from.X + Number(), now.Y)); break;
            case 'V': Line((now.X, from.Y + Number())); break;
            case 'C': Curve(Point(), Point(), Point()); break;
            case 'S': Curve("CcSs".Contains(before, StringComparison.Ordinal) ? (2 * now.X - bend.X, 2 * now.Y - bend.Y) : now, Point(), Point()); break;
            case 'A': Arc(Number(), Number(), Number(), Flag(), Flag(), Point()); break;
            case 'Z': drawn.Append("h\n"); now = bend = start; break;
            default: throw new FormatException($"« {command} » in a path");
        }
    }

    void Line((double X, double Y) to)
    {
        now = bend = to;
        Write("l", to);
    }

    void Curve((double X, double Y) one, (double X, double Y) two, (double X, double Y) to)
    {
        Write("c", one, two, to);
        (bend, now) = (two, to);
    }

    /// <summary>From two ends to a centre, then a curve for each quarter turn (SVG 2, appendix B.2.4).</summary>
    void Arc(double rx, double ry, double degrees, bool large, bool sweep, (double X, double Y) to)
    {
        if (rx == 0 || ry == 0 || to == now) { Line(to); return; }
        (rx, ry) = (Math.Abs(rx), Math.Abs(ry));
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (dx, dy) = ((now.X - to.X) / 2, (now.Y - to.Y) / 2);
        var (x, y) = (cos * dx + sin * dy, cos * dy - sin * dx);
        var stretch = Math.Sqrt(x * x / (rx * rx) + y * y / (ry * ry));
        if (stretch > 1) (rx, ry) = (rx * stretch, ry * stretch);
        var away = Math.Sqrt(Math.Max(0, rx * rx * ry * ry / (rx * rx * y * y + ry * ry * x * x) - 1)) * (large == sweep ? -1 : 1);
        var (cx, cy) = (away * rx * y / ry, -away * ry * x / rx);
        var (mx, my) = (cos * cx - sin * cy + (now.X + to.X) / 2, sin * cx + cos * cy + (now.Y + to.Y) / 2);
        var first = Math.Atan2((y - cy) / ry, (x - cx) / rx);
        var turn = Math.Atan2((-y - cy) / ry, (-x - cx) / rx) - first;
        if (sweep && turn < 0) turn += 2 * Math.PI;
        if (!sweep && turn > 0) turn -= 2 * Math.PI;
        var parts = Math.Max(1, (int)Math.Ceiling(Math.Abs(turn) / (Math.PI / 2) - 1e-9));
        var reach = 4.0 / 3 * Math.Tan(turn / parts / 4);
        (double, double) On(double u, double v) => (mx + cos * rx * u - sin * ry * v, my + sin * rx * u + cos * ry * v);
        for (var i = 0; i < parts; i++)
        {
            var ((s, c), (t, d)) = (Math.SinCos(first + turn * i / parts), Math.SinCos(first + turn * (i + 1) / parts));
            Curve(On(c - reach * s, s + reach * c), On(d + reach * t, t - reach * d), i == parts - 1 ? to : On(d, t));
        }
        bend = now;
    }

    void Write(string sign, params ReadOnlySpan<(double X, double Y)> points)
    {
        foreach (var (x, y) in points) drawn.Append(CultureInfo.InvariantCulture, $"{Pdf.Number(x)} {Pdf.Number(y)} ");
        drawn.Append(sign).Append('\n');
    }

    bool More()
    {
        while (at < data.Length && (char.IsWhiteSpace(data[at]) || data[at] == ',')) at++;
        return at < data.Length;
    }

    bool Flag() => More() && data[at++] == '1';

    /// <summary>Numbers touch each other where a sign or a second point parts them: « 1.5.5-2 ».</summary>
    double Number()
    {
        More();
        var from = at;
        if (at < data.Length && data[at] is '-' or '+') at++;
        for (var point = false; at < data.Length; at++)
            if (data[at] == '.' && !point) point = true;
            else if (data[at] is 'e' or 'E' && at + 1 < data.Length) { at += data[at + 1] is '-' or '+' ? 1 : 0; point = true; }
            else if (!char.IsAsciiDigit(data[at])) break;
        return double.Parse(data.AsSpan(from, at - from), NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
