using System.ComponentModel.DataAnnotations;
using Croisee.Framework;

namespace Croisee.Experiences.Answers;

/// <summary>Step 3: where it happens and since when (fields 9 and 10).</summary>
public sealed class Setting : StepAnswers
{
    [Vocabulary("V-CONTEXTE")] public List<string> Contexts { get; set; } = [];
    /// <summary>Which, for whoever chose « Autre ».</summary>
    [StringLength(Limits.Short, ErrorMessage = Limits.TooLong)] public string? OtherContext { get; set; }
    [Month] public string? StartMonth { get; set; }
    [Month] public string? EndMonth { get; set; }
    [Vocabulary("V-ETAT-ACTION")] public string? ActionState { get; set; }

    public override IEnumerable<MissingAnswer> Missing()
    {
        if (Contexts.Count == 0) yield return new(nameof(Contexts), "Choisissez au moins un contexte.");
        if (Blank(StartMonth)) yield return new(nameof(StartMonth), "Dites depuis quand, même à peu près.");
        if (ParseMonth(StartMonth) is { } start && ParseMonth(EndMonth) is { } end && end < start) yield return new(nameof(EndMonth), "La fin vient avant le début.");
    }

    /// <summary>Its authors told it as finished or interrupted.</summary>
    public bool IsOver() => ActionState is "EA_TERMINEE" or "EA_INTERROMPUE";

    public override bool IsEmpty() => Contexts.Count == 0 && Blank(OtherContext) && Blank(StartMonth) && Blank(EndMonth) && Blank(ActionState);
    public override IEnumerable<(string, string?)> FreeTexts() => [(nameof(OtherContext), OtherContext)];
    public override void Replace(string field, string text) { if (field == nameof(OtherContext)) OtherContext = text; }
    public override void Tidy() => (OtherContext, StartMonth, EndMonth) = (Trim(OtherContext), ToldMonth.Canonical(StartMonth), ToldMonth.Canonical(EndMonth));

    /// <summary>First day of a month as it is stored; null when nothing readable was told.</summary>
    public static DateOnly? ParseMonth(string? text) => ToldMonth.InFigures(text);
}
