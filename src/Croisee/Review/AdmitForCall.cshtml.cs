using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.CallOffice;
using Croisee.Framework;
using Croisee.Groups;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>
/// The verdict from the office, for whoever organises or moderates, while no group reads for the call. Once one does, the verdict is on its page, where this
/// address leads who organises; who moderates may still ask for what is missing.
/// </summary>
[Audience(Audience.Office, Role.Organiser, Role.Moderator, Role.Administrator)]
public sealed class AdmitForCallModel(AppDb db, Visitor visitor, Labels labels, Admission admission, Spreading spreading, TellLeads leads) : ExperienceScreen(db, visitor)
{
    [BindProperty] public AdmitForm Form { get; set; } = new();
    public bool IsRead => reading is not null;
    Guid? reading;
    public AdmitShown Shown => admission.Shown(Experience, Form, !IsRead, warned);
    bool warned;
    public AccountView View { get; private set; } = null!;
    protected override Role[] Roles => [Role.Organiser, Role.Moderator, Role.Administrator];
    protected override bool Changes => true;

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps).Include(e => e.Passages).Include(e => e.Call.Questions);

    protected override async Task<IActionResult?> Ready()
    {
        if (Experience.State is ExperienceState.Withdrawn) return NotFound();
        var (reads, groups) = (Db.ReadingGroups, Db.Groups.Where(g => g.ArchivedAt == null));
        if (await reads.Where(r => r.CallId == Experience.CallId).Join(groups, r => r.GroupId, g => g.Id, (r, g) => new { g.Id, g.Reference, g.OrganisationId }).SingleOrDefaultAsync() is { } group)
        {
            if (await Db.Organises(Visitor, group.OrganisationId)) return Redirect($"/groupes/{group.Reference}/recevabilite/{Experience.Reference}");
            reading = group.Id;
        }
        View = new AccountView(Experience.Steps.ToAccount(), labels, Experience.Call.Questions);
        return null;
    }

    public void OnGet() { }

    /// <summary>Which button: « reprendre » takes a refusal back, or a question that gets no answer.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }

    public async Task<IActionResult> OnPost()
    {
        if (Doing == "reprendre") return await TakeUp();
        foreach (var (field, sentence) in admission.Faults(Form, !IsRead)) ModelState.AddModelError(field, sentence);
        if (!ModelState.IsValid) return Page();
        if (warned = Admission.Warns(Form)) return Page();
        if (admission.IsSaid(Experience, Form, Visitor)) return ToExperience();
        await admission.Say(Experience, Form, Visitor);
        await Db.SaveChangesAsync();
        Flash("C’est enregistré. Les auteurs le voient avec leur code.");
        return ToExperience();
    }

    public override async Task<IActionResult?> OnConflict()
    {
        Db.ChangeTracker.Clear();
        return await Prepare() ?? (Doing != "reprendre" && admission.IsSaid(Experience, Form, Visitor) ? ToExperience() : await base.OnConflict());
    }

    async Task<IActionResult> TakeUp()
    {
        if (string.IsNullOrWhiteSpace(Form.Text)) { ModelState.AddModelError("Form.Text", "Dites aux auteurs pourquoi."); return Page(); }
        if (warned = Admission.Warns(Form)) return Page();
        if (!Admission.MayTakeUp(Experience.State, !IsRead)) return ToExperience();
        await admission.TakeUp(Experience, Form.Text, Visitor);
        if (IsRead) await Tell();
        await Db.SaveChangesAsync();
        if (IsRead)
        {
            Flash("C’est repris. Le groupe dira si elle est recevable.");
            return ToExperience();
        }
        Flash("C’est repris. Dites maintenant si elle est recevable.");
        return Redirect($"/bureau/experiences/{Experience.Reference}/recevabilite");
    }

    /// <summary>It waits for the group again, and nobody there took it up.</summary>
    async Task Tell()
    {
        var group = await Db.Groups.Whole().SingleAsync(g => g.Id == reading);
        await leads.Run(group, $"Une expérience est à vérifier : {Experience.Title}", $"/groupes/{group.Reference}/recevabilite/{Experience.Reference}", aside: await spreading.KeptAway(group, Experience.Id));
    }

    RedirectResult ToExperience() => Redirect($"/bureau/experiences/{Experience.Reference}");
}
