using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

[Audience(Audience.Author)]
public sealed class QuestionsStepModel(AppDb db, AuthorCookie cookie, TimeProvider clock, Labels labels) : StepScreen<ExtraAnswers>(db, cookie, clock, labels)
{
    public override string StepCode => "questions";
    public IReadOnlyList<CallQuestion> Questions { get; private set; } = [];

    protected override async Task<IActionResult?> Ready()
    {
        if (await base.Ready() is { } other) return other;
        Questions = await Db.Set<CallQuestion>().AsNoTracking().Where(q => q.CallId == Experience.CallId && q.RetiredAt == null).OrderBy(q => q.Position).ToListAsync();
        // What is asked no longer is not on this page, and stays said.
        if (HttpMethods.IsPost(Request.Method))
            foreach (var (id, answer) in Step.Read<ExtraAnswers>().Texts.Where(t => Questions.All(q => q.Id.ToString() != t.Key))) Form.Texts[id] = answer;
        return Questions.Count > 0 ? null : Redirect($"/deposer/fiche/{Reference}");
    }
}
