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
    /// <summary>Asked no longer, and answered here: read, and erased by those who wrote it.</summary>
    public IReadOnlyList<(CallQuestion Question, string Answer)> Retired { get; private set; } = [];
    [FromForm(Name = "effacer")] public List<string> Erased { get; set; } = [];

    protected override async Task<IActionResult?> Ready()
    {
        if (await base.Ready() is { } other) return other;
        var (all, said) = (await Db.Set<CallQuestion>().AsNoTracking().Where(q => q.CallId == Experience.CallId).OrderBy(q => q.Position).ToListAsync(), Step.Read<ExtraAnswers>().Texts);
        Questions = [.. all.Where(q => q.RetiredAt is null)];
        Retired = [.. all.Where(q => q.RetiredAt is not null && said.ContainsKey(q.Id.ToString())).Select(q => (q, said[q.Id.ToString()]))];
        // What is asked no longer has no field on this page: it stays said, unless its authors erase it.
        if (HttpMethods.IsPost(Request.Method))
            foreach (var (id, answer) in said.Where(t => Questions.All(q => q.Id.ToString() != t.Key)))
                if (Erased.Contains(id)) Form.Texts.Remove(id);
                else Form.Texts[id] = answer;
        return Questions.Count + Retired.Count > 0 ? null : Redirect($"/deposer/fiche/{Reference}");
    }
}
