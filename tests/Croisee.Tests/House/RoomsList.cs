using System.Text.RegularExpressions;

namespace Croisee.Tests.House;

/// <summary>A room as docs/rooms.md describes it, on which floor, in which place of the one order.</summary>
sealed record RoomLine(string Name, string Line, string Floor, int Order);

/// <summary>docs/rooms.md: the order of the rooms, read and never guessed; and the arrows, read from the code.</summary>
static partial class RoomsList
{
    public const string File = "docs/rooms.md";

    public static IReadOnlyList<RoomLine> Read() => Parse(Repo.Read(File));

    public static IReadOnlyList<RoomLine> Parse(string markdown)
    {
        var rooms = new List<RoomLine>();
        var floor = "";
        var inside = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) inside = line == "## Les pièces";
            else if (line.StartsWith("### ", StringComparison.Ordinal)) floor = line[4..];
            else if (inside && Entry().Match(line) is { Success: true } m) rooms.Add(new(m.Groups["name"].Value, m.Groups["line"].Value, floor, rooms.Count));
        }
        return rooms;
    }

    /// <summary>Every arrow from a room to another, once, in the order of the rooms.</summary>
    public static IReadOnlyList<(string From, string To)> Arrows(IEnumerable<SourceFile> files, IReadOnlyList<RoomLine> rooms)
    {
        var all = files.ToList();
        var types = Types(all);
        var order = rooms.ToDictionary(r => r.Name, r => r.Order);
        return [.. all.Where(f => order.ContainsKey(f.Room)).SelectMany(f => f.Names(types).Where(n => n != f.Room && order.ContainsKey(n)).Select(n => (f.Room, n)))
            .Distinct().OrderBy(a => order[a.Room]).ThenBy(a => order[a.n])];
    }

    public static Dictionary<string, HashSet<string>> Types(IEnumerable<SourceFile> files) =>
        files.Where(f => f.Room.Length > 0 && !f.IsView).GroupBy(f => f.Room).ToDictionary(g => g.Key, g => g.SelectMany(f => f.Declared).ToHashSet(StringComparer.Ordinal));

    [GeneratedRegex(@"^\d+\. \*\*(?<name>\w+)\*\*\s*:\s*(?<line>.+)$", RegexOptions.None, 1000)] private static partial Regex Entry();
}
