using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>
/// The published tables of every place in one file: the rows of each place's own file, one place after the other. Nothing is counted for it, so it says nothing that those do not (R1).
/// </summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class PlaceResultsFileModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    [FromRoute(Name = "format")] public string Format { get; set; } = "";

    public async Task<IActionResult> OnGet()
    {
        if (Survey.IsSigned || !ResultTables.Has(Format)) return NotFound();
        var content = await Db.Revisions.Where(r => r.QuestionnaireId == Survey.QuestionnaireId && r.Number == Survey.RevisionNumber).Select(r => r.Content).SingleAsync(HttpContext.RequestAborted);
        var rows = new ResultRows(Survey, ContentJson.Read(content));
        return await ResultTables.File(Format, $"lieux-{Survey.Reference}", rows, async () =>
        {
            var published = await Db.PublishedFigures.AsNoTracking().Where(f => f.SurveyId == Survey.Id).ToDictionaryAsync(f => f.Population, StringComparer.Ordinal, HttpContext.RequestAborted);
            return PlacePage.Of(Survey.Places, null, false, null, int.MaxValue).Places
                .SelectMany(p => published.TryGetValue(SurveyPlan.PopulationOf(p.Id), out var figures) ? rows.Of("lieu", p.Name, figures, p.Eligible is not null) : []);
        });
    }
}
