using System.ComponentModel.DataAnnotations;
using Croisee.Framework;

namespace Croisee.Experiences.Answers;

/// <summary>Step 4: where the idea comes from, who began, what for (fields 11 to 13).</summary>
public sealed class Origin : StepAnswers
{
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? Story { get; set; }
    [Vocabulary("V-INITIATEUR")] public List<string> Initiators { get; set; } = [];
    /// <summary>One to six goals.</summary>
    [Lines(Limits.Lines, Limits.LineText)] public List<string> Goals { get; set; } = [];

    public override IEnumerable<MissingAnswer> Missing()
    {
        if (Blank(Story)) yield return new(nameof(Story), "Racontez d’où vient l’idée.");
        if (Initiators.Count == 0) yield return new(nameof(Initiators), "Dites qui a pris l’initiative.");
        if (Goals.All(Blank)) yield return new(nameof(Goals), "Donnez au moins un objectif.");
    }

    public override bool IsEmpty() => Blank(Story) && Initiators.Count == 0 && Goals.All(Blank);
    public override IEnumerable<(string, string?)> FreeTexts() => [(nameof(Story), Story), .. Goals.Select((g, i) => ($"{nameof(Goals)}[{i}]", (string?)g))];

    public override void Replace(string field, string text)
    {
        if (field == nameof(Story)) Story = text; else LinesAttribute.Put(Goals, nameof(Goals), field, text);
    }

    public override void Pad(StepAnswers? beside) => Fill(Goals, Math.Max(3, (beside as Origin)?.Goals.Count ?? 0), 1, Limits.Lines, () => "");

    public override void Tidy() { Story = Trim(Story); Keep(Goals); }
}
