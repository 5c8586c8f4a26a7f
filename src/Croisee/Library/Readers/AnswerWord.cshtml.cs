using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Readers;

/// <summary>The authors answer a reader with their code. Their words are public at once, as a correction of their page is; whoever waits is told and their address forgotten.</summary>
[Audience(Audience.Author)]
public sealed class AnswerWordModel(AppDb db, AuthorCookie cookie, TimeProvider clock, AwaitingReaders readers, LibraryCache cache, MailSettings mail) : AuthorScreen(db, cookie, clock)
{
    public sealed class AnswerForm
    {
        [Required(ErrorMessage = "Écrivez votre réponse."), StringLength(ReaderWord.AnswerMax, ErrorMessage = Croisee.Experiences.Answers.Limits.TooLong)] public string? Answer { get; set; }
        [StringLength(64)] public string? Seen { get; set; }
    }

    [FromRoute(Name = "id")] public Guid Id { get; set; }
    [BindProperty] public AnswerForm Form { get; set; } = new();
    public ReaderWord Word { get; private set; } = null!;
    public WrittenWords? Warning { get; private set; }

    protected override async Task<IActionResult?> Ready()
    {
        if (await Db.ReaderWords.SingleOrDefaultAsync(w => w.Id == Id && w.SheetId == Experience.Id && w.State == ModerationState.Shown) is not { } word) return Redirect($"/suivre/fiche/{Reference}");
        Word = word;
        return null;
    }

    public void OnGet() => Form.Answer = Word.Answer;

    public async Task<IActionResult> OnPost()
    {
        if ((Warning = WrittenWords.Warn(Form.Seen, Form.Answer)) is not null) return Page();
        if (Word.Answer != Form.Answer?.Trim())
        {
            Word.Reply(Form.Answer, Now);
            Journal.Recording.Record(Db, Now, Actor, Acts.WordAnswered, Word, null, OrganisationId);
            await readers.Tell(Word, new Letter("Les auteurs vous ont répondu").Say("Bonjour,").Say("Vous avez écrit à côté d’une fiche du répertoire. Les auteurs ont répondu.")
                .Link("Lire la réponse", $"{mail.Origin}/experiences/{Reference}").Say("Nous avons effacé votre adresse : vous ne recevrez pas d’autre courriel pour cela."), Now);
            await Db.SaveChangesAsync();
            await cache.Forget();
        }
        Flash("Votre réponse est publiée.");
        return Redirect($"/suivre/fiche/{Reference}");
    }
}
