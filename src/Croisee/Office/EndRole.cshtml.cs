using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

[Audience(Audience.Office, Role.Administrator)]
public sealed class EndRoleModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public sealed class EndForm
    {
        [Required(ErrorMessage = "Dites pourquoi, en quelques mots."), StringLength(JournalEntry.ReasonMax, ErrorMessage = "Cette raison est trop longue.")]
        public string Reason { get; set; } = "";
    }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public EndForm Form { get; set; } = new();
    public Grant Grant { get; private set; } = null!;

    public override async Task<IActionResult?> Prepare()
    {
        if (await db.Grants.Include(g => g.Person).Include(g => g.Organisation).SingleOrDefaultAsync(g => g.Id == Id && g.EndedAt == null) is not { } found
            || !visitor.Can(found.Organisation.Path, Role.Administrator)) return NotFound();
        Grant = found;
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        await db.KeepAnAdministrator(Grant);
        var now = clock.UtcNow();
        Grant.End(now);
        db.Record(now, visitor.Actor, Acts.RoleEnded, Grant, Form.Reason, Grant.OrganisationId);
        await db.SaveChangesAsync();
        Flash("Le rôle est retiré.");
        return Redirect(visitor.PersonId == Grant.PersonId ? "/compte" : "/bureau/structures/" + Grant.Organisation.Reference);
    }
}
