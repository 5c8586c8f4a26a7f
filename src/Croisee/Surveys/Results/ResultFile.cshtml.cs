using Croisee.Data;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>The same published tables as a file: what is not shown on the page is not in it either (R1). A survey's own holds its groupings too.</summary>
[Audience(Audience.Public)]
public class ResultFileModel(AppDb db, Localizer words, TimeProvider clock) : ResultScreen(db, words, clock)
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    [FromRoute(Name = "format")] public string Format { get; set; } = "";
    [FromQuery(Name = "regroupement")] public string? Asked { get; set; }

    public sealed override async Task<IActionResult?> Prepare() => await Find() ? null : NotFound();

    protected virtual Task<bool> Find() => LoadWhole(Reference, Asked);

    /// <summary>The tables, and the codebook: what each code of the questionnaire says.</summary>
    public async Task<IActionResult> OnGet()
    {
        if (!ResultTables.Has(Format)) return NotFound();
        var rows = new ResultRows(Survey, Content);
        return await ResultTables.File(Format, Place?.Code ?? Reference, rows, async () => await Told(rows));
    }

    async Task<List<string[]>> Told(ResultRows rows)
    {
        List<string[]> told = [.. Figures is null ? [] : rows.Of(Grouping is not null ? "regroupement" : Place is not null ? "lieu" : "ensemble", Grouping ?? Place?.Name ?? "", Figures, IsDeclared)];
        if (Place is not null || Grouping is not null || Groupings.Count == 0) return told;
        var names = Groupings.ToDictionary(SurveyPlan.PopulationOf, StringComparer.Ordinal);
        var codes = names.Keys.ToList();
        foreach (var figures in await Db.PublishedFigures.AsNoTracking().Where(f => f.SurveyId == Survey.Id && codes.Contains(f.Population)).OrderBy(f => f.Population).ToListAsync(HttpContext.RequestAborted))
            told.AddRange(rows.Of("regroupement", names[figures.Population], figures, DeclaredGroupings.Contains(names[figures.Population])));
        return told;
    }
}

/// <summary>The file of one place, for those who have its code.</summary>
[Audience(Audience.Public)]
public sealed class PlaceFileModel(AppDb db, Localizer words, TimeProvider clock) : ResultFileModel(db, words, clock)
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";

    protected override Task<bool> Find() => LoadPlace(Code);
}
