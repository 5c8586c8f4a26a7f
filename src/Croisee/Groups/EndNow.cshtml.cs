using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

/// <summary>Puts somebody out of the group at once, when waiting for the evening is too long: with a reason that they read, and a place that stays open in the same college (S16).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class EndNowModel(AppDb db, TimeProvider clock, Visitor visitor, TellLeads leads) : SeatScreen(db, clock, visitor)
{
    public sealed class EndForm
    {
        [Required(ErrorMessage = "Dites pourquoi : la personne le lira."), StringLength(JournalEntry.ReasonMax, ErrorMessage = "Cette raison est trop longue.")]
        public string Reason { get; set; } = "";
    }

    [BindProperty] public EndForm Form { get; set; } = new();

    /// <summary>A mandate that is over, as when the same form was sent twice, has nothing to end.</summary>
    public override async Task<IActionResult?> Prepare() => await base.Prepare() ?? (Seat.IsVacant || Seat.LastDay < Today ? ToSeats() : null);

    public override async Task<IActionResult?> OnConflict() => await Reloaded() ?? await base.OnConflict();

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var (person, now, reason) = (Seat.PersonId!.Value, Clock.UtcNow(), Form.Reason.Trim());
        Group.EndNow(Seat, Today);
        Db.Record(now, Me.Actor, Acts.MandateEndedNow, Group, reason, Group.OrganisationId);
        await leads.Run(Group, $"Un mandat est terminé dès maintenant, un siège est à pourvoir : {Group.Name}", $"/groupes/{Group.Reference}");
        if (await Db.Persons.Where(p => p.Id == person && p.DisabledAt == null).Select(p => p.Email).SingleOrDefaultAsync() is { } address) Db.Send(address, Told(Group.Name, reason), now);
        await Db.SaveChangesAsync();
        Flash("Le mandat est terminé, dès maintenant. La personne est prévenue par courriel.");
        return ToSeats();
    }

    /// <summary>The subject names neither group nor college (RGP-R1).</summary>
    static Letter Told(string group, string reason) => new Letter("Votre mandat est terminé")
        .Say("Bonjour,").Say($"Votre mandat dans le groupe « {group} » est terminé, dès maintenant. Vous n’avez plus accès à ses pages. Ce que vous avez lu, dit et voté reste.")
        .Say($"La raison : « {reason} »").Say("Pour en parler, écrivez à la personne qui organise le groupe.");
}
