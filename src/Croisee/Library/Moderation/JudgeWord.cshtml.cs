using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Moderation;

/// <summary>The words of a reader. Shown: the authors are told, where they may be. Refused: whoever waits for an answer is told why, and their address forgotten. Read again: kept where they are, or refused, with a reason either way.</summary>
[Audience(Audience.Office, Role.Moderator)]
public sealed class JudgeWordModel(AppDb db, Visitor visitor, LibraryCache cache, ContactStore contacts, AwaitingReaders readers, MailSettings mail, TimeProvider clock) : JudgeScreen<ReaderWord>(db, visitor, cache, clock)
{
    /// <summary>The same detector that warned the writer: a moderator sees what it marks.</summary>
    public WrittenWords? Warning => WrittenWords.Warn(null, Words.Text, Words.Place);

    readonly Visitor visitor = visitor;
    bool again;

    public override bool IsAskedAgain => Words.RereadAskedAt is not null;

    protected override string Judge(bool shown)
    {
        again = IsAskedAgain;
        if (!again || !shown) return base.Judge(shown);
        Words.Keep(Form.Reason, Now);
        return Acts.WordKept;
    }

    protected override async Task Answered(bool shown)
    {
        if (!shown)
        {
            // About the word itself and not its sheet: the list of erasures must know which one.
            Db.RecordErased<ReaderWord>(Now, visitor.Actor, Acts.WordErased, Words.Id, null, Sheet.OrganisationId);
            await readers.Tell(Words, new Letter("Votre message n’est pas publié").Say("Bonjour,").Say("Vous avez écrit à côté d’une fiche du répertoire. Votre message n’est pas publié. La raison :").Say(Words.Refusal!)
                .Link("Voir la fiche", $"{mail.Origin}/experiences/{Sheet.Reference}").Say("Nous avons effacé votre message et votre adresse. Vous pouvez écrire un autre message."), Now);
            return;
        }
        // Its authors heard of it when it came.
        if (again) return;
        var experience = await Db.Experiences.AsNoTracking().Include(e => e.Call).SingleAsync(e => e.Id == Sheet.Id);
        if (await contacts.AddressForNews(experience, Now) is not { } address) return;
        Db.Send(address, new Letter("Un lecteur a écrit à côté de votre fiche").Say("Bonjour,").Say(Words.Kind is ReaderWordKind.Question ? "Un lecteur vous pose une question. Elle est publiée sur votre fiche." : "Une autre équipe dit : « nous l’avons fait aussi ». C’est publié sur votre fiche.")
            .Link("Lire", $"{mail.Origin}/experiences/{Sheet.Reference}").Say("Pour répondre, ouvrez votre expérience avec votre code.").Link("Répondre, avec votre code", $"{mail.Origin}/suivre").Say(CodeLetter.NoCode), Now);
    }
}
