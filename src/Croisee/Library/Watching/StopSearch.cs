using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Watching;

/// <summary>Stops a followed search and forgets its address, in one save with an entry that names neither: so that an older backup does not bring it back (S41).</summary>
public sealed class StopSearch(AppDb db, TimeProvider clock)
{
    /// <summary>Expects the search tracked. Saves.</summary>
    public async Task Run(SavedSearch search, Actor actor, DateTime? at = null, string? why = null)
    {
        db.SavedSearches.Remove(search);
        db.RecordErased<SavedSearch>(at ?? clock.UtcNow(), actor, Acts.SearchStopped, search.Id, why);
        await db.SaveChangesAsync();
    }

    /// <summary>By the link of a letter. The last one: the letters of searches to this address go from the outbox too, unless an account has it. Letters of other rooms stay.</summary>
    public async Task ByLink(SavedSearch search, string email, DateTime? at = null, string? why = null)
    {
        await Run(search, Actor.System, at, why);
        if (!await db.SearchAddresses.AnyAsync(a => a.Email == email) && !await db.Persons.AnyAsync(p => p.Email == email)) await db.Write(d => d.OutgoingMails.Where(m => m.To == email).Where(SearchLetters.Theirs).ExecuteDelete());
    }

    public static async Task<bool> Again(IServiceProvider services, Guid id, DateTime at)
    {
        if (await services.GetRequiredService<AppDb>().SavedSearches.Include(s => s.Address).SingleOrDefaultAsync(s => s.Id == id) is not { } search) return false;
        var stop = services.GetRequiredService<StopSearch>();
        if (search.Address is { Email: var email }) await stop.ByLink(search, email, at, EraseAgain.Why); else await stop.Run(search, Actor.System, at, EraseAgain.Why);
        return true;
    }
}
