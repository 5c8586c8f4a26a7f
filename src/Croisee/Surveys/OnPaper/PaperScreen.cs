using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.OnPaper;

/// <summary>A page of the office about the papers of one place of a survey.</summary>
public abstract class PaperScreen(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : PlaceScreen(db, visitor, put, clock)
{
    public QuestionnaireContent Content { get; private set; } = null!;
    protected string EasySaid { get; private set; } = EasyWordsRead.PlainSaid;

    protected sealed override async Task<IActionResult?> AtPlace()
    {
        var revision = await Db.Revisions.AsNoTracking().SingleAsync(r => r.QuestionnaireId == Survey.QuestionnaireId && r.Number == Survey.RevisionNumber);
        (Content, EasySaid) = (ContentJson.Read(revision.Content), EasyWordsRead.Say(revision.EasyState, revision.EasyReaders, revision.EasyReadOn));
        return await Set();
    }

    protected virtual Task<IActionResult?> Set() => Task.FromResult<IActionResult?>(null);
}
