using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

[Audience(Audience.Office, Role.Administrator)]
public sealed class OrganisationPageModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public sealed record Held(Guid Id, string Name, string Email, Role Role, DateTime GivenAt, bool HasSecondFactor, bool IsSuspended);
    public sealed record Sent(Guid Id, string Email, string Offer, DateTime ExpiresAt, bool IsOver);

    [BindProperty(SupportsGet = true, Name = "reference")] public string Reference { get; set; } = "";
    [BindProperty] public OrganisationForm Form { get; set; } = new();
    public Organisation Organisation { get; private set; } = null!;
    public string? ParentName { get; private set; }
    public List<Held> Grants { get; private set; } = [];
    public List<Sent> Waiting { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        if (await db.AdministeredOne(visitor, Reference) is not { } found) return NotFound();
        Organisation = found;
        ParentName = found.ParentId is null ? null : await db.Organisations.Where(o => o.Id == found.ParentId).Select(o => o.Name).SingleAsync();
        Grants = await db.Grants.Where(g => g.OrganisationId == found.Id && g.EndedAt == null).OrderBy(g => g.Person.DisplayName)
            .Select(g => new Held(g.Id, g.Person.DisplayName, g.Person.Email, g.Role, g.GivenAt, g.Person.TotpSince != null, g.Person.DisabledAt != null)).ToListAsync();
        var now = clock.UtcNow();
        Waiting = await db.Invitations.Where(i => i.OrganisationId == found.Id && i.AcceptedAt == null && i.RevokedAt == null).OrderBy(i => i.CreatedAt)
            .Select(i => new Sent(i.Id, i.Email, i.Offer, i.ExpiresAt, i.ExpiresAt <= now)).ToListAsync();
        return null;
    }

    public void OnGet() => Form = new() { Name = Organisation.Name, Finess = Organisation.Finess, Version = Organisation.Version };

    public async Task<IActionResult> OnPost()
    {
        db.Entry(Organisation).Property(o => o.Version).OriginalValue = Form.Version;
        Organisation.Describe(Form.Name, Form.Finess);
        db.Record(clock.UtcNow(), visitor.Actor, Acts.OrganisationChanged, Organisation, organisation: Organisation.Id);
        await db.SaveChangesAsync();
        Flash("La structure est enregistrée.");
        return Redirect("/bureau/structures/" + Organisation.Reference);
    }

    /// <summary>The next sending is against what stands now.</summary>
    public override async Task<IActionResult?> OnConflict()
    {
        await base.OnConflict();
        Form.Version = await db.Organisations.AsNoTracking().Where(o => o.Id == Organisation.Id).Select(o => o.Version).SingleAsync();
        ModelState.Remove("Form.Version");
        return null;
    }
}
