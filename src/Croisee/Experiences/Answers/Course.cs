using System.ComponentModel.DataAnnotations;
using Croisee.Framework;

namespace Croisee.Experiences.Answers;

/// <summary>Step 6: what was done (fields 15 to 18, 21 to 23, 37).</summary>
public sealed class Course : StepAnswers
{
    [Vocabulary("V-ACTIVITE")] public List<string> Activities { get; set; } = [];
    [Vocabulary("V-CHAMP")] public List<string> PathwayFields { get; set; } = [];
    [Vocabulary("V-PARCOURS")] public List<string> Pathways { get; set; } = [];
    /// <summary>Proposed by the contributor, fixed by the readers.</summary>
    [Vocabulary("V-REGISTRE")] public List<string> Registers { get; set; } = [];
    [Vocabulary("V-MODALITE")] public List<string> Modalities { get; set; } = [];
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? ModalitiesText { get; set; }
    [Vocabulary("V-NIVEAU")] public List<string> Scales { get; set; } = [];
    [Vocabulary("V-EFFET-ECHELLE")] public string? EffectsScale { get; set; }
    [Vocabulary("V-ESPACE")] public string? Space { get; set; }
    [MaxLength(Limits.Steps, ErrorMessage = "Douze étapes au plus.")] public List<Milestone> Milestones { get; set; } = [];

    public override IEnumerable<MissingAnswer> Missing()
    {
        if (Activities.Count == 0) yield return new(nameof(Activities), "Choisissez au moins une activité.");
        if (Modalities.Count == 0 && Blank(ModalitiesText)) yield return new(nameof(ModalitiesText), "Dites comment, concrètement : choisissez ou racontez.");
        if (Scales.Count == 0) yield return new(nameof(Scales), "Dites à quel niveau : auprès d’une personne, dans un service, dans les politiques.");
        if (Blank(EffectsScale)) yield return new(nameof(EffectsScale), "Dites si les effets attendus sont pour chacun, pour tous, ou les deux.");
        if (Blank(Space)) yield return new(nameof(Space), "Dites si cela se passe sur place, en ligne, ou les deux.");
    }

    public override bool IsEmpty() => Activities.Count == 0 && PathwayFields.Count == 0 && Pathways.Count == 0 && Registers.Count == 0 && Modalities.Count == 0 && Blank(ModalitiesText) && Scales.Count == 0 && Blank(EffectsScale) && Blank(Space) && Milestones.All(m => m.IsEmpty);

    public override IEnumerable<(string, string?)> FreeTexts() => [(nameof(ModalitiesText), ModalitiesText), .. Milestones.SelectMany((m, i) => new[] { ($"Milestones[{i}].When", m.When), ($"Milestones[{i}].What", m.What), ($"Milestones[{i}].Who", m.Who) })];

    public override void Replace(string field, string text)
    {
        if (field == nameof(ModalitiesText)) ModalitiesText = text;
        for (var i = 0; i < Milestones.Count; i++)
        {
            if (field == $"Milestones[{i}].When") Milestones[i].When = text;
            else if (field == $"Milestones[{i}].What") Milestones[i].What = text;
            else if (field == $"Milestones[{i}].Who") Milestones[i].Who = text;
        }
    }

    public override void Pad(StepAnswers? beside) => Fill(Milestones, Math.Max(3, (beside as Course)?.Milestones.Count ?? 0), 1, Limits.Steps, () => new Milestone());

    public override void Tidy()
    {
        ModalitiesText = Trim(ModalitiesText);
        Milestones.RemoveAll(m => m.IsEmpty);
        foreach (var one in Milestones) (one.When, one.What, one.Who) = (Trim(one.When), Trim(one.What), Trim(one.Who));
    }
}

/// <summary>One of the main steps of the action: when, what, who by role.</summary>
public sealed class Milestone
{
    [StringLength(60, ErrorMessage = Limits.TooLong)] public string? When { get; set; }
    [StringLength(Limits.LineText, ErrorMessage = Limits.TooLong)] public string? What { get; set; }
    [StringLength(Limits.Short, ErrorMessage = Limits.TooLong)] public string? Who { get; set; }
    internal bool IsEmpty => string.IsNullOrWhiteSpace(When) && string.IsNullOrWhiteSpace(What) && string.IsNullOrWhiteSpace(Who);
}
