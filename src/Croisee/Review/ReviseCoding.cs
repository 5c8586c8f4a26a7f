using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;

namespace Croisee.Review;

/// <summary>
/// The group revises what it or its pair fixed, as authors may ask: a new turn of the history, with its reason. A page that is already public stays as its
/// authors agreed to it until they agree to the one that says the new coding (EXP-R10). The caller saves.
/// </summary>
public sealed class ReviseCoding(AppDb db, TimeProvider clock, ContactStore contacts, MailSettings mail, TellReaders told)
{
    public async Task Run(Experience experience, Group group, (Pair Pair, Settlement Settlement) read, Coding coding, string reason, Actor actor)
    {
        var (now, wasPublished) = (clock.UtcNow(), experience.State is ExperienceState.Published);
        read.Settlement.Revise(coding, reason, now, await db.FrameworkEdition());
        // Authors who agree to the page at this very instant read it again.
        experience.Touch(now);
        if (wasPublished)
        {
            experience.TakeBackAgreement();
            db.Passages.Add(experience.Pass(ExperienceState.ApprovalAsked, Passage.Group, actor.Id, Passage.Shortened(read.Settlement.Reason), now));
        }
        db.Record(now, actor, Acts.Revised, experience, null, experience.Call.OrganisationId);
        db.Announce(new CodingSettled(experience.Id));
        await told.RevisedByGroup(group, read.Pair, experience);
        if (experience.IsDecided && await contacts.AddressOf(experience.Id) is { } address) db.Send(address, Letter(wasPublished, experience.ShownSince is not null), now);
    }

    Letter Letter(bool wasPublished, bool isShown) => new Letter("Le groupe a revu le codage de votre expérience").Say("Bonjour,")
        .Say("Le groupe de lecture a revu ce qu’il avait fixé de votre expérience. Vous pouvez lire ce qui change, et pourquoi.")
        .Say(wasPublished ? "Votre page publiée ne change pas encore : relisez la nouvelle, et dites si vous êtes d’accord." : isShown ? "Votre page publiée ne change qu’avec votre accord sur la nouvelle." : "Rien n’est publié sans votre accord.")
        .Link("Lire la suite avec votre code", $"{mail.Origin}/suivre");
}
