using Croisee.Data;
using Croisee.Groups;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>An account that the office asks for by its address and never by a list: only who administers every structure where the person has a role or a seat finds it (S01, S31).</summary>
sealed class AccountOfOffice(Person person, IReadOnlyList<AccountOfOffice.Place> held)
{
    public sealed record Place(Guid Id, string Path);

    public Person Person => person;

    /// <summary>The structure whose journal says what is done to the account; null for who holds nothing.</summary>
    public Guid? OrganisationId => held.Count > 0 ? held[0].Id : null;

    /// <summary>Null for all that is not here, in one answer. Who has neither role nor seat is of no structure: that is for the whole instance.</summary>
    public static async Task<AccountOfOffice?> Find(AppDb db, Visitor visitor, string email, DateOnly today)
    {
        var address = Person.NormaliseEmail(email);
        if (await db.Persons.SingleOrDefaultAsync(p => p.Email == address) is not { } person) return null;
        var held = await Held(db, person.Id, today);
        return visitor.AdministersInstance || (held.Count > 0 && held.TrueForAll(o => visitor.Can(o.Path, Role.Administrator))) ? new(person, held) : null;
    }

    /// <summary>The structures where the person has a role, or a seat that is not over.</summary>
    static async Task<List<Place>> Held(AppDb db, Guid person, DateOnly today)
    {
        var groups = db.Groups.Where(g => g.Seats.Any(s => s.PersonId == person && (s.LastDay == null || s.LastDay >= today))).Select(g => g.OrganisationId);
        var grants = db.Grants.Where(g => g.PersonId == person && g.EndedAt == null).Select(g => g.OrganisationId);
        return await db.Organisations.AsNoTracking().Where(o => groups.Contains(o.Id) || grants.Contains(o.Id)).OrderBy(o => o.Path).Select(o => new Place(o.Id, o.Path)).ToListAsync();
    }
}
