using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

[Audience(Audience.Person)]
public sealed class AnswerInvitationModel(AppDb db, TimeProvider clock, Visitor visitor) : Screen
{
    public sealed class AnswerForm
    {
        [Required(ErrorMessage = "Dites oui ou non.")]
        public string? Answer { get; set; }

        [StringLength(Seat.LabelMax, ErrorMessage = "Ce nom est trop long : 60 caractères au plus.")]
        public string? Label { get; set; }
    }

    public static readonly IReadOnlyList<Choice> Answers = [new("oui", "Oui, je prends cette place"), new("non", "Non merci")];

    [FromRoute(Name = "id")] public Guid Id { get; set; }
    [BindProperty] public AnswerForm Form { get; set; } = new();
    public Group Group { get; private set; } = null!;
    public SeatInvitation Invitation { get; private set; } = null!;
    public Seat Seat { get; private set; } = null!;

    public override async Task<IActionResult?> Prepare()
    {
        var me = visitor.PersonId;
        if (await db.Groups.Whole().SingleOrDefaultAsync(g => g.ArchivedAt == null && g.Invitations.Any(i => i.Id == Id && i.PersonId == me)) is not { } group) return NotFound();
        (Group, Invitation) = (group, group.Invitations.Single(i => i.Id == Id));
        if (group.Seats.FirstOrDefault(s => s.Id == Invitation.SeatId) is not { } seat || !Invitation.IsOpen(clock.UtcNow())) return Redirect("/groupes");
        Seat = seat;
        return null;
    }

    public void OnGet() => Form.Label = Seat.Label;

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        if (Form.Answer == "oui")
        {
            Group.Rename(Group.Accept(Invitation, clock.ParisToday(), now), Form.Label ?? "");
        }
        else Invitation.Answer(false, now);
        db.Record(now, visitor.Actor, Form.Answer == "oui" ? Acts.SeatTaken : Acts.InvitationDeclined, Group);
        await db.SaveChangesAsync();
        Flash(Form.Answer == "oui" ? "Bienvenue dans le groupe." : "Votre réponse est enregistrée. Merci de l’avoir donnée. Si ce compte ne vous sert à rien, vous pouvez le fermer depuis « Mon compte ».");
        return Redirect(Form.Answer == "oui" ? $"/groupes/{Group.Reference}" : "/groupes");
    }
}
