using System.Text.Json.Serialization;
using Croisee.Library;

namespace Croisee.Site.Demo;

public sealed record StoryMethod(
    [property: JsonPropertyName("cle")] string Key, [property: JsonPropertyName("sorte")] string Kind, [property: JsonPropertyName("nom")] string Name, [property: JsonPropertyName("resume")] string Summary);

/// <param name="Name">What only waits for the moderation has a name and no other end.</param>
public sealed record StoryLink(
    [property: JsonPropertyName("experience")] string Experience, [property: JsonPropertyName("relation")] string Relation, [property: JsonPropertyName("jours")] int Day,
    [property: JsonPropertyName("methode")] string? Method, [property: JsonPropertyName("source")] string? Source, [property: JsonPropertyName("nom")] string? Name, [property: JsonPropertyName("sorte")] string? Kind);

/// <summary>Methods and tools of the demonstration, and what holds to them.</summary>
static class SeedLinks
{
    public static void Run(DemoStage stage, IReadOnlyDictionary<string, Sheet> sheets)
    {
        var methods = stage.Story.Methods.ToDictionary(m => m.Key, m => Made(m, stage));
        foreach (var (told, i) in stage.Story.Links.Select((l, i) => (l, i)))
        {
            var (at, method, source) = (stage.At(told.Day), told.Method is { } key ? methods[key] : null, told.Source is { } from ? sheets[from].Id : (Guid?)null);
            var kind = method?.Kind ?? (told.Kind is { } named ? Enum.Parse<MethodKind>(named) : MethodKind.Method);
            var link = new SheetLink(sheets[told.Experience].Id, $"demo-{i}", Enum.Parse<LinkRelation>(told.Relation), kind, method?.Name ?? told.Name, source, at);
            if (method is not null) link.Tie(method);
            if (told.Name is null) link.Accept(at.AddHours(2));
            stage.Db.SheetLinks.Add(link);
            stage.Record(at, Library.Acts.LinkProposed, link);
        }
    }

    static Method Made(StoryMethod told, DemoStage stage)
    {
        var method = new Method(Enum.Parse<MethodKind>(told.Kind), told.Name, stage.At(-300));
        method.Describe(method.Kind, told.Name, told.Summary, null);
        stage.Db.Methods.Add(method);
        stage.Record(stage.At(-300), Library.Acts.MethodDescribed, method);
        return method;
    }
}
