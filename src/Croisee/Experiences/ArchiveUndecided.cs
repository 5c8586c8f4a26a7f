using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>
/// The announced end of a call's work has come, contact data go and nothing is decided there any more: what nobody decided is archived by the clock, and its
/// authors are told, who would otherwise read for ever that it waits (domain 1.6). Its page may still be proposed to them.
/// </summary>
public sealed class ArchiveUndecided(AppDb db, ContactStore contacts, MailSettings mail, TimeProvider clock)
{
    const string Why = "Les travaux de l’appel sont finis, et personne n’a décidé avant.";

    /// <summary>Sent, and nobody has decided yet.</summary>
    public static readonly ExperienceState[] States = [ExperienceState.Submitted, ExperienceState.ToComplete, ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed];

    /// <summary>In the current save. Returns how many.</summary>
    public async Task<int> Run(Call call, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var all = await db.Experiences.Where(e => e.CallId == call.Id && States.Contains(e.State)).OrderBy(e => e.TouchedAt).ToListAsync(cancel);
        foreach (var left in all)
        {
            db.Passages.Add(left.Pass(ExperienceState.Archived, Passage.Clock, null, Why, now));
            db.Record(now, Actor.System, Acts.ArchivedUndecided, left, null, call.OrganisationId);
            if (await contacts.AddressOf(left.Id) is { } address) db.Send(address, Ended(left), now);
        }
        return all.Count;
    }

    Letter Ended(Experience left) => new Letter("Votre expérience n’est pas publiée").Say("Bonjour,")
        .Say($"Les travaux de l’appel sont finis, et personne n’a pu décider pour « {left.Title} ». Elle est gardée, et elle n’est pas publiée.")
        .Say("Vous voulez qu’elle le soit, ou la retirer ? Ouvrez-la avec votre code.").Link("Ouvrir mon expérience", $"{mail.Origin}/suivre")
        .Say("C’est notre dernier courriel : vos coordonnées sont effacées, sauf si vous avez accepté d’être recontacté. Gardez bien votre code.");
}
