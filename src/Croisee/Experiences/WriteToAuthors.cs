using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>The team's words, as a page of the team takes them.</summary>
public sealed class TeamMessageForm
{
    [Required(ErrorMessage = "Écrivez votre message."), StringLength(Message.TextMax, ErrorMessage = "2000 caractères au plus.")] public string Text { get; set; } = "";
    /// <summary>The words that were marked are meant.</summary>
    public bool Anyway { get; set; }
}

/// <summary>What the page of the dialogue shows to the team, wherever it opens it from.</summary>
public sealed record TeamDialogue(IReadOnlyList<Message> Lines, TeamMessageForm Form)
{
    public IReadOnlyList<TracedWords> Traces { get; private set; } = [];

    /// <summary>A message that left cannot be changed: what may let somebody be recognised is shown before, once, and refuses nothing.</summary>
    public bool Warns()
    {
        Traces = Form.Anyway ? [] : TracedWords.In(("Votre message", Form.Text));
        return Traces.Count > 0;
    }
}

/// <summary>The team's side of the dialogue with the authors: the message, its entry and the letter that says so are one save.</summary>
public sealed class WriteToAuthors(AppDb db, ContactStore contacts, MailSettings mail, TimeProvider clock)
{
    public Task<List<Message>> Read(Guid experience) => db.Messages.AsNoTracking().Where(m => m.ExperienceId == experience).OrderBy(m => m.At).ThenBy(m => m.Number).ToListAsync();

    /// <summary>The same words sent twice in a row are one message; two that meet at the same instant take their turn.</summary>
    public async Task Say(Experience experience, string text, Actor by, string act)
    {
        for (var tries = 1; await Read(experience.Id) is var lines && !Message.IsSaid(lines, MessageFrom.Team, text); tries++)
        {
            var now = clock.UtcNow();
            db.Messages.Add(new Message(experience.Id, MessageFrom.Team, text, now, Message.Next(lines)));
            db.Record(now, by, act, experience, null, experience.Call.OrganisationId);
            if (await contacts.AddressOf(experience.Id) is { } address)
                db.Send(address, new Letter("Un message au sujet de votre expérience").Say("Bonjour,").Say("L’équipe de l’appel vous a écrit.").Link("Lire et répondre avec votre code", mail.Origin + "/suivre"), now);
            try { await db.SaveChangesAsync(); break; }
            catch (DbUpdateException e) when (tries < Message.TriesMax && e.IsRace()) { db.ChangeTracker.Clear(); }
        }
    }
}
