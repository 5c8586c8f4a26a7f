using System.Collections.Frozen;
using System.Text.Json;

namespace Croisee.Framework;

/// <summary>
/// How our words and fields stand beside those of others (domain 2.2): versioned data, a reason on each line. It relates, it does not equate.
/// Read once from <c>crosswalks.json</c>.
/// </summary>
public static class Crosswalks
{
    /// <param name="Ours">A code of ours.</param>
    /// <param name="Theirs">Their word in French; null when they have none.</param>
    /// <param name="Relation">proche, partielle or absente.</param>
    public sealed record Line(string Ours, string? Theirs, string? English, string Relation, string Reason);

    public sealed record Scale(string Code, string Name, string Source, IReadOnlyList<Line> Lines);

    /// <param name="Name">As their files call it.</param>
    /// <param name="Words">In French words, for those that are kept; theirs for the others.</param>
    /// <param name="Ours">Code of our field dictionary; null when we have none.</param>
    /// <param name="Many">Holds several values, numbered in their files.</param>
    /// <param name="Translated">Written in several languages.</param>
    /// <param name="Kept">Kept with an imported case.</param>
    /// <param name="Values">Their value in small letters → codes of ours that it may be.</param>
    /// <param name="Also">Other names under which their files write the same.</param>
    /// <param name="Left">Columns beside it of which nothing is kept: numbers, counts, addresses of their site.</param>
    public sealed record CaseField(string Name, string Words, string? Ours, bool Many, bool Translated, bool Kept, string Relation, string Reason, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, IReadOnlyList<string> Also, IReadOnlyList<string> Left);

    static Crosswalks()
    {
        using var file = typeof(Crosswalks).Assembly.GetManifestResourceStream("Croisee.Framework.crosswalks.json") ?? throw new InvalidDataException("crosswalks.json is not embedded.");
        using var json = JsonDocument.Parse(file);
        Version = json.RootElement.GetProperty("version").GetInt32();
        Scales = [.. json.RootElement.GetProperty("scales").EnumerateArray().Select(ScaleOf)];
        Participedia = [.. json.RootElement.GetProperty("participedia").EnumerateArray().Select(FieldOf)];
        ByField = Participedia.ToFrozenDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);
        ByColumn = Participedia.SelectMany(f => f.Also.Prepend(f.Name).Select(name => (name, f, true)).Concat(f.Left.Select(name => (name, f, false)))).ToFrozenDictionary(c => c.name, c => (c.f, c.Item3), StringComparer.OrdinalIgnoreCase);
    }

    public static int Version { get; }
    public static IReadOnlyList<Scale> Scales { get; }
    /// <summary>The fields of a case of Participedia, those we leave included.</summary>
    public static IReadOnlyList<CaseField> Participedia { get; }
    public static FrozenDictionary<string, CaseField> ByField { get; }
    /// <summary>The field that a column of theirs belongs to by any of its names, and whether the column holds it.</summary>
    public static FrozenDictionary<string, (CaseField Field, bool Holds)> ByColumn { get; }

    /// <summary>Their levels for one of our codes, and the way back.</summary>
    public static IEnumerable<Line> From(string scale, string ours) => Scales.Single(s => s.Code == scale).Lines.Where(l => l.Ours == ours);
    public static IEnumerable<string> To(string scale, string english) => Scales.Single(s => s.Code == scale).Lines.Where(l => string.Equals(l.English, english, StringComparison.OrdinalIgnoreCase)).Select(l => l.Ours);

    static Scale ScaleOf(JsonElement json) => new(Text(json, "code")!, Text(json, "name")!, Text(json, "source")!,
        [.. json.GetProperty("lines").EnumerateArray().Select(l => new Line(Text(l, "ours")!, Text(l, "theirs"), Text(l, "english"), Text(l, "relation")!, Text(l, "reason")!))]);

    static CaseField FieldOf(JsonElement json)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>();
        if (json.TryGetProperty("pairs", out var pairs)) foreach (var pair in pairs.EnumerateObject()) values[pair.Name] = [pair.Value.GetString()!];
        if (Text(json, "values") is { } scale) foreach (var word in Scales.Single(s => s.Code == scale).Lines.Select(l => l.English).OfType<string>().Distinct()) values[word] = [.. To(scale, word)];
        return new(Text(json, "field")!, Text(json, "name") ?? Text(json, "field")!, Text(json, "ours"), Is(json, "many"), Is(json, "translated"), Text(json, "ours") is not null || Is(json, "kept"), Text(json, "relation")!, Text(json, "reason")!, values, Texts(json, "also"), Texts(json, "left"));
    }

    static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
    static IReadOnlyList<string> Texts(JsonElement json, string name) => json.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(v => v.GetString()!)] : [];
    static bool Is(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.GetBoolean();
}
