using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>A pair that does not come to an agreement asks the group to say; those who lead it are told.</summary>
[Audience(Audience.Person)]
public sealed class HandOverModel(AppDb db, TimeProvider clock, Visitor visitor, Framework.Labels labels) : ReadingScreen(db, clock, visitor, labels)
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
        var leaders = Group.Seats.Where(s => s.SitsOn(Today) && s.Role is SeatRole.Chair or SeatRole.Facilitator && s.PersonId is not null).Select(s => s.PersonId!.Value).ToList();
        foreach (var address in await Db.Persons.Where(p => leaders.Contains(p.Id) && p.DisabledAt == null).Select(p => p.Email).ToListAsync())
            Db.Notify(address, $"Un binôme confie une décision au groupe : {Experience.Title}", $"/groupes/{Group.Reference}/trancher/{Experience.Reference}", Now);
        await Db.SaveChangesAsync();
        Flash("C’est noté. Le groupe en parlera et décidera, avec sa raison.");
        return Redirect($"/lectures/{Experience.Reference}/accord");
    }
}
