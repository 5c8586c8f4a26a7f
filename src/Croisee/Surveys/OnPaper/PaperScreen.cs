using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.OnPaper;

/// <summary>A page of the office about the papers of one place of a survey.</summary>
public abstract class PaperScreen(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";
    public SurveyPlace Place { get; private set; } = null!;
    public QuestionnaireContent Content { get; private set; } = null!;

    protected virtual Task<IActionResult?> Set() => Task.FromResult<IActionResult?>(null);

    protected override async Task<IActionResult?> Ready()
    {
        if (Survey.Places.SingleOrDefault(p => p.Code == Code) is not { } place) return NotFound();
        Place = place;
        Content = ContentJson.Read(await Db.Revisions.Where(r => r.QuestionnaireId == Survey.QuestionnaireId && r.Number == Survey.RevisionNumber).Select(r => r.Content).SingleAsync());
        return await Set();
    }

    public override async Task<IActionResult?> OnConflict()
    {
        var instead = await base.OnConflict();
        Place = Survey.Places.Single(p => p.Code == Code);
        return instead;
    }
}
