using System.Text.Json.Serialization;

namespace Croisee.Experiences.Answers;

/// <summary>What is still missing before sending: the field and a kind sentence.</summary>
/// <param name="AskedLater">Not asked of those who wrote before: it is wanted for sending, and holds back neither the publication of what was sent nor a file taken in.</param>
public sealed record MissingAnswer(string Field, string Sentence, bool AskedLater = false);

/// <summary>The answers of one step of the deposit: the form, what is stored, and what is published are the same shape (field dictionary 1.4).</summary>
public abstract class StepAnswers
{
    /// <summary>Answers without which the experience cannot be sent. An unfinished step is saved all the same.</summary>
    public abstract IEnumerable<MissingAnswer> Missing();

    /// <summary>Whether anything was answered.</summary>
    public abstract bool IsEmpty();

    /// <summary>Free texts of this step, for the detection of traces of identity: field name and text.</summary>
    public abstract IEnumerable<(string Field, string? Text)> FreeTexts();

    /// <summary>Replaces one free text, when the writer accepts the proposal to remove traces.</summary>
    public abstract void Replace(string field, string text);

    /// <summary>Empty lines of repeatable fields leave; texts are trimmed.</summary>
    public abstract void Tidy();

    public void Pad() => Pad(null);

    /// <summary>Opens empty lines for the form: a page without script offers a fixed number, and as many as <paramref name="beside"/> has when it is shown with it.</summary>
    public virtual void Pad(StepAnswers? beside) { }

    protected static void Fill<T>(List<T> lines, int atLeast, int more, int most, Func<T> empty)
    {
        var wanted = Math.Min(most, Math.Max(atLeast, lines.Count + more));
        while (lines.Count < wanted) lines.Add(empty());
    }

    protected static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);
    /// <summary>A browser sends each line break as two signs, a file as one: the same text must stay the same, or its signatures and its readings fall.</summary>
    protected static string? Trim(string? text) => Blank(text) ? null : text!.Trim().ReplaceLineEndings("\n");

    protected static void Keep(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++) lines[i] = lines[i]?.Trim() ?? "";
        lines.RemoveAll(l => l.Length == 0);
    }
}

/// <summary>Limits that forms, counters, imports and tests share.</summary>
public static class Limits
{
    public const int Title = 150, Summary = 1200, EasySummary = 600, Short = 200, Text = 2000, Lines = 6, LineText = 300, Steps = 12, Email = 254;
    public const string TooLong = "C’est trop long : {1:N0} caractères au plus.";
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Structure)), JsonSerializable(typeof(Essentials)), JsonSerializable(typeof(Setting)), JsonSerializable(typeof(Origin)), JsonSerializable(typeof(Participants)),
 JsonSerializable(typeof(Course)), JsonSerializable(typeof(Participation)), JsonSerializable(typeof(Means)), JsonSerializable(typeof(Changes)), JsonSerializable(typeof(Lessons)), JsonSerializable(typeof(ExtraAnswers)), JsonSerializable(typeof(Account))]
public sealed partial class AnswersJson : JsonSerializerContext;
