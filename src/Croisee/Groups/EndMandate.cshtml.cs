using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Groups;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class EndMandateModel(AppDb db, TimeProvider clock, Visitor visitor, TellLeads leads) : SeatScreen(db, clock, visitor)
{
    public sealed class EndForm
    {
        [Required(ErrorMessage = "Donnez le dernier jour du mandat.")]
        public DateOnly? LastDay { get; set; }
    }

    [BindProperty] public EndForm Form { get; set; } = new();

    public bool IsOffered => Group.Invitations.Any(i => i.SeatId == Seat.Id && i.IsOpen(Clock.UtcNow()));

    /// <summary>The same form sent twice: the mandate already ends on that day.</summary>
    bool IsEnded => !Seat.IsVacant && Seat.LastDay == Form.LastDay;

    /// <summary>An empty place that the same form has just removed is not missing: it leads back to the others.</summary>
    public override async Task<IActionResult?> Prepare()
    {
        var answer = await base.Prepare();
        return answer is NotFoundResult && HttpMethods.IsPost(Request.Method) && Organises ? ToSeats() : answer;
    }

    public override async Task<IActionResult?> OnConflict() => await Reloaded() ?? (IsEnded ? ToSeats() : await base.OnConflict());

    public void OnGet() => Form.LastDay = Today;

    public async Task<IActionResult> OnPost()
    {
        // A mandate cannot be ended in the past: what was decided with this person stays decided.
        if (Form.LastDay < Today)
        {
            ModelState.AddModelError("Form.LastDay", "Le dernier jour est au plus tôt aujourd’hui.");
            return Page();
        }
        if (IsEnded) return ToSeats();
        var removed = Group.EndMandate(Seat, Form.LastDay!.Value, Today) is null;
        Db.Record(Clock.UtcNow(), Me.Actor, Acts.MandateEnded, Group);
        if (!removed) await leads.Run(Group, $"Un siège est à pourvoir après le {Form.LastDay.Value.Short()} : {Group.Name}", $"/groupes/{Group.Reference}");
        await Db.SaveChangesAsync();
        Flash(removed ? "Le siège est retiré." : "La fin du mandat est enregistrée. La place reste ouverte dans le même collège.");
        return ToSeats();
    }
}
