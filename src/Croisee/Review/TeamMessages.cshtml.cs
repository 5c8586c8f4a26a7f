using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

[Audience(Audience.Member)]
public sealed class TeamMessagesModel(AppDb db, TimeProvider clock, Visitor visitor, ContactStore contacts, MailSettings mail) : ReviewedScreen(db, clock, visitor)
{
    public sealed class MessageForm
    {
        [Required(ErrorMessage = "Écrivez votre message."), StringLength(Message.TextMax, ErrorMessage = "2000 caractères au plus.")] public string Text { get; set; } = "";
    }

    protected override bool ForSteering => true;
    [BindProperty] public MessageForm Form { get; set; } = new();
    public IReadOnlyList<Message> Lines { get; private set; } = [];

    protected override async Task<IActionResult?> Loaded()
    {
        Lines = await Db.Messages.AsNoTracking().Where(m => m.ExperienceId == Experience.Id).OrderBy(m => m.At).ThenBy(m => m.Number).ToListAsync();
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        for (var tries = 1; !Message.IsSaid(Lines, MessageFrom.Team, Form.Text); tries++)
        {
            Db.Messages.Add(new Message(Experience.Id, MessageFrom.Team, Form.Text, Now, Message.Next(Lines)));
            Db.Record(Now, Me.Actor, Acts.TeamWrote, Experience, null, Call!.OrganisationId);
            if (await contacts.AddressOf(Experience.Id) is { } address)
                Db.Send(address, new Letter("Un message au sujet de votre expérience").Say("Bonjour,").Say("L’équipe de l’appel vous a écrit.").Link("Lire et répondre avec votre code", mail.Origin + "/suivre"), Now);
            try { await Db.SaveChangesAsync(); break; }
            catch (DbUpdateException e) when (tries < Message.TriesMax && e.IsRace())
            {
                Db.ChangeTracker.Clear();
                await Loaded();
            }
        }
        Flash("Votre message est envoyé.");
        return Redirect(Path($"recevabilite/{Experience.Reference}/messages"));
    }
}
