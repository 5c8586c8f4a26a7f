using System.Text.Json;
using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>The writer accepts the proposal: the marked words of this step are replaced, and the step is shown again.</summary>
[Audience(Audience.Author)]
public sealed class RemoveTracesModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    [FromRoute(Name = "etape")] public string StepCode { get; set; } = "";
    DepositStep step = null!;

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps);

    protected override Task<IActionResult?> Ready()
    {
        if (Experience.Steps.SingleOrDefault(s => s.Code == StepCode) is not { } found) return Task.FromResult<IActionResult?>(NotFound());
        step = found;
        return Task.FromResult<IActionResult?>(Experience.IsOpenToAuthors ? null : Redirect($"/suivre/fiche/{Reference}"));
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var answers = (StepAnswers)JsonSerializer.Deserialize(step.Answers, DepositSteps.Find(StepCode)!.Answers, AnswersJson.Default)!;
        foreach (var text in TextTraces.In(answers)) answers.Replace(text.Field, text.Cleaned);
        step.Write(answers, Me.Id, Now);
        if (answers is Essentials essentials) Experience.Entitle(essentials.Title);
        Experience.Touch(Now);
        Record(Acts.TracesRemoved);
        await Db.SaveChangesAsync();
        Flash("Les mots marqués sont remplacés. Relisez : c’est votre texte.");
        return Redirect(DepositSteps.PathOf(Reference, StepCode));
    }
}
