using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>Which group reads for a call, and the opening of reading: refused while a seat is missing, unless excused with a reason (EXP-R7).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class CallGroupModel(AppDb db, TimeProvider clock, Visitor visitor) : Screen
{
    public sealed class GroupForm
    {
        public string? Group { get; set; }
        public bool Open { get; set; }
        /// <summary>The time to read was sent, and nothing else.</summary>
        public bool GiveDays { get; set; }
        public int? Days { get; set; }
    }

    [FromRoute(Name = "slug")] public string Slug { get; set; } = "";
    [BindProperty] public GroupForm Form { get; set; } = new();
    public Call Call { get; private set; } = null!;
    public ReadingGroup? Reads { get; private set; }
    public Group? Group { get; private set; }
    public IReadOnlyList<Choice> Groups { get; private set; } = [];
    public Parity? Parity => Group?.ParityOn(clock.ParisToday());
    public Table Table => Table.Of(Group!, clock.ParisToday());

    public override async Task<IActionResult?> Prepare()
    {
        var call = await db.Calls.Include(c => c.Organisation).SingleOrDefaultAsync(c => c.Slug == Slug);
        if (call is null || !visitor.Can(call.Organisation.Path, Access.Organisers)) return NotFound();
        Call = call;
        Reads = await db.ReadingGroups.SingleOrDefaultAsync(r => r.CallId == call.Id);
        if (Reads is not null) Group = await db.Groups.Whole().SingleAsync(g => g.Id == Reads.GroupId);
        if (Reads is not { IsOpen: true }) Groups = await Available();
        return null;
    }

    public void OnGet() => Form.Days = Reads?.Days;

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        if (Form.Open && Reads is not null)
        {
            Reads.Open(Group!, clock.ParisToday(), now);
            db.Record(now, visitor.Actor, Acts.Opened, Reads, null, Call.OrganisationId);
            Flash("La lecture est ouverte. Vérifiez la recevabilité, puis répartissez.");
        }
        else if (Form.GiveDays && Reads is not null)
        {
            if (Form.Days is not { } days) { ModelState.AddModelError("Form.Days", "Écrivez un nombre de jours."); return Page(); }
            Reads.GiveDays(days);
            db.Record(now, visitor.Actor, Acts.DaysChanged, Reads, null, Call.OrganisationId);
            Flash("Le temps pour lire est enregistré. Il vaut pour les binômes à venir.");
        }
        else
        {
            if (Groups.All(g => g.Value != Form.Group)) { ModelState.AddModelError("Form.Group", "Choisissez un groupe de la liste."); return Page(); }
            var chosen = Guid.Parse(Form.Group!);
            if (Reads is null) db.ReadingGroups.Add(Reads = new ReadingGroup(Call.Id, chosen, now));
            else if (Reads.GroupId != chosen) Reads.Choose(chosen, await IsAtWork(Reads.GroupId), now);
            db.Record(now, visitor.Actor, Acts.GroupChosen, Reads, null, Call.OrganisationId);
            Flash("Le groupe est choisi.");
        }
        await db.SaveChangesAsync();
        return Redirect($"/bureau/appels/{Slug}/groupe");
    }

    async Task<bool> IsAtWork(Guid groupId)
    {
        var (pairs, questions) = (db.Pairs, db.Deliberations);
        return await db.Experiences.AnyAsync(e => e.CallId == Call.Id && (pairs.Any(p => p.ExperienceId == e.Id && p.GroupId == groupId) || questions.Any(q => q.SubjectId == e.Id && q.GroupId == groupId)));
    }

    /// <summary>Groups of the call's own organisation, of a kind where both sides weigh the same: another kind would skip parity without a reason. One that reads for another call may be taken over, with its seats: it then reads for both.</summary>
    async Task<IReadOnlyList<Choice>> Available()
    {
        var (taken, calls) = (db.ReadingGroups, db.Calls);
        var kinds = Enum.GetValues<GroupKind>().Where(k => GroupRule.Of(k).MayRead).ToList();
        var groups = await db.Groups.AsNoTracking().Where(g => g.ArchivedAt == null && g.OrganisationId == Call.OrganisationId && kinds.Contains(g.Kind)).OrderBy(g => g.Name).Select(g => new { g.Id, g.Name }).ToListAsync();
        var read = (await taken.AsNoTracking().Join(calls.Where(c => c.OrganisationId == Call.OrganisationId), t => t.CallId, c => c.Id, (t, c) => new { t.GroupId, c.Title }).ToListAsync()).ToLookup(t => t.GroupId, t => t.Title);
        return [.. groups.Select(g => new Choice(g.Id.ToString(), g.Name, read[g.Id].Any() ? $"Lit aussi pour : {string.Join(", ", read[g.Id].Order(StringComparer.Ordinal))}. Mêmes personnes, mêmes sièges." : null))];
    }
}
