using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>A structure added by mistake goes, as long as nothing hangs on it.</summary>
[Audience(Audience.Office, Role.Administrator)]
public sealed class DeleteOrganisationModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    public Organisation Organisation { get; private set; } = null!;
    public IReadOnlyList<string> Held { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        if (await db.AdministeredOne(visitor, Reference) is not { } found) return NotFound();
        Organisation = found;
        Held = await WhatHolds.Of(db, found);
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Held.Count > 0 || Organisation.ParentId is null) throw new RuleBroken("ORG-HELD", "Cette structure ne peut pas être supprimée.");
        db.Organisations.Remove(Organisation);
        db.Record(clock.UtcNow(), visitor.Actor, Acts.OrganisationDeleted, Organisation, Organisation.Name, Organisation.ParentId);
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException e) when (e.IsRace() || e.IsOrphan())
        {
            db.ChangeTracker.Clear();
            return await Prepare() ?? throw new RuleBroken("ORG-HELD", "Quelqu’un vient d’y changer ou d’y ajouter quelque chose : regardez-la de nouveau.");
        }
        Flash("La structure est supprimée.");
        return Redirect("/bureau/structures");
    }
}
