using Croisee.Data;

namespace Croisee.People;

/// <summary>Whom the product writes to about the work of an organisation.</summary>
public static class WhoOrganises
{
    /// <summary>Grants of those who organise on this path or above; of its administrators where nobody does, so that what arrives is never told to nobody.</summary>
    public static IQueryable<Grant> Organising(this AppDb db, string path)
    {
        var here = db.Grants.Where(g => g.EndedAt == null && g.Person.DisabledAt == null && path.StartsWith(g.Organisation.Path));
        return here.Where(g => g.Role == Role.Organiser || g.Role == Role.Administrator && !here.Any(o => o.Role == Role.Organiser));
    }
}
