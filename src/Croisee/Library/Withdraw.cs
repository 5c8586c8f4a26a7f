using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>Takes an experience off the public: the state and the fact that higher rooms hear in one save; then kept pages are forgotten.</summary>
public sealed class Withdraw(AppDb db, LibraryCache cache, ContactStore contacts, MailSettings mail, TimeProvider clock)
{
    /// <summary>By its authors, at any time once it was sent (EXP-R10). Expects the experience tracked, with its call. Saves.</summary>
    public Task Run(Experience experience, Actor actor, string? reason) =>
        Leave(experience, ExperienceState.Withdrawn, Passage.Authors, actor, Experiences.Acts.Withdrawn, reason, takenDown: false, clock.UtcNow());

    /// <summary>
    /// By the organisation (S42), which owes its authors the reason: a letter where they may be written to, and their follow-up page. The text is kept,
    /// so that they can be asked again. Expects the experience tracked, with its call. Saves.
    /// </summary>
    public async Task TakeDown(Experience experience, Actor actor, string reason)
    {
        var now = clock.UtcNow();
        if (await contacts.AddressOf(experience.Id) is { } address) db.Send(address, Letter(reason), now);
        await Leave(experience, ExperienceState.Archived, Passage.Team, actor, Acts.TakenDown, reason, takenDown: true, now);
    }

    /// <summary>A base older than the withdrawal came back: what its authors took back is taken back again, as of that day (S41).</summary>
    public static async Task<bool> Again(IServiceProvider services, Guid id, DateTime at)
    {
        if (await Find(services, id) is not { } experience || !ExperienceStates.MayFollow(experience.State, ExperienceState.Withdrawn)) return false;
        await services.GetRequiredService<Withdraw>().Leave(experience, ExperienceState.Withdrawn, Passage.Authors, Actor.System, Experiences.Acts.Withdrawn, EraseAgain.Why, takenDown: false, at);
        return true;
    }

    /// <summary>The same for what the organisation took down, unless this base knows that day: its authors may have agreed to a page again since.</summary>
    public static async Task<bool> TakeDownAgain(IServiceProvider services, Guid id, DateTime at)
    {
        if (await Find(services, id) is not { ShownSince: not null } experience) return false;
        if (await services.GetRequiredService<AppDb>().Passages.AnyAsync(p => p.ExperienceId == id && p.To == ExperienceState.Archived && p.At >= at)) return false;
        await services.GetRequiredService<Withdraw>().Leave(experience, ExperienceState.Archived, Passage.Team, Actor.System, Acts.TakenDown, EraseAgain.Why, takenDown: true, at);
        return true;
    }

    static Task<Experience?> Find(IServiceProvider services, Guid id) => services.GetRequiredService<AppDb>().Experiences.Include(e => e.Call).SingleOrDefaultAsync(e => e.Id == id);

    async Task Leave(Experience experience, ExperienceState to, string by, Actor actor, string act, string? reason, bool takenDown, DateTime now)
    {
        experience.TakeBackAgreement();
        db.Passages.Add(experience.Pass(to, by, actor.Id, reason, now));
        // What authors wrote is erased with the experience; the journal outlives it and has none of it.
        db.Record(now, actor, act, experience, actor.Kind is ActorKind.Author ? null : reason, experience.Call.OrganisationId);
        db.Announce(new ExperienceWithdrawn(experience.Id, experience.Reference, reason, now, takenDown));
        await db.SaveChangesAsync();
        await db.ForgetBeside(experience.Id);
        await cache.Forget();
    }

    Letter Letter(string reason) => new Letter("Votre page n’est plus publiée").Say("Bonjour,")
        .Say("L’organisme de l’appel a retiré du répertoire la page qui raconte votre expérience. La raison :").Say(reason)
        .Say("Votre texte est gardé. Vous pouvez le lire, répondre à l’équipe, ou tout retirer.").Link("Ouvrir mon expérience, avec votre code", $"{mail.Origin}/suivre");
}
