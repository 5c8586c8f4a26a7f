using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.FollowUp;

/// <summary>Opens an experience with a code, on this browser.</summary>
public sealed class Visits(AppDb db, AuthorCookie cookie)
{
    /// <summary>Where to go with this code, or null when it opens nothing.</summary>
    public async Task<string?> Open(HttpContext http, string? typed)
    {
        if (SpokenCode.ReadToLookUp(typed) is not { } code) return null;
        var hash = SpokenCode.Hash(code);
        var found = await db.Authors.AsNoTracking().Where(a => a.CodeHash == hash && a.EndedAt == null).Select(a => new { a.Id, a.Experience.Reference, a.Experience.State }).SingleOrDefaultAsync();
        if (found is null) return null;
        cookie.Add(http, found.Id);
        return found.State is ExperienceState.Draft ? $"/deposer/fiche/{found.Reference}" : $"/suivre/fiche/{found.Reference}";
    }
}
