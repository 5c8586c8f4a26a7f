using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>Whoever holds a role works at the desk.</summary>
sealed class DeskLanding(AppDb db) : ILanding
{
    public async Task<string?> PathOf(Guid person) => await db.Grants.AnyAsync(g => g.PersonId == person && g.EndedAt == null) ? "/bureau" : null;
}
