using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>The same published tables as a file: what is not shown on the page is not in it either (R1).</summary>
[Audience(Audience.Public)]
public sealed class ResultFileModel(AppDb db, Localizer words, TimeProvider clock) : ResultScreen(db, words, clock)
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";

    public override async Task<IActionResult?> Prepare()
    {
        var survey = await Db.Surveys.AsNoTracking().Include(s => s.Organisation).Include(s => s.Places).Include(s => s.Revision).SingleOrDefaultAsync(s => s.Reference == Reference);
        if (survey is null) return NotFound();
        await Load(survey, survey.Places is [var only] ? SurveyPlan.PopulationOf(only.Id) : SurveyPlan.Whole);
        return null;
    }

    public IActionResult OnGet()
    {
        var rows = new List<string[]> { new[] { "question", "texte", "decoupage", "groupe", "reponses", "reponse", "part", "remarque" } };
        foreach (var question in Lines.Questions)
            foreach (var (cut, table) in question.Cuts.SelectMany(c => c.Tables.Select(t => (c.Name, t))).Prepend(("", question.All)))
            {
                if (table.Bars.Count == 0) rows.Add([question.Code, question.Text, cut, table.Heading, "", "", "", table.Why ?? ""]);
                foreach (var bar in table.Bars) rows.Add([question.Code, question.Text, cut, table.Heading, table.Size ?? "", bar.Label, bar.Share, ""]);
            }
        return File(CsvFile.Of(rows), "text/csv; charset=utf-8", $"resultats-{Reference}.csv");
    }
}
