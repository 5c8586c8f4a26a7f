using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Ui.Tables;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Results;

/// <summary>The same published tables as a file: what is not shown on the page is not in it either (R1).</summary>
[Audience(Audience.Public)]
public class ResultFileModel(AppDb db, Localizer words, TimeProvider clock) : ResultScreen(db, words, clock)
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    [FromRoute(Name = "format")] public string Format { get; set; } = "";

    public sealed override async Task<IActionResult?> Prepare() => await Find() ? null : NotFound();

    protected virtual Task<bool> Find() => LoadWhole(Reference);

    static readonly string[] Head = ["question", "texte", "decoupage", "groupe", "reponses", "reponse", "part", "remarque"];

    /// <summary>The tables, and in a spreadsheet the codebook beside them: what each code of the questionnaire says.</summary>
    public IActionResult OnGet()
    {
        if (Format == "csv") return File(CsvFile.Of([Head, .. Rows()]), CsvFile.Type, Name);
        if (Format is not ("xlsx" or "ods")) return NotFound();
        using var file = new MemoryStream();
        using (ITables tables = Format == "xlsx" ? new XlsxTables(file) : new OdsTables(file))
        {
            tables.Begin("Résultats", Head);
            foreach (var row in Rows()) tables.Row(row.Select(c => (TableCell)c));
            tables.Begin("Codes", ["question", "code", "texte", "facile"]);
            foreach (var question in Content.Fields)
                foreach (var option in Lines.Options(question)) tables.Row([question.Code, option.Code, option.Text.Text, option.Text.Easy ?? ""]);
        }
        return File(file.ToArray(), Format == "ods" ? OdsTables.Type : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Name);
    }

    string Name => $"resultats-{Place?.Code ?? Reference}.{Format}";

    IEnumerable<string[]> Rows()
    {
        if (Lines.Everybody?.Figures is { } all) yield return ["", "Toutes les questions", "", "Tous", ResultLines.SizeOf(all.Answers), "", "", Rate];
        if (Aside is { } aside) yield return ["", "Réponses mises à part, non comptées", "", "Tous", ResultLines.SizeOf(aside), "", "", ""];
        if (Content.Credit is { } credit) yield return ["", "Questionnaire", "", "", "", "", "", credit.Said];
        foreach (var question in Lines.Questions)
            foreach (var (cut, table) in question.Cuts.SelectMany(c => c.Tables.Select(t => (c.Name, t))).Prepend(("", question.All)))
            {
                if (table.Bars.Count == 0) yield return [question.Code, question.Text, cut, table.Heading, "", "", "", table.Why ?? ""];
                if (table.Favourable is { } favourable) yield return [question.Code, question.Text, cut, table.Heading, table.Size ?? "", "", "", favourable];
                foreach (var bar in table.Bars) yield return [question.Code, question.Text, cut, table.Heading, table.Size ?? "", bar.Label, bar.Share, ""];
            }
    }
}

/// <summary>The file of one place, for those who have its code.</summary>
[Audience(Audience.Public)]
public sealed class PlaceFileModel(AppDb db, Localizer words, TimeProvider clock) : ResultFileModel(db, words, clock)
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";

    protected override Task<bool> Find() => LoadPlace(Code);
}
