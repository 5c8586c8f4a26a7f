using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Watching;

/// <summary>What one finds of one's saved searches in « mes données »; gone with the account.</summary>
public sealed class SearchesOfPerson(AppDb db) : IPersonalData, IHear<AccountClosed>
{
    public string Name => "recherches";

    public async Task<object> Of(Guid personId, CancellationToken cancel) => await db.SavedSearches.AsNoTracking().Where(s => s.PersonId == personId)
        .Select(s => new { nom = s.Name, recherche = s.Query, rythme = s.Pace, creeLe = s.CreatedAt, enPauseDepuis = s.PausedAt }).ToListAsync(cancel);

    public async Task Hear(AccountClosed fact, CancellationToken cancel) => db.SavedSearches.RemoveRange(await db.SavedSearches.Where(s => s.PersonId == fact.PersonId).ToListAsync(cancel));
}
