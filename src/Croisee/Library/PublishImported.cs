using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>Publishes what was published elsewhere with its authors' agreement, as the file said (EXP-R10).</summary>
public sealed class PublishImported(AppDb db, Publish publish) : IPublishImported
{
    public async Task Publish(Guid experience)
    {
        var found = await db.Experiences.Include(e => e.Steps).Include(e => e.Authors).Include(e => e.Call.Organisation).AsSplitQuery().SingleAsync(e => e.Id == experience);
        await publish.Run(found, Actor.System, Passage.Team);
        // Many may follow in one scope: what is stored need not stay in memory.
        db.ChangeTracker.Clear();
    }
}
