using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Collections;

/// <summary>A sheet was withdrawn: what was said of it in collections goes in the same save; its line stays, and says that it is withdrawn.</summary>
public sealed class ForgetInCollections(AppDb db, TimeProvider clock) : IHear<ExperienceWithdrawn>, IHear<AccountClosed>
{
    public async Task Hear(ExperienceWithdrawn fact, CancellationToken cancel)
    {
        foreach (var entry in await db.CollectionEntries.Where(e => e.SheetId == fact.ExperienceId && e.Note != null).ToListAsync(cancel)) entry.Say(null);
    }

    /// <summary>Their private collections go; those shared or published stay with the organisation, without their name.</summary>
    public async Task Hear(AccountClosed fact, CancellationToken cancel)
    {
        foreach (var collection in await db.Collections.Where(c => c.OwnerId == fact.PersonId).ToListAsync(cancel))
        {
            if (collection.Reach is CollectionReach.Private) db.Collections.Remove(collection); else collection.LoseOwner();
            db.Record(clock.UtcNow(), fact.By, Acts.CollectionLeft, collection, organisation: collection.OrganisationId);
        }
    }
}
