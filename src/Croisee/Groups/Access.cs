using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

/// <summary>Who may do what with a group, read from the rows at each request, so that a seat or a role that ends gives nothing more (S16).</summary>
public static class Access
{
    /// <summary>Roles that lead the work of an organisation and of those below: groups, reading, publication. An instance whose only account administers it does the whole journey.</summary>
    public static readonly Role[] Organisers = [Role.Organiser, Role.Administrator];

    /// <summary>With everything that its rules look at: seats, invitations, overrides.</summary>
    public static IQueryable<Group> Whole(this IQueryable<Group> groups) => groups
        .Include(g => g.Seats.OrderBy(s => s.Number)).Include(g => g.Invitations.OrderBy(i => i.SentAt).ThenBy(i => i.Id)).Include(g => g.Overrides.OrderBy(o => o.GivenAt).ThenBy(o => o.Id)).AsSplitQuery();

    /// <summary>The seat in which the visitor sits that day; null when they sit in none.</summary>
    public static Seat? SeatOf(this Group group, Visitor visitor, DateOnly day) =>
        visitor.PersonId is { } person ? group.Seats.FirstOrDefault(s => s.PersonId == person && s.SitsOn(day)) : null;

    public static async Task<bool> Organises(this AppDb db, Visitor visitor, Guid organisationId) =>
        visitor.Has(Organisers) && await db.Organisations.Where(o => o.Id == organisationId).Select(o => o.Path).SingleOrDefaultAsync() is { } path && visitor.Can(path, Organisers);

    /// <summary>Organisations on which the visitor may compose groups.</summary>
    public static async Task<IReadOnlyList<Organisation>> OrganisationsOf(this AppDb db, Visitor visitor)
    {
        var found = new List<Organisation>();
        foreach (var path in visitor.Scope(Organisers))
            found.AddRange(await db.Organisations.AsNoTracking().Where(o => o.Path.StartsWith(path)).OrderBy(o => o.Path).ToListAsync());
        return found;
    }
}
