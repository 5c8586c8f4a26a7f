using System.Text.Json;
using System.Text.Json.Serialization;

namespace Croisee.Site.Demo;

/// <summary>What the demonstration tells: <c>demo/story.json</c> as written (see demo/README.md). Days are counted from the day of loading.</summary>
public sealed record DemoStory
{
    [JsonPropertyName("organisations")] public List<StoryOrganisation> Organisations { get; init; } = [];
    [JsonPropertyName("personnes")] public List<StoryPerson> Persons { get; init; } = [];
    [JsonPropertyName("groupe")] public StoryGroup Group { get; init; } = new();
    [JsonPropertyName("appels")] public List<StoryCall> Calls { get; init; } = [];
    [JsonPropertyName("contributions")] public List<StoryContribution> Contributions { get; init; } = [];
    [JsonPropertyName("lectures")] public List<StoryReadings> Readings { get; init; } = [];
    [JsonPropertyName("deliberations")] public List<StoryDeliberation> Deliberations { get; init; } = [];
    [JsonPropertyName("deliberation_en_cours")] public StoryDeliberation Live { get; init; } = new();
    [JsonPropertyName("irrecevables")] public List<StoryRefusal> Refusals { get; init; } = [];
    [JsonPropertyName("brouillons")] public List<StoryDraft> Drafts { get; init; } = [];
    [JsonPropertyName("nouvelles")] public List<StoryNews> News { get; init; } = [];
    [JsonPropertyName("paroles")] public List<StoryWord> Words { get; init; } = [];
    [JsonPropertyName("faciles")] public List<StoryEasyText> EasyTexts { get; init; } = [];

    /// <summary>The experiences as their fields (<c>demo/experiences.json</c>), by the short name that the story cites.</summary>
    [JsonIgnore] public IReadOnlyDictionary<string, JsonElement> Experiences { get; init; } = new Dictionary<string, JsonElement>();

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "demo");

    /// <summary>Null when the two files do not lie beside the program: an instance published without them has no demonstration data.</summary>
    public static async Task<DemoStory?> Read(string folder)
    {
        var (story, experiences) = (Path.Combine(folder, "story.json"), Path.Combine(folder, "experiences.json"));
        if (!File.Exists(story) || !File.Exists(experiences)) return null;
        await using var told = File.OpenRead(story);
        using var fields = JsonDocument.Parse(await File.ReadAllBytesAsync(experiences));
        return (await JsonSerializer.DeserializeAsync<DemoStory>(told, JsonSerializerOptions.Default))! with
        {
            Experiences = fields.RootElement.EnumerateArray().ToDictionary(e => e.GetProperty("demo").GetProperty("cle").GetString()!, e => e.Clone()),
        };
    }
}
