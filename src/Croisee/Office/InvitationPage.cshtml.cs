using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>An invitation without an answer, for those who administer its organisation.</summary>
public abstract class InvitationScreen(AppDb db, Visitor visitor) : Screen
{
    protected AppDb Db { get; } = db;
    protected Visitor Me { get; } = visitor;
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    public Invitation Invitation { get; private set; } = null!;

    public override async Task<IActionResult?> Prepare()
    {
        if (await Db.Invitations.Include(i => i.Organisation).SingleOrDefaultAsync(i => i.Id == Id && i.AcceptedAt == null && i.RevokedAt == null) is not { } found
            || !Me.Can(found.Organisation.Path, Role.Administrator)) return NotFound();
        Invitation = found;
        return null;
    }

    protected RedirectResult ToOrganisation() => Redirect("/bureau/structures/" + Invitation.Organisation.Reference);
}

[Audience(Audience.Office, Role.Administrator)]
public sealed class InvitationPageModel(AppDb db, Visitor visitor, Invite invite, TimeProvider clock) : InvitationScreen(db, visitor)
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        // A role that gives everything is given again only by somebody who has just proved who they are (S31).
        if (Invitation.Role is Role.Administrator && Me.AskProof(clock.UtcNow(), $"/bureau/invitations/{Id}") is { } proof) return proof;
        invite.Again(Invitation, await Db.Persons.SingleAsync(p => p.Id == Me.PersonId));
        await Db.SaveChangesAsync();
        Flash("L’invitation repart par courriel, avec un nouveau lien.");
        return ToOrganisation();
    }
}
