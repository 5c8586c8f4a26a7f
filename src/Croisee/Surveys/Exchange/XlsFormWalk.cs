using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>Goes down the survey sheet: groups become parts, a list of lines under one scale a matrix, the rest questions.</summary>
sealed class XlsFormWalk(IReadOnlyList<SheetRow> rows, XlsFormQuestions questions, XlsFormWords words, Gathering gathering)
{
    const int NestedMax = 12;

    readonly List<SheetRow> within = [];
    /// <summary>The innermost group of the part being filled; null outside every group.</summary>
    SheetRow? filled;
    bool begun;
    readonly HashSet<SheetRow> titled = new(ReferenceEqualityComparer.Instance);

    public Wording? About { get; private set; }
    public Wording? Thanks { get; private set; }

    public void Run()
    {
        for (var at = 0; at < rows.Count; at++)
        {
            var row = rows[at];
            var type = Type(row);
            if (row["disabled"] is "yes" or "TRUE") continue;
            if (type.Length == 0) { if (row["name"].Length > 0 || words.Of(row, "label") is not null) gathering.Report.Say("type", row.Where, "aucun type"); continue; }
            if (type == "begin_repeat") { gathering.Report.Say("repeat", row.Where); at = End(at, "repeat"); continue; }
            if (type == "end_group") { if (within.Count > 0) within.RemoveAt(within.Count - 1); continue; }
            if (type == "begin_group") { at = Group(row, at); continue; }
            if (row["name"] is XlsFormNames.About) { About = words.Of(row, "label"); continue; }
            if (row["name"] is XlsFormNames.Thanks) { Thanks = words.Of(row, "label"); continue; }
            Part();
            questions.Add(row, type);
        }
    }

    /// <summary>The standard's older names of the same types, which files still bear.</summary>
    static readonly (string Older, string Now)[] Older =
    [
        ("add select one prompt using ", "select_one "), ("select one from ", "select_one "), ("select one using ", "select_one "), ("select one ", "select_one "), ("select1 ", "select_one "),
        ("add select multiple prompt using ", "select_multiple "), ("select all that apply from ", "select_multiple "), ("select all that apply ", "select_multiple "), ("select multiple from ", "select_multiple "), ("select multiple using ", "select_multiple "), ("select multiple ", "select_multiple "),
    ];

    static string Type(SheetRow row)
    {
        var type = string.Join(' ', row["type"].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var (older, now) in Older) if (type.StartsWith(older, StringComparison.Ordinal)) { type = now + type[older.Length..]; break; }
        foreach (var end in new[] { " or specify other", " or other" }) if (type.EndsWith(end, StringComparison.Ordinal)) type = type[..^end.Length] + " or_other";
        return type switch { "string" => "text", "begin group" => "begin_group", "end group" => "end_group", "begin repeat" => "begin_repeat", "end repeat" => "end_repeat", _ => type };
    }

    int Group(SheetRow row, int at)
    {
        if (row["appearance"].Contains("table-list", StringComparison.Ordinal))
        {
            var end = End(at, "group");
            var lines = rows.Skip(at + 1).Take(end - at - 1).ToList();
            Part();
            if (questions.Matrix(row, lines)) return end;
            gathering.Report.Say("matrix.singles", row.Where);
        }
        if (within.Count == NestedMax) throw new UnreadableFile(row.Where, "Ce questionnaire est trop imbriqué.");
        gathering.Report.Say(within.Count == 0 ? "group" : "group.nested", row.Where);
        within.Add(row);
        return at;
    }

    /// <summary>Where what begins here ends, or the last row.</summary>
    int End(int from, string what)
    {
        var deep = 0;
        for (var at = from; at < rows.Count; at++)
            if (Type(rows[at]) == "begin_" + what) deep++;
            else if (Type(rows[at]) == "end_" + what && --deep == 0) return at;
        return rows.Count - 1;
    }

    /// <summary>Begins a part when what comes next lies in another group than what came before.</summary>
    void Part()
    {
        var inner = within.Count > 0 ? within[^1] : null;
        if (begun && ReferenceEquals(inner, filled)) return;
        (filled, begun) = (inner, true);
        if (inner is null) { gathering.Begin("p1", null, "survey"); return; }
        var name = inner["name"];
        var path = within.ToList();
        gathering.Begin(name.StartsWith(XlsFormNames.Part, StringComparison.Ordinal) ? name[XlsFormNames.Part.Length..] : name, path.Where(titled.Add).ToList().Aggregate((Wording?)null, (said, group) => gathering.Joined(said, words.Of(group, "label"), group.Where)), inner.Where, () => Together(path));
    }

    Condition? Together(List<SheetRow> path)
    {
        var parts = path.Select(r => questions.Condition(r["relevant"])).OfType<Condition>().ToList();
        return parts switch { [] => null, [var one] => one, _ => new AllOf(parts) };
    }
}
