using System.Text.Json;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>Reads a FHIR R4 Questionnaire (JSON): what this house can ask, in its words, and one line for everything that became something else.</summary>
public sealed class FhirReader
{
    const QuestionnaireFormat Format = QuestionnaireFormat.Fhir;
    /// <summary>Bytes.</summary>
    public const int LongestFile = 4_000_000;
    const int ItemsMax = 2_000, DepthMax = 12;

    /// <summary>What is read, and what only tells one file from another.</summary>
    static readonly HashSet<string> Known = ["resourceType", "id", "meta", "text", "contained", "url", "version", "name", "title", "_title", "status", "date", "subjectType", "language", "description", "_description", "publisher", "copyright", "extension", "item"];

    readonly Gathering gathering = new(Format);
    readonly FhirItems items;
    readonly List<JsonElement> within = [];
    /// <summary>Their order in the file: linkIds should be different, and are not always.</summary>
    readonly List<int> opened = [];
    readonly HashSet<int> titled = [];
    string? filled;
    int count, groups;

    FhirReader(JsonElement root) => items = new(gathering, root);

    public static ReadQuestionnaire Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > LongestFile) return ReadQuestionnaire.None(Format, "fichier", "Ce fichier est trop grand pour un questionnaire.");
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 64 });
            var reader = new FhirReader(document.RootElement);
            try { return reader.Read(document.RootElement); }
            catch (UnreadableFile unreadable) { return reader.gathering.Report.Stop(unreadable.Where, unreadable.Message); }
        }
        catch (JsonException broken) { return ReadQuestionnaire.None(Format, $"ligne {(broken.LineNumber ?? 0) + 1}", "Ce fichier ne se lit pas comme du JSON, ou il est trop imbriqué."); }
        // Half of a sign, written as an escape, is no text.
        catch (InvalidOperationException) { return ReadQuestionnaire.None(Format, "fichier", "Un texte de ce fichier n’est pas du texte."); }
    }

    ReadQuestionnaire Read(JsonElement root)
    {
        if (root.Said("resourceType") != "Questionnaire") throw new UnreadableFile("resourceType", "Ce fichier FHIR n’est pas un questionnaire (« Questionnaire »).");
        foreach (var language in root.Extensions(FhirNames.Language))
            if (language.Extensions("tag").FirstOrDefault().Said("valueCode") is { Length: > 0 and <= Gathering.TagMax } tag) gathering.Languages.TryAdd(tag, language.Extensions("name").FirstOrDefault().Said("valueString"));
        if (root.Has("modifierExtension")) throw new UnreadableFile("modifierExtension", "Ce questionnaire porte une extension qui change son sens d’une façon qui n’est pas connue ici.");
        if (root.EnumerateObject().Select(p => p.Name).Where(n => !Known.Contains(n)).ToList() is { Count: > 0 } lost) gathering.Report.Say("definition", "racine", string.Join(", ", lost));
        if (root.Each("extension").Select(e => e.Said("url")).Where(u => u is not (FhirNames.Language or FhirNames.Source or FhirNames.Thanks)).Select(FhirJson.Tail).Distinct().ToList() is { Count: > 0 } others) gathering.Report.Say("control", "racine", string.Join(", ", others));
        Walk(root, null);
        items.TellUncalled();
        var title = root.Text("title", gathering, "title", Questionnaire.TitleMax) ?? root.Text("name", gathering, "name", Questionnaire.TitleMax) ?? new Wording("Questionnaire FHIR");
        return gathering.Finish(new QuestionnaireContent(title)
        {
            About = root.Text("description", gathering, "description"),
            Credit = Credit.Of(root.Text("publisher", gathering, "publisher", Credit.Max)?.Text, root.Extensions(FhirNames.Source).FirstOrDefault() is { ValueKind: JsonValueKind.Object } source ? source.Text("valueString", gathering, "extension", Credit.Max)?.Text : null, root.Text("copyright", gathering, "copyright", Credit.Max)?.Text),
            Thanks = root.Extensions(FhirNames.Thanks).FirstOrDefault() is { ValueKind: JsonValueKind.Object } thanks ? thanks.Text("valueString", gathering, "extension") : null,
        });
    }

    /// <param name="around">When the question that these stand in is put, where they stand in one.</param>
    void Walk(JsonElement parent, Func<Condition?>? around)
    {
        if (within.Count > DepthMax) throw new UnreadableFile(Where(parent), "Ce questionnaire est trop imbriqué.");
        foreach (var item in parent.Each("item"))
        {
            if (++count > ItemsMax) throw new UnreadableFile(Where(item), $"Ce questionnaire a plus de {ItemsMax} questions.");
            if (item.Has("modifierExtension")) { gathering.Report.Say("modifier", Where(item)); continue; }
            if (item.Flag(FhirNames.Hidden)) { gathering.Report.Say("hidden", Where(item)); continue; }
            if (item.Said("type") == "group") Group(item);
            // The help of a question is told with it; that of a group stands in its part.
            else if (around is null || !FhirItems.IsHelp(item)) Question(item, around);
        }
    }

    void Group(JsonElement item)
    {
        if (FhirItems.IsTable(item))
        {
            Part();
            if (items.Matrix(item, () => items.Condition(item))) return;
        }
        gathering.Report.Say(within.Count == 0 ? "group" : "group.nested", Where(item));
        items.Told(item, Where(item), "group");
        within.Add(item);
        opened.Add(++groups);
        Walk(item, null);
        within.RemoveAt(within.Count - 1);
        opened.RemoveAt(opened.Count - 1);
    }

    void Question(JsonElement item, Func<Condition?>? around)
    {
        Part();
        if (around is not null) gathering.Report.Say("nested", Where(item));
        Func<Condition?> condition = around is null ? () => items.Condition(item) : () => Both(around(), items.Condition(item));
        items.Add(item, condition);
        if (item.Each("item").All(FhirItems.IsHelp)) return;
        within.Add(item);
        opened.Add(++groups);
        var part = filled;
        filled = Path();
        Walk(item, condition);
        within.RemoveAt(within.Count - 1);
        opened.RemoveAt(opened.Count - 1);
        filled = part;
    }

    string Path() => string.Join(',', opened);

    /// <summary>Begins a part when what comes next lies in another group than what came before.</summary>
    void Part()
    {
        if (filled == Path()) return;
        filled = Path();
        if (within.Count == 0) { gathering.Begin("p1", null, "item"); return; }
        var (inner, path) = (within[^1], within.ToList());
        var link = inner.Said("linkId");
        gathering.Begin(link.StartsWith(FhirNames.Part, StringComparison.Ordinal) ? link[FhirNames.Part.Length..] : link, Title(path), Where(inner), () => path.Select(items.Condition).Aggregate((Condition?)null, Both));
    }

    Wording? Title(List<JsonElement> path)
    {
        var said = path.Index().Where(g => titled.Add(opened[g.Index]) && g.Index < path.Count - 1 && g.Item.Said("type") == "group").Select(g => g.Item).Append(path[^1]).ToList();
        return said.Aggregate((Wording?)null, (before, group) => gathering.Joined(before, group.Text("text", gathering, Where(group)), Where(group)));
    }

    static Condition? Both(Condition? one, Condition? other) => (one, other) switch { (null, _) => other, (_, null) => one, _ => new AllOf([one, other]) };

    internal static string Where(JsonElement item) => item.Said("linkId") is { Length: > 0 } link ? $"linkId {link}" : "item";
}
