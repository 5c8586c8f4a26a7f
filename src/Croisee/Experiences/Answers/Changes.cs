using System.ComponentModel.DataAnnotations;
using Croisee.Framework;

namespace Croisee.Experiences.Answers;

/// <summary>Step 9: what changed, for whom and from whose point of view; decisions influenced; brakes and levers (fields 38 to 41).</summary>
public sealed class Changes : StepAnswers
{
    public SeenEffect ForPersons { get; set; } = new();
    public SeenEffect ForProfessionals { get; set; } = new();
    public SeenEffect ForStructure { get; set; } = new();
    [MaxLength(Limits.Steps, ErrorMessage = "Douze lignes au plus.")] public List<InfluencedDecision> Decisions { get; set; } = [];
    [Vocabulary("V-FREIN")] public List<string> Brakes { get; set; } = [];
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? BrakesText { get; set; }
    [Vocabulary("V-LEVIER")] public List<string> Levers { get; set; } = [];
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? LeversText { get; set; }

    public override IEnumerable<MissingAnswer> Missing()
    {
        if (Blank(ForPersons.Text) && Blank(ForProfessionals.Text) && Blank(ForStructure.Text)) yield return new("ForPersons.Text", "Racontez au moins un effet constaté, même petit. « Rien encore » est une réponse.");
    }

    public override bool IsEmpty() => Blank(ForPersons.Text) && Blank(ForProfessionals.Text) && Blank(ForStructure.Text) && Decisions.All(d => d.IsEmpty) && Brakes.Count == 0 && Levers.Count == 0 && Blank(BrakesText) && Blank(LeversText);

    public override IEnumerable<(string, string?)> FreeTexts() =>
        [("ForPersons.Text", ForPersons.Text), ("ForProfessionals.Text", ForProfessionals.Text), ("ForStructure.Text", ForStructure.Text), (nameof(BrakesText), BrakesText), (nameof(LeversText), LeversText),
         .. Decisions.SelectMany((d, i) => new (string, string?)[] { ($"Decisions[{i}].Proposal", d.Proposal), ($"Decisions[{i}].Decision", d.Decision), ($"Decisions[{i}].Effect", d.Effect) })];

    public override void Replace(string field, string text)
    {
        switch (field)
        {
            case "ForPersons.Text": ForPersons.Text = text; break;
            case "ForProfessionals.Text": ForProfessionals.Text = text; break;
            case "ForStructure.Text": ForStructure.Text = text; break;
            case nameof(BrakesText): BrakesText = text; break;
            case nameof(LeversText): LeversText = text; break;
        }
        for (var i = 0; i < Decisions.Count; i++)
        {
            if (field == $"Decisions[{i}].Proposal") Decisions[i].Proposal = text;
            if (field == $"Decisions[{i}].Decision") Decisions[i].Decision = text;
            if (field == $"Decisions[{i}].Effect") Decisions[i].Effect = text;
        }
    }

    public override void Pad(StepAnswers? beside) => Fill(Decisions, Math.Max(2, (beside as Changes)?.Decisions.Count ?? 0), 1, Limits.Steps, () => new InfluencedDecision());

    public override void Tidy()
    {
        (BrakesText, LeversText) = (Trim(BrakesText), Trim(LeversText));
        foreach (var effect in new[] { ForPersons, ForProfessionals, ForStructure }) effect.Text = Trim(effect.Text);
        Decisions.RemoveAll(d => d.IsEmpty);
        foreach (var one in Decisions) (one.Proposal, one.Decision, one.Effect) = (Trim(one.Proposal), Trim(one.Decision), Trim(one.Effect));
    }
}

/// <summary>An effect and whose point of view it is.</summary>
public sealed class SeenEffect
{
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? Text { get; set; }
    [Vocabulary("V-POINT-DE-VUE")] public string? SeenBy { get; set; }
}

/// <summary>A proposal of the persons, what was decided about it, what followed: the thread in one line.</summary>
public sealed class InfluencedDecision
{
    [StringLength(Limits.LineText, ErrorMessage = Limits.TooLong)] public string? Proposal { get; set; }
    [StringLength(Limits.LineText, ErrorMessage = Limits.TooLong)] public string? Decision { get; set; }
    [StringLength(Limits.LineText, ErrorMessage = Limits.TooLong)] public string? Effect { get; set; }
    internal bool IsEmpty => string.IsNullOrWhiteSpace(Proposal) && string.IsNullOrWhiteSpace(Decision) && string.IsNullOrWhiteSpace(Effect);
}
