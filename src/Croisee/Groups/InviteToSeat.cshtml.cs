using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class InviteToSeatModel(AppDb db, TimeProvider clock, Visitor visitor, MailSettings mail) : SeatScreen(db, clock, visitor)
{
    public sealed class InviteForm
    {
        [Required(ErrorMessage = "Écrivez l’adresse de courriel de la personne."), StringLength(254, ErrorMessage = "Cette adresse est trop longue.")]
        public string Email { get; set; } = "";
    }

    [BindProperty] public InviteForm Form { get; set; } = new();

    public override async Task<IActionResult?> Prepare() => await base.Prepare() ?? (Seat.IsVacant ? null : NotFound());

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var email = Person.NormaliseEmail(Form.Email);
        if (!OutgoingMail.IsAddress(email))
        {
            ModelState.AddModelError("Form.Email", OutgoingMail.NotAnAddress);
            return Page();
        }
        var now = Clock.UtcNow();
        if (await IsOffered()) return ToSeats();
        var person = await Db.Persons.SingleOrDefaultAsync(p => p.Email == email) ?? Welcome(email, now);
        Group.Invite(Seat, person.Id, Me.PersonId!.Value, Today, now);
        Db.Record(now, Me.Actor, Acts.SeatOffered, Group);
        Db.Send(email, InvitationLetter.Of(Group, Seat, mail.Origin), now);
        await Db.SaveChangesAsync();
        Flash("L’invitation part par courriel. Le siège compte dès que la personne accepte.");
        return ToSeats();
    }

    /// <summary>The same offer, by the same organiser, is already there: the form was sent twice.</summary>
    async Task<bool> IsOffered()
    {
        var email = Person.NormaliseEmail(Form.Email);
        return Group.Invitations.SingleOrDefault(i => i.SeatId == Seat.Id && i.InvitedBy == Me.PersonId && i.IsOpen(Clock.UtcNow())) is { } offered && await Db.Persons.AnyAsync(p => p.Id == offered.PersonId && p.Email == email);
    }

    public override async Task<IActionResult?> OnConflict() => await Reloaded() ?? (await IsOffered() ? ToSeats() : await base.OnConflict());

    /// <summary>An account for somebody who has none: it opens nothing until they sign in with this address and accept (S16).</summary>
    Person Welcome(string email, DateTime now)
    {
        var person = new Person(email, Seat.Label, now);
        Db.Persons.Add(person);
        Db.Record(now, Me.Actor, People.Acts.Invited, person);
        return person;
    }
}
