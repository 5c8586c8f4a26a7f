using System.Text.Json.Serialization;
using Croisee.Library;

namespace Croisee.Site.Demo;

public sealed record StoryWord
{
    [JsonPropertyName("experience")] public string Experience { get; init; } = "";
    [JsonPropertyName("jours")] public int Day { get; init; }
    [JsonPropertyName("sorte")] public string Kind { get; init; } = "";
    [JsonPropertyName("texte")] public string Text { get; init; } = "";
    [JsonPropertyName("ou")] public string? Place { get; init; }
    [JsonPropertyName("reponse")] public string? Answer { get; init; }
    [JsonPropertyName("reponse_jours")] public int Answered { get; init; }
    /// <summary>The moderation has not answered yet.</summary>
    [JsonPropertyName("a_lire")] public bool Waits { get; init; }
}

/// <summary>What readers wrote beside the sheets of the demonstration.</summary>
static class SeedWords
{
    public static void Run(DemoStage stage, IReadOnlyDictionary<string, Sheet> sheets)
    {
        foreach (var (told, i) in stage.Story.Words.Select((w, i) => (w, i)))
        {
            var word = new ReaderWord(sheets[told.Experience].Id, $"demo-{i}", Enum.Parse<ReaderWordKind>(told.Kind), told.Text, told.Place, stage.At(told.Day));
            if (!told.Waits) word.Accept(stage.At(told.Day, 60));
            if (told.Answer is { } answer) word.Reply(answer, stage.At(told.Answered));
            stage.Db.ReaderWords.Add(word);
            stage.Record(stage.At(told.Day), Library.Acts.WordWritten, word);
        }
    }
}
