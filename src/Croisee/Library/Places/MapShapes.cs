using System.Globalization;
using System.Text;

namespace Croisee.Library.Places;

/// <summary>
/// The outline of several neighbouring shapes as one: borders that two of them share fall away. Points are first tied to those already met
/// a hair's breadth off (the drawing is written in relative steps, whose errors add up), then rounded to whole units: lighter, and no gaps.
/// </summary>
public sealed class MapShapes
{
    const double Near = 0.06;
    readonly Dictionary<(int, int), (double X, double Y)> met = [];

    /// <summary>The rings of a path of the drawing, which knows « m », relative steps and « z » only.</summary>
    public IReadOnlyList<IReadOnlyList<(int X, int Y)>> Rings(string path)
    {
        var (rings, ring) = (new List<List<(int, int)>>(), new List<(int X, int Y)>());
        double x = 0, y = 0, startX = 0, startY = 0;
        foreach (var word in path.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "m" or "M") continue;
            if (word is "z" or "Z") { (x, y) = (startX, startY); Close(); continue; }
            var comma = word.IndexOf(',', StringComparison.Ordinal);
            x += double.Parse(word.AsSpan(0, comma), CultureInfo.InvariantCulture);
            y += double.Parse(word.AsSpan(comma + 1), CultureInfo.InvariantCulture);
            if (ring.Count == 0) (startX, startY) = (x, y);
            var point = Rounded(x, y);
            if (ring.Count == 0 || ring[^1] != point) ring.Add(point);
        }
        Close();
        return rings;

        void Close()
        {
            if (ring.Count > 1 && ring[^1] == ring[0]) ring.RemoveAt(ring.Count - 1);
            if (ring.Count > 2) rings.Add(ring);
            ring = [];
        }
    }

    (int, int) Rounded(double x, double y)
    {
        var (column, row) = ((int)Math.Floor(x / Near), (int)Math.Floor(y / Near));
        for (var i = -1; i <= 1; i++)
            for (var j = -1; j <= 1; j++)
                if (met.TryGetValue((column + i, row + j), out var known) && Math.Abs(known.X - x) < Near && Math.Abs(known.Y - y) < Near) return Whole(known);
        met[(column, row)] = (x, y);
        return Whole((x, y));

        static (int, int) Whole((double X, double Y) at) => ((int)Math.Round(at.X), (int)Math.Round(at.Y));
    }

    /// <summary>The outline of all these rings together.</summary>
    public static IReadOnlyList<IReadOnlyList<(int X, int Y)>> Outline(IEnumerable<IReadOnlyList<(int X, int Y)>> rings)
    {
        var edges = new HashSet<((int, int), (int, int))>();
        foreach (var ring in rings)
            for (var i = 0; i < ring.Count; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
                var edge = a.CompareTo(b) < 0 ? (a, b) : (b, a);
                // Met twice, it lies between two of the shapes.
                if (!edges.Remove(edge)) edges.Add(edge);
            }
        var ways = new Dictionary<(int X, int Y), List<(int X, int Y)>>();
        foreach (var (a, b) in edges) { To(a).Add(b); To(b).Add(a); }
        var outline = new List<IReadOnlyList<(int, int)>>();
        foreach (var start in ways.Keys.Order().ToList())
            while (ways[start].Count > 0) if (Straight(Walk(start)) is { Count: > 2 } ring) outline.Add(ring);
        return outline;

        List<(int X, int Y)> To((int, int) point) => ways.TryGetValue(point, out var to) ? to : ways[point] = [];

        List<(int X, int Y)> Walk((int X, int Y) start)
        {
            var (ring, at) = (new List<(int X, int Y)> { start }, start);
            while (ways[at] is [.., var next])
            {
                ways[at].RemoveAt(ways[at].Count - 1);
                ways[next].Remove(at);
                if (next == start) break;
                ring.Add(at = next);
            }
            return ring;
        }
    }

    /// <summary>Without the points that lie on a straight line.</summary>
    static List<(int X, int Y)> Straight(List<(int X, int Y)> ring)
    {
        var kept = new List<(int X, int Y)>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b, c) = (ring[(i + ring.Count - 1) % ring.Count], ring[i], ring[(i + 1) % ring.Count]);
            if ((b.X - a.X) * (c.Y - b.Y) != (b.Y - a.Y) * (c.X - b.X)) kept.Add(b);
        }
        return kept;
    }

    public static string Path(IEnumerable<IReadOnlyList<(int X, int Y)>> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{ring[0].X} {ring[0].Y}l");
            for (var i = 1; i < ring.Count; i++)
            {
                var (dx, dy) = (ring[i].X - ring[i - 1].X, ring[i].Y - ring[i - 1].Y);
                if (i > 1 && dx >= 0) path.Append(' ');
                path.Append(CultureInfo.InvariantCulture, $"{dx}").Append(dy >= 0 ? " " : "").Append(CultureInfo.InvariantCulture, $"{dy}");
            }
            path.Append('z');
        }
        return path.ToString();
    }

    /// <summary>The middle of the largest ring: where its number is written.</summary>
    public static (int X, int Y) Middle(IEnumerable<IReadOnlyList<(int X, int Y)>> rings)
    {
        var (largest, middle) = (0.0, (0, 0));
        foreach (var ring in rings)
        {
            double area = 0, x = 0, y = 0;
            for (var i = 0; i < ring.Count; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
                double cross = (double)a.X * b.Y - (double)b.X * a.Y;
                (area, x, y) = (area + cross, x + (a.X + b.X) * cross, y + (a.Y + b.Y) * cross);
            }
            if (Math.Abs(area) > largest) (largest, middle) = (Math.Abs(area), ((int)Math.Round(x / (3 * area)), (int)Math.Round(y / (3 * area))));
        }
        return middle;
    }
}
