using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;

namespace Croisee.Library;

/// <summary>Takes an experience back at any time once it was sent (EXP-R10): the state and the fact that higher rooms hear in one save; then kept pages are forgotten.</summary>
public sealed class Withdraw(AppDb db, LibraryCache cache, TimeProvider clock)
{
    /// <summary>Expects the experience tracked, with its call. Saves.</summary>
    public async Task Run(Experience experience, Actor actor, string? reason)
    {
        var now = clock.UtcNow();
        experience.TakeBackAgreement();
        db.Passages.Add(experience.Pass(ExperienceState.Withdrawn, Passage.Authors, actor.Id, reason, now));
        db.Record(now, actor, Experiences.Acts.Withdrawn, experience, reason, experience.Call.OrganisationId);
        db.Announce(new ExperienceWithdrawn(experience.Id, experience.Reference, reason, now));
        await db.SaveChangesAsync();
        await cache.Forget();
    }
}
