using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Collections;

/// <summary>Who reads, composes and publishes a collection, asked of the rows at each request (S16).</summary>
public static class CollectionAccess
{
    static readonly Role[] Team = Enum.GetValues<Role>();
    public static readonly Role[] Publishers = [Role.Organiser, Role.Administrator];

    /// <summary>Organisations on which the visitor holds one of these roles.</summary>
    public static async Task<IReadOnlyList<Organisation>> OrganisationsOf(this AppDb db, Visitor visitor, params Role[] roles)
    {
        var found = new List<Organisation>();
        foreach (var path in visitor.Scope(roles.Length == 0 ? Team : roles)) found.AddRange(await db.Organisations.AsNoTracking().Where(o => o.Path.StartsWith(path)).OrderBy(o => o.Path).ToListAsync());
        return found;
    }

    /// <summary>Its owner while it is theirs alone; once shared, the team of that organisation, its owner as long as they belong to it.</summary>
    public static async Task<bool> Composes(this AppDb db, Visitor visitor, Collection collection) =>
        visitor.PersonId is { } me && (collection.OrganisationId is { } organisation ? await db.PathOf(organisation) is { } path && visitor.Can(path, Team) : collection.OwnerId == me);

    /// <summary>Whether its owner still belongs to the team, asked of the rows: it is somebody else who visits.</summary>
    public static async Task<bool> OwnerComposes(this AppDb db, Collection collection) => collection.OwnerId is { } owner
        && (collection.OrganisationId is not { } organisation || (await db.PathOf(organisation) is { } path && await db.Grants.AnyAsync(g => g.PersonId == owner && g.EndedAt == null && path.StartsWith(g.Organisation.Path))));

    /// <summary>Whether the visitor owns as many as one may. What stayed with a team they left does not count: they cannot delete it.</summary>
    public static async Task<bool> OwnsEnough(this AppDb db, Visitor visitor)
    {
        var teams = (await db.OrganisationsOf(visitor)).Select(o => o.Id).ToList();
        return await db.Collections.CountAsync(c => c.OwnerId == visitor.PersonId && (c.OrganisationId == null || teams.Contains(c.OrganisationId.Value))) >= Collection.OwnedMax;
    }

    public static async Task<bool> Publishes(this AppDb db, Visitor visitor, Guid organisation) => await db.PathOf(organisation) is { } path && visitor.Can(path, Publishers);

    /// <summary>Collections that the visitor composes, newest change first.</summary>
    public static async Task<IReadOnlyList<Collection>> ComposedBy(this AppDb db, Visitor visitor)
    {
        if (visitor.PersonId is not { } me) return [];
        var teams = (await db.OrganisationsOf(visitor)).Select(o => o.Id).ToList();
        return await db.Collections.AsNoTracking().Include(c => c.Entries).Where(c => c.OwnerId == me && c.OrganisationId == null || c.OrganisationId != null && teams.Contains(c.OrganisationId.Value)).OrderByDescending(c => c.UpdatedAt).Take(200).ToListAsync();
    }

    /// <summary>Records the act and saves; nothing when nothing changed (a form sent twice).</summary>
    public static async Task Change(this AppDb db, Visitor visitor, Collection collection, string act, DateTime now)
    {
        if (!db.ChangeTracker.HasChanges()) return;
        db.Record(now, visitor.Actor, act, collection, organisation: collection.OrganisationId);
        await db.SaveChangesAsync();
    }

    static Task<string?> PathOf(this AppDb db, Guid organisation) => db.Organisations.Where(o => o.Id == organisation).Select(o => o.Path).SingleOrDefaultAsync();
}
