using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Ui.Tables;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>The same published tables as a file: what is not shown on the page is not in it either (R1). A survey's own holds its groupings too.</summary>
[Audience(Audience.Public)]
public class ResultFileModel(AppDb db, Localizer words, TimeProvider clock) : ResultScreen(db, words, clock)
{
    const string Csv = "csv", Codebook = "codes";
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    [FromRoute(Name = "format")] public string Format { get; set; } = "";
    [FromQuery(Name = "regroupement")] public string? Asked { get; set; }

    public sealed override async Task<IActionResult?> Prepare() => await Find() ? null : NotFound();

    protected virtual Task<bool> Find() => LoadWhole(Reference, Asked);

    /// <summary>The tables, and the codebook: what each code of the questionnaire says, beside them in a spreadsheet, else a file of its own.</summary>
    public async Task<IActionResult> OnGet()
    {
        var (rows, name) = (new ResultRows(Survey, Content), Place?.Code ?? Reference);
        if (Format == Codebook) return File(CsvFile.Of([ResultRows.CodesHead, .. rows.Codes()]), CsvFile.Type, $"codes-{name}.csv");
        if (Format is not (Csv or "xlsx" or "ods")) return NotFound();
        var told = await Told(rows);
        if (Format == Csv) return File(CsvFile.Of([ResultRows.Head, .. told]), CsvFile.Type, $"resultats-{name}.csv");
        using var file = new MemoryStream();
        using (ITables tables = Format == "xlsx" ? new XlsxTables(file) : new OdsTables(file))
        {
            tables.Begin("Résultats", ResultRows.Head);
            foreach (var row in told) tables.Row(row.Select((c, i) => new TableCell(c, c.Length > 0 && ResultRows.IsNumber(i))));
            tables.Begin("Codes", ResultRows.CodesHead);
            foreach (var row in rows.Codes()) tables.Row(row.Select(c => (TableCell)c));
        }
        return File(file.ToArray(), Format == "ods" ? OdsTables.Type : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"resultats-{name}.{Format}");
    }

    async Task<List<string[]>> Told(ResultRows rows)
    {
        List<string[]> told = [.. Figures is null ? [] : rows.Of(Grouping is not null ? "regroupement" : Place is not null ? "lieu" : "ensemble", Grouping ?? Place?.Name ?? "", Figures)];
        if (Place is not null || Grouping is not null || Groupings.Count == 0) return told;
        var names = Groupings.ToDictionary(SurveyPlan.PopulationOf, StringComparer.Ordinal);
        var codes = names.Keys.ToList();
        foreach (var figures in await Db.PublishedFigures.AsNoTracking().Where(f => f.SurveyId == Survey.Id && codes.Contains(f.Population)).OrderBy(f => f.Population).ToListAsync(HttpContext.RequestAborted))
            told.AddRange(rows.Of("regroupement", names[figures.Population], figures));
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
