using Croisee.Data;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>The task list: where the authors stand, in any order, on any device.</summary>
[Audience(Audience.Author)]
public sealed class OverviewModel(AppDb db, AuthorCookie cookie, TimeProvider clock, ContactStore contacts) : AuthorScreen(db, cookie, clock)
{
    public IReadOnlyList<DepositStepInfo> Steps { get; private set; } = [];
    public bool HasContact { get; private set; }
    public int Attachments { get; private set; }
    public string? Question { get; private set; }
    public Voices Voices { get; private set; } = new(false, false);
    public int SignedVoices => (Voices.PersonsConcerned ? 1 : 0) + (Voices.Professionals ? 1 : 0);
    public int Left => Steps.Count(s => StatusOf(s.Code) is not StepStatus.Done && !s.IsOptional);
    /// <summary>The step to go on with: the first that still lacks an answer.</summary>
    public DepositStepInfo? Next => Steps.FirstOrDefault(s => StatusOf(s.Code) is not StepStatus.Done && !s.IsOptional);
    /// <summary>Nothing was written yet; who carries the action may be known from the first page.</summary>
    public bool IsBlank => Experience.Steps.All(s => s.SavedBy is null && (s.Status is StepStatus.ToDo || s.Code == Steps[0].Code));
    public bool IsDraft => Experience.State is ExperienceState.Draft;
    /// <summary>The group has answered: what is corrected now is the page, which is agreed to rather than sent.</summary>
    public bool IsPageAsked => Experience.State is ExperienceState.ApprovalAsked;
    public string Deadline => Experience.Call.ClosesOn.UntilInclusive();

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps).Include(e => e.Call.Questions);

    protected override async Task<IActionResult?> Ready()
    {
        if (!Experience.IsOpenToAuthors) return Redirect($"/suivre/fiche/{Reference}");
        Steps = DepositSteps.For(Experience.Call.Asked.Count > 0);
        HasContact = await contacts.Exists(Experience.Id);
        Attachments = await Db.Attachments.CountAsync(a => a.ExperienceId == Experience.Id && a.RemovedAt == null);
        Voices = Voices.Of(Experience.Authors, Experience.Steps.Fingerprint());
        if (Experience.State is ExperienceState.ToComplete)
            Question = await Db.Passages.Where(p => p.ExperienceId == Experience.Id && p.To == ExperienceState.ToComplete).OrderByDescending(p => p.At).Select(p => p.Why).FirstOrDefaultAsync();
        return null;
    }

    public StepStatus StatusOf(string code) => Experience.Steps.Single(s => s.Code == code).Status;

    public void OnGet() { }
}
