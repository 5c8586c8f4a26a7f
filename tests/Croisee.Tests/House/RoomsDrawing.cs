using System.Globalization;
using System.Text;

namespace Croisee.Tests.House;

/// <summary>
/// The rooms in their one order, from the top, and each arrow as an arc on the right, which is the side that goes down.
/// An arrow that climbed would stand alone on the left. Same code, same bytes: no clock, no random, no measure of text.
/// </summary>
sealed class RoomsDrawing(IReadOnlyList<RoomLine> rooms, IReadOnlyList<(string From, string To)> arrows)
{
    const int Left = 96, Box = 250, Row = 46, Head = 118, FloorGap = 30, ArcStart = Left + Box, Width = 860;
    const string Ink = "#22252B", Soft = "#4A505B", Paper = "#FBF8F2", Rule = "#DDD5C6", Warm = "#A2381F", Cool = "#0B5563", Pale = "#B9AE9A";
    /// <summary>Rooms above the first that carries pages; arcs to the others are drawn pale.</summary>
    readonly HashSet<string> domain = [.. rooms.TakeWhile(r => r.Name != "Ui").Select(r => r.Name)];
    readonly StringBuilder svg = new();

    public string Svg()
    {
        var places = Places(rooms, out var height);
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" role="img" aria-labelledby="titre texte" font-family="'Atkinson Hyperlegible Next', Verdana, system-ui, sans-serif">""");
        Line($"""<title id="titre">Les pièces de Croisée et leurs flèches</title>""");
        Line($"""<desc id="texte">{Html(Sentence())}</desc>""");
        Line($"""<rect width="{Width}" height="{height}" rx="14" fill="{Paper}"/>""");
        Line($"""<text x="{Left}" y="46" font-size="26" font-weight="700" fill="{Ink}">Les pièces de la maison</text>""");
        Line($"""<text x="{Left}" y="72" font-size="15" fill="{Soft}">Chaque arc est une flèche. Toutes vont vers le bas, du côté droit.</text>""");
        Legend();
        foreach (var (from, to) in arrows.OrderBy(a => IsDomain(a.To))) Arc(places[from], places[to], from, to);
        var floor = "";
        foreach (var room in rooms)
        {
            if (room.Floor != floor) Floor(floor = room.Floor, places[room.Name]);
            Room(room, places[room.Name]);
        }
        Line("</svg>");
        return svg.ToString();
    }

    /// <summary>The same as a table, for docs/rooms.md: who cannot see the drawing reads it.</summary>
    public string Table()
    {
        var table = new StringBuilder("## Les flèches\n\nLues dans le code. « Domaine » compte les flèches vers d’autres pièces du domaine : autour de trois, c’est bien ; au-delà, on se demande pourquoi.\n\n| pièce | nomme | domaine |\n|---|---|---:|\n");
        foreach (var room in rooms)
        {
            var to = arrows.Where(a => a.From == room.Name).Select(a => a.To).ToList();
            if (to.Count > 0) table.Append(CultureInfo.InvariantCulture, $"| {room.Name} | {string.Join(", ", to)} | {to.Count(IsDomain)} |\n");
        }
        return table.ToString();
    }

    bool IsDomain(string room) => domain.Contains(room);

    static Dictionary<string, int> Places(IReadOnlyList<RoomLine> rooms, out int height)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var y = Head;
        var floor = "";
        foreach (var room in rooms)
        {
            if (room.Floor != floor) y += FloorGap;
            floor = room.Floor;
            places[room.Name] = y;
            y += Row;
        }
        height = y + 30;
        return places;
    }

    string Sentence() =>
        $"{rooms.Count} pièces l’une sous l’autre, et {arrows.Count} flèches qui descendent toutes. "
        + string.Join(" ", rooms.Select(r => (r.Name, To: arrows.Where(a => a.From == r.Name).Select(a => a.To).ToList())).Where(r => r.To.Count > 0).Select(r => $"{r.Name} nomme {string.Join(", ", r.To)}."));

    void Legend()
    {
        Line($"""<path d="M{Width - 210} 40h34" stroke="{Warm}" stroke-width="3"/><text x="{Width - 166}" y="45" font-size="13" fill="{Soft}">vers le domaine</text>""");
        Line($"""<path d="M{Width - 210} 66h34" stroke="{Pale}" stroke-width="1.5" stroke-dasharray="5 4"/><text x="{Width - 166}" y="71" font-size="13" fill="{Soft}">vers ce qui porte</text>""");
    }

    void Floor(string name, int y)
    {
        Line($"""<path d="M{Left} {y - 8}h{Box}" stroke="{Rule}" stroke-width="1.5"/>""");
        Line($"""<text x="{Left}" y="{y - 14}" font-size="12.5" fill="{Soft}">{Html(name)}</text>""");
    }

    void Room(RoomLine room, int y)
    {
        var colour = IsDomain(room.Name) ? Warm : Cool;
        Line($"""<g><title>{Html(room.Name + " : " + room.Line)}</title><rect x="{Left}" y="{y}" width="{Box}" height="{Row - 10}" rx="9" fill="#FFFFFF" stroke="{colour}" stroke-width="2"/>""");
        Line($"""<circle cx="{Left + 20}" cy="{y + 18}" r="5" fill="{colour}"/><text x="{Left + 36}" y="{y + 24}" font-size="17" font-weight="700" fill="{Ink}">{Html(room.Name)}</text></g>""");
    }

    void Arc(int from, int to, string fromName, string toName)
    {
        var down = to > from;
        var side = down ? 1 : -1;
        var x = down ? ArcStart : Left;
        var (start, end) = (from + 25, to + 11);
        var reach = side * (36 + Math.Abs(end - start) * 46 / 100);
        var colour = !down ? "#C00000" : IsDomain(toName) ? Warm : Pale;
        var look = IsDomain(toName) ? """stroke-width="2.4" stroke-opacity=".85" """ : """stroke-width="1.2" stroke-dasharray="5 4" """;
        Line($"""<g fill="none" stroke="{colour}" {look}><title>{Html($"{fromName} nomme {toName}")}</title><path d="M{x} {start}C{x + reach} {start} {x + reach} {end} {x + side * 9} {end}"/><path d="M{x + side * 12} {end - 5}L{x + side * 3} {end}L{x + side * 12} {end + 5}" stroke-dasharray="none"/></g>""");
    }

    static string Html(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    void Line(FormattableString line) => svg.Append(FormattableString.Invariant(line)).Append('\n');
    void Line(string line) => svg.Append(line).Append('\n');
}
