using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
namespace Croisee.Experiences.Deposit;

[Audience(Audience.Author)]
public sealed class QuestionsStepModel(AppDb db, AuthorCookie cookie, TimeProvider clock, Labels labels) : StepScreen<ExtraAnswers>(db, cookie, clock, labels)
{
    public override string StepCode => "questions";
    protected override async Task<IActionResult?> Ready()
    {
        if (await base.Ready() is { } other) return other;
        return HasQuestions ? null : Redirect($"/deposer/fiche/{Reference}");
    }

}
