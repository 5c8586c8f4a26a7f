using Croisee.Data;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Collections;

/// <summary>A base older than the deletion came back: the collection goes again (S41).</summary>
static class DeleteAgain
{
    public static async Task<bool> Run(IServiceProvider services, Guid id, DateTime at)
    {
        var db = services.GetRequiredService<AppDb>();
        if (await db.Collections.Include(c => c.Entries).SingleOrDefaultAsync(c => c.Id == id) is not { } collection) return false;
        db.Collections.Remove(collection);
        db.Record(at, Actor.System, Acts.CollectionDeleted, collection, EraseAgain.Why, collection.OrganisationId);
        await db.SaveChangesAsync();
        await services.GetRequiredService<LibraryCache>().Forget();
        return true;
    }
}
