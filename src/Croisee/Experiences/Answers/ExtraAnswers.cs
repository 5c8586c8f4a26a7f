using System.ComponentModel.DataAnnotations;

namespace Croisee.Experiences.Answers;

/// <summary>Answers to a call's own questions, by question id.</summary>
public sealed class ExtraAnswers : StepAnswers
{
    public const int QuestionsMax = 20;

    [ExtraTexts] public Dictionary<string, string> Texts { get; set; } = [];

    public override IEnumerable<MissingAnswer> Missing() => [];
    public override bool IsEmpty() => Texts.Values.All(Blank);
    public override IEnumerable<(string, string?)> FreeTexts() => Texts.Select(t => ($"Texts[{t.Key}]", (string?)t.Value));
    public override void Replace(string field, string text) { if (field.StartsWith("Texts[", StringComparison.Ordinal)) Texts[field[6..^1]] = text; }
    public override void Tidy() => Texts = Texts.Where(t => !Blank(t.Value)).ToDictionary(t => t.Key, t => Trim(t.Value)!);

    sealed class ExtraTextsAttribute() : ValidationAttribute($"Chaque réponse a {Limits.Text} caractères au plus.")
    {
        public override bool IsValid(object? value) => value is Dictionary<string, string> texts && texts.Count <= QuestionsMax && texts.All(t => t.Key.Length <= 40 && (t.Value?.Length ?? 0) <= Limits.Text);
    }
}
