using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Review;

/// <summary>A pair that does not come to an agreement asks the group to say; those who lead it are told.</summary>
[Audience(Audience.Person)]
public sealed class HandOverModel(AppDb db, TimeProvider clock, Visitor visitor, Framework.Labels labels, Spreading spreading, TellLeads leads) : ReadingScreen(db, clock, visitor, labels)
{
    public sealed class HandOverForm
    {
        [Required(ErrorMessage = "Dites en quelques mots ce qui vous sépare."), StringLength(Review.Pair.ReasonMax, ErrorMessage = "1000 caractères au plus.")] public string Reason { get; set; } = "";
    }

    [BindProperty] public HandOverForm Form { get; set; } = new();

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(BothGiven && Pair.SettledAt is null && Pair.HandedOverAt is null ? null : Redirect($"/lectures/{ExperienceReference}"));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        Pair.HandOver(Mine.Id, Form.Reason, Now);
        Db.Record(Now, Me.Actor, Acts.HandedOver, Experience, null, Experience.Call.OrganisationId);
        await leads.Run(Group, $"Un binôme confie une décision au groupe : {Experience.Title}", $"/groupes/{Group.Reference}/trancher/{Experience.Reference}", aside: await spreading.KeptAway(Group, Experience.Id));
        await Db.SaveChangesAsync();
        Flash("C’est noté. Le groupe en parlera et décidera, avec sa raison.");
        return Redirect($"/lectures/{Experience.Reference}/accord");
    }
}
