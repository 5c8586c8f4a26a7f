using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Groups;

/// <summary>A member ends their own mandate, as the invitation promises. The place stays open in the same college.</summary>
[Audience(Audience.Member)]
public sealed class LeaveGroupModel(AppDb db, TimeProvider clock, Visitor visitor, TellLeads leads) : GroupScreen(db, clock, visitor)
{
    protected override bool WhenArchived => true;

    public override async Task<IActionResult?> Prepare() => await base.Prepare() ?? (Mine is null ? NotFound() : null);

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        Group.EndMandate(Mine!, Today);
        Db.Record(Clock.UtcNow(), Me.Actor, Acts.MandateEnded, Group);
        // No seat of an archived group is to be filled.
        if (!Group.IsArchived) await leads.Run(Group, $"Quelqu’un quitte le groupe ce soir, un siège est à pourvoir : {Group.Name}", $"/groupes/{Group.Reference}");
        await Db.SaveChangesAsync();
        Flash("Votre mandat finit ce soir. Merci pour ce que vous avez apporté au groupe.");
        return Redirect("/groupes");
    }
}
