using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Croisee.Framework;

namespace Croisee.Experiences.Answers;

/// <summary>Step 3: where it happens and since when (fields 9 and 10).</summary>
public sealed class Setting : StepAnswers
{
    public const string MonthShape = @"^\s*((19|20)\d\d-(0[1-9]|1[0-2])|(0?[1-9]|1[0-2])\s*[/.-]\s*(19|20)\d\d|(19|20)\d\d)\s*$";
    const string MonthHelp = "Écrivez un mois et une année, par exemple 03/2019, ou l’année seule.";

    [Vocabulary("V-CONTEXTE")] public List<string> Contexts { get; set; } = [];
    /// <summary>Which, for whoever chose « Autre ».</summary>
    [StringLength(Limits.Short, ErrorMessage = Limits.TooLong)] public string? OtherContext { get; set; }
    [RegularExpression(MonthShape, ErrorMessage = MonthHelp)] public string? StartMonth { get; set; }
    [RegularExpression(MonthShape, ErrorMessage = MonthHelp)] public string? EndMonth { get; set; }
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
    public override void Tidy() => (OtherContext, StartMonth, EndMonth) = (Trim(OtherContext), Canonical(StartMonth), Canonical(EndMonth));

    /// <summary>First day of the month told (of January for a year alone); null when nothing readable was told.</summary>
    public static DateOnly? ParseMonth(string? text)
    {
        if (Blank(text)) return null;
        var parts = text!.Split(['-', '/', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        var year = parts.FirstOrDefault(p => p.Length == 4);
        var month = parts.FirstOrDefault(p => p.Length <= 2);
        return int.TryParse(year, out var y) && y is >= 1900 and < 2100 ? new DateOnly(y, int.TryParse(month, out var m) && m is >= 1 and <= 12 ? m : 1, 1) : null;
    }

    static string? Canonical(string? text) => ParseMonth(text) is not { } month ? Trim(text)
        : text!.Trim().Length == 4 ? month.Year.ToString(CultureInfo.InvariantCulture) : month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
