using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Office;

[Audience(Audience.Office, Role.Administrator)]
public sealed class RevokeInvitationModel(AppDb db, Visitor visitor, TimeProvider clock) : InvitationScreen(db, visitor)
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        Invitation.Revoke(now);
        Db.Record(now, Me.Actor, Acts.InvitationRevoked, Invitation, organisation: Invitation.OrganisationId);
        await Db.SaveChangesAsync();
        Flash("L’invitation est annulée.");
        return ToOrganisation();
    }
}
