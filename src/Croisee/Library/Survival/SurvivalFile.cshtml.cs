using System.Globalization;
using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Survival;

/// <summary>Each step of each drawn curve, with its standard error and bounds. Groups too small to be drawn have their count only.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class SurvivalFileModel(AppDb db, SurvivalShelf shelf, Labels labels, Localizer words) : SurvivalScreen(db, shelf, labels, words)
{
    static readonly string[] Head = ["repere", "code", "groupe", "suivies", "mois", "encore_suivies", "arretees", "dernieres_nouvelles", "part_vivante", "erreur_greenwood", "limite_basse_95", "limite_haute_95"];

    public async Task<IActionResult> OnGet()
    {
        await Read();
        if (Fault is { } fault) return BadRequest(fault);
        IReadOnlyList<SurvivalGroup> groups = By is null ? [new("", Study.All)] : Study.Groups;
        var rows = groups.SelectMany(g => g.IsDrawn ? g.Curve.Steps.Select(s => Row(g, s)) : [Row(g, null)]);
        return File(CsvFile.Of(rows.Prepend(Head)), CsvFile.Type, $"croisee-survie{(By is { } by ? "-" + by.Field : "")}.csv");
    }

    string[] Row(SurvivalGroup group, SurvivalStep? step) =>
        [By?.Field ?? "", group.Code, By is null ? "Toutes" : LabelOf(group), Whole(group.Curve.Count), Whole(step?.Time), Whole(step?.AtRisk), Whole(step?.Ended), Whole(step?.Censored), Part(step?.Survival), Part(step?.Error), Part(step?.Interval?.Low), Part(step?.Interval?.High)];

    static string Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
    static string Part(double? share) => share?.ToString("0.######", Localizer.French) ?? "";
}
