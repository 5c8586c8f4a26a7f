using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>What could be simpler in the saved easy-read summary, sentence by sentence (domain 9.1). It advises; nothing waits for it.</summary>
[Audience(Audience.Author)]
public sealed class ReadabilityModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    public const string Asked = "lisibilite";
    const string Step = "essentiel";

    public EasyReportView Read { get; private set; } = null!;
    public string StepPath => DepositSteps.PathOf(Reference, Step);
    public string NextPath => DepositSteps.PathAfter(Reference, Step, hasQuestions: false);
    public static string PathOf(string reference) => $"/deposer/fiche/{reference}/{Asked}";

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps);

    protected override Task<IActionResult?> Ready()
    {
        if (!Experience.IsOpenToAuthors) return Task.FromResult<IActionResult?>(Redirect($"/suivre/fiche/{Reference}"));
        var told = Experience.Steps.Single(s => s.Code == Step).Read<Essentials>();
        Read = EasyReportView.OfSheet(told.Title, told.EasySummary, told.EasyPictures, ChoosePictureModel.PathOf(Reference));
        return Task.FromResult<IActionResult?>(null);
    }

    public void OnGet() { }
}
