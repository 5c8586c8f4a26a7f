using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Exchange;

/// <summary>
/// Publishes, one by one, what was imported with its authors' agreement. Each publication tells its own facts, so they are no part of the import's
/// transaction; stopped halfway, the same again goes on where it was: whatever is published no longer waits.
/// </summary>
sealed class PublishRest(AppDb db, IPublishImported publisher)
{
    const int Said = 100;

    /// <returns>How many were published now.</returns>
    public async Task<int> Run(TextWriter progress, CancellationToken cancel = default)
    {
        // Only a file that says « published » passes from sent to approval: what the group read waits for its authors' agreement on the page itself.
        var waiting = await db.Experiences.Where(e => e.State == ExperienceState.ApprovalAsked && e.PublicationAgreedAt != null && e.ShownSince == null
            && e.Passages.Any(p => p.From == ExperienceState.Submitted && p.To == ExperienceState.ApprovalAsked)).OrderBy(e => e.CreatedAt).ThenBy(e => e.Reference).Select(e => e.Id).ToListAsync(cancel);
        var done = 0;
        foreach (var id in waiting)
        {
            await publisher.Publish(id);
            if (++done % Said == 0) progress.WriteLine($"{done} expériences publiées sur {waiting.Count}…");
        }
        return done;
    }
}
