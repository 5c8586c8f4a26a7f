using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.FollowUp;

/// <summary>The dialogue with the call's team, without revealing identities on either side.</summary>
[Audience(Audience.Author)]
public sealed class MessagesModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    public sealed class MessageForm
    {
        [Required(ErrorMessage = "Écrivez votre message."), StringLength(Message.TextMax, ErrorMessage = Answers.Limits.TooLong)] public string Text { get; set; } = "";
        /// <summary>The words that were marked are meant.</summary>
        public bool Anyway { get; set; }
    }

    [BindProperty] public MessageForm Form { get; set; } = new();
    public IReadOnlyList<Message> Lines { get; private set; } = [];
    public IReadOnlyList<TracedWords> Traces { get; private set; } = [];

    protected override async Task<IActionResult?> Ready()
    {
        Lines = await Db.Messages.AsNoTracking().Where(m => m.ExperienceId == Experience.Id).OrderBy(m => m.At).ThenBy(m => m.Number).ToListAsync();
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        // A message that left cannot be changed: the warning comes before, once, and never refuses.
        if (!Form.Anyway && TracedWords.In(("Votre message", Form.Text)) is { Count: > 0 } traces)
        {
            Traces = traces;
            return Page();
        }
        // The same words sent twice in a row are one message (a double click).
        for (var tries = 1; !Message.IsSaid(Lines, MessageFrom.Authors, Form.Text); tries++)
        {
            Db.Messages.Add(new Message(Experience.Id, MessageFrom.Authors, Form.Text, Now, Message.Next(Lines)));
            Record(Acts.MessageSent);
            Db.Announce(new AuthorsWrote(Experience.Id, Experience.Reference));
            try { await Db.SaveChangesAsync(); break; }
            catch (DbUpdateException e) when (tries < Message.TriesMax && e.IsRace())
            {
                Db.ChangeTracker.Clear();
                await Ready();
            }
        }
        Flash("Votre message est envoyé.");
        return Redirect($"/suivre/fiche/{Reference}/messages");
    }
}
