using System.Text.Json.Serialization;
using Croisee.Library;

namespace Croisee.Site.Demo;

/// <summary>What the holders of a sheet said later.</summary>
public sealed record StoryNews
{
    [JsonPropertyName("experience")] public string Experience { get; init; } = "";
    [JsonPropertyName("jours")] public int Day { get; init; }
    [JsonPropertyName("etat")] public string Said { get; init; } = "";
    [JsonPropertyName("copie")] public bool Copied { get; init; }
    [JsonPropertyName("ou")] public string? Place { get; init; }
    [JsonPropertyName("mots")] public string? Words { get; init; }
    [JsonPropertyName("motif")] public string? Reason { get; init; }
    [JsonPropertyName("arret_jours")] public int? Stopped { get; init; }
    /// <summary>The moderation has not answered yet.</summary>
    [JsonPropertyName("a_lire")] public bool Waits { get; init; }

    public NewsTold Told(DemoStage stage) => new(Said, Copied, Words, Place, Reason, Stopped is { } day ? new DateOnly(stage.Day(day).Year, stage.Day(day).Month, 1) : null);
}
